// An installation of its own with people in it, for the published example: real stores, the real service, and three callers
// who do what callers do. What is said in it is known, so that it can be looked for.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_ENTRY } from '../project.mjs';
import { findOrFetchRedis } from '../redis.mjs';
import { startService } from '../service.mjs';
import { startStores } from '../stores.mjs';
import { aCaller, aVolunteer, begins, says } from './people.mjs';

/** Words that belong to nobody, said in the sample's conversation and looked for in everything it would hand over. */
export const SAID = ['je ne dors plus depuis mardi', 'le chat de la voisine est revenu'];

/** The stores of the sample, as the reader needs them; they end with this command. */
export async function aSample() {
  const redis = await findOrFetchRedis();
  const dataDir = mkdtempSync(join(tmpdir(), 'veille-sample-'));
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const stores = await startStores({ dataDir, redis });
  const port = await aFreePort();
  const env = {
    ...stores.env,
    NODE_ENV: 'production',
    PORT: port,
    STILL_THERE_SECONDS: '0',
    OFFER_SECONDS: '100',
  };
  const service = await startService({ entry: API_ENTRY, env });
  const url = `http://localhost:${port}`;
  const volunteer = await aVolunteer(url, service.firstCoordinatorLink);
  const caller = await aCaller(url);
  const conversation = await begins(volunteer, caller);
  await says(caller, conversation, SAID[0]);
  await says(volunteer, conversation, SAID[1]);
  await aCaller(url);
  (await aCaller(url)).disconnect();
  return { ...stores.env, NODE_ENV: 'production' };
}

/** One that nobody has at this moment. */
async function aFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return String(port);
}
