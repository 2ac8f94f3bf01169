// `npm run handover`, the part that reads: everything both stores hold, judged, and told to whoever started it.
import { noteDisclosure } from './audit-report.js';
import { readConfig } from './platform/config/config.js';
import { faultOf, say } from './platform/log/log.js';
import { forMoves, reached } from './platform/redis/client.js';
import { wholeStore } from './platform/redis/whole-store.js';
import { disclosureOf } from './privacy/disclosure.js';

/** Words that were said, where somebody knows them: the sample's own. */
const said = process.argv.slice(2);

try {
  const config = readConfig();
  const [live, kept] = [forMoves(config.REDIS_LIVE_URL), forMoves(config.REDIS_KEPT_URL)];
  await noteDisclosure(await reached(kept));
  const stores = { live: await wholeStore(await reached(live)), kept: await wholeStore(kept) };
  live.disconnect();
  kept.disconnect();
  process.send?.(disclosureOf(stores, said), () => process.disconnect());
} catch (error) {
  say('error', 'what the stores hold could not be read', faultOf(error));
  process.exit(1);
}
