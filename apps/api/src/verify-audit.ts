// `npm run audit:verify`, the part that reads: every association's chain walked, and told to whoever started it.
import { auditReport } from './audit-report.js';
import { readConfig } from './platform/config/config.js';
import { faultOf, say } from './platform/log/log.js';
import { forMoves, reached } from './platform/redis/client.js';

try {
  const kept = forMoves(readConfig().REDIS_KEPT_URL);
  const judged = await auditReport(await reached(kept));
  kept.disconnect();
  process.send?.(judged, () => process.disconnect());
} catch (error) {
  say('error', 'the audit could not be read', faultOf(error));
  process.exit(1);
}
