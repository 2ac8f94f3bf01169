// The accounts of a run: made once, over the service's own HTTP doors, and kept in the run's own store for all its rounds.
import { rm } from 'node:fs/promises';
import { anAccount, theAdministrator } from '../../apps/api/test/harness/accounts.ts';
import { startNode, startPinned } from './servers.mjs';

const AT_ONCE = 8;

/** The kept store of a run, with so many volunteers in it: { kept, cookies, coordinator, close }; both are cookies. */
export async function openKept({ volunteers }) {
  const kept = await startPinned('kept');
  const live = await startPinned('live');
  const node = await startNode({
    live,
    kept,
    flags: ['--import', new URL('./quick-passwords.mjs', import.meta.url).href],
  });
  const service = { nodes: [node], at: () => node.url };
  const cookies = [await anAccount(service, 'volunteer')];
  while (cookies.length < volunteers) {
    const some = Math.min(AT_ONCE, volunteers - cookies.length);
    cookies.push(...(await Promise.all(Array.from({ length: some }, () => anAccount(service, 'volunteer')))));
  }
  const coordinator = await theAdministrator(service);
  await node.stop();
  await live.stop();
  const close = async () => {
    await kept.stop();
    await rm(kept.dataDir, { recursive: true, force: true });
  };
  return { kept, cookies, coordinator, close };
}
