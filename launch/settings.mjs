// The operator's settings: the environment, and beneath it the file `.env` if there is one (see
// .env.example).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { ROOT } from './project.mjs';

/** What stands in the environment wins over what stands in the file. */
export function readSettings(file = join(ROOT, '.env'), environment = process.env) {
  return { ...readIfThere(file), ...environment };
}

function readIfThere(file) {
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch {
    return {}; // no file: the environment says all
  }
}
