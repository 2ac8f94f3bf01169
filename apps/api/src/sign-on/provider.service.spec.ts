// The provider by which everybody who runs an association enters: without it nobody would let anybody in again.
import { beforeEach, expect, it } from '@jest/globals';
import type { Provider } from '@veille/domain';
import { anAccess } from '../../test/harness/an-access.js';
import { SignOnMemoryStore } from '../../test/harness/memory/sign-on.memory-store.js';
import { deedDone, deedRefused } from '../audit/audit.facts.js';
import { OpenId } from './open-id.port.js';
import { ProviderService } from './provider.service.js';

class AnyOpenId extends OpenId {
  async find() {
    return 'found' as const;
  }
  async begin() {
    return 'unavailable' as const;
  }
  async conclude() {
    return 'unavailable' as const;
  }
}

const provider: Provider = { issuer: 'https://une.example', clientId: 'veille', clientSecret: 'long enough' };
const another = { ...provider, issuer: 'https://autre.example' };

let house: ReturnType<typeof anAccess>;
let providers: ProviderService;
let written: unknown[];
let claude: Awaited<ReturnType<typeof house.aCoordinator>>['session'];
beforeEach(async () => {
  house = anAccess();
  ({ session: claude } = await house.aCoordinator('Claude'));
  providers = new ProviderService(new SignOnMemoryStore(), new AnyOpenId(), house.staff, house.facts);
  await providers.choose(claude, provider);
  written = [];
  for (const kind of [deedDone, deedRefused]) house.facts.when(kind, ({ entry }) => void written.push(entry));
});

/** Alix administers too, and enters by the provider; Claude, who has a password, is suspended. */
async function onlyByProvider(): Promise<void> {
  const { invitations, store, staff, clock } = house;
  const invited = await invitations.invite(claude, { role: 'administrator' });
  if (invited === 'not-allowed') throw new Error(invited);
  const newcomer = { pseudonym: 'Alix', proof: { identity: 'alix' }, createdAt: clock.now() };
  await store.accept(invited.token, newcomer, clock.now());
  expect(await staff.suspend(claude, claude.account)).toBe('suspended');
  written.length = 0;
}

it('[SO9] while an administrator has a password, the provider is ended, and another chosen', async () => {
  expect(await providers.choose(claude, another)).toBe('changed');
  expect(await providers.end(claude)).toBe('ended');
  expect(await providers.of(claude.association)).toBeUndefined();
});

it('[SO9] when all of them enter by it, it is neither; nothing is changed, and it is written down', async () => {
  await onlyByProvider();
  for (const said of [
    await providers.end(claude),
    await providers.choose(claude, another),
    await providers.choose(claude, { ...provider, clientId: 'autre' }),
  ])
    expect(said).toBe('last-administrator');
  const { issuer, clientId } = provider;
  expect(await providers.of(claude.association)).toEqual({ issuer, clientId });
  const what = ['settings-changed', 'last-administrator'];
  expect(written).toEqual(Array(3).fill({ did: 'reach-refused', by: claude.account, what }));
});

it('[SO9] its secret may be another all the same', async () => {
  await onlyByProvider();
  expect(await providers.choose(claude, { ...provider, clientSecret: 'another secret' })).toBe('changed');
});
