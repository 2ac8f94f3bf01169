// Where things stand in the project, and which workspaces it is made of. Every launcher file takes its paths
// from here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
export const CACHE = join(ROOT, '.cache');
export const KEPT_DATA = join(ROOT, 'data', 'kept');
export const API = join(ROOT, 'apps', 'api');
export const WEB = join(ROOT, 'apps', 'web');
export const API_ENTRY = join(API, 'dist', 'main.js');

export const WORKSPACES = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).workspaces;
