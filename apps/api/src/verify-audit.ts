// `npm run audit:verify`, the part that reads: every association's chain walked, and told to whoever started it; and where a file is
// named, all of it taken away in it.
import { open } from 'node:fs/promises';
import { auditLines, auditReport } from './audit-report.js';
import { readConfig } from './platform/config/config.js';
import { faultOf, say } from './platform/log/log.js';
import { forMoves, reached, type Redis } from './platform/redis/client.js';

const [into] = process.argv.slice(2);

try {
  const kept = forMoves(readConfig().REDIS_KEPT_URL);
  const judged = await auditReport(await reached(kept));
  const lines = into === undefined ? undefined : await takenAway(kept, into);
  kept.disconnect();
  process.send?.({ judged, lines }, () => process.disconnect());
} catch (error) {
  say('error', 'the audit could not be read', faultOf(error));
  process.exit(1);
}

/** How many lines were written. A file that is there is left as it is, and nothing is written of it. */
async function takenAway(kept: Redis, path: string): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  let lines = 0;
  for await (const line of auditLines(kept)) {
    await file.write(`${line}\n`);
    lines += 1;
  }
  await file.close();
  return lines;
}
