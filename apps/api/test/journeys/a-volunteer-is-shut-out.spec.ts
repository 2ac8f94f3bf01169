// A volunteer is suspended in the middle of a conversation: their caller is back in the line at once, and does not wait for them.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accountId } from '@veille/domain';
import * as v from 'valibot';
import { standingChanged } from '../../src/access/session.facts.js';
import { Facts } from '../../src/platform/facts.js';
import { keptKeys } from '../../src/platform/redis/keys.js';
import { digestOf } from '../../src/platform/secrets.js';
import { theAdministrator } from '../harness/accounts.js';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { aFreeVolunteer, aPair } from '../harness/people.js';
import { staffAt } from '../harness/run-the-staff.js';

const WITHIN = 2_000;
let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 2 });
});
afterAll(() => service.end());

/** The account behind a cookie, as the desk names it. */
async function accountOf(cookie: string): Promise<string> {
  const { pseudonym } = v.parse(
    v.looseObject({ pseudonym: v.string() }),
    JSON.parse((await staffAt(service, cookie).file('/api/access/me')).text),
  );
  const { members } = await staffAt(service, await theAdministrator(service)).members();
  return members.find((member) => member.pseudonym === pseudonym)?.account ?? 'nobody';
}

it.each(['suspend', 'remove'] as const)(
  '[VO11] %s, on another node than theirs: the caller waits again at once, is told why, and is proposed to somebody else',
  async (deed) => {
    const { caller, volunteer, cookie } = await aPair(service, { caller: 0, volunteer: 1 });
    const account = await accountOf(cookie);
    const begun = performance.now();
    await staffAt(service, await theAdministrator(service)).run(deed, account);
    const back = await caller.until('caller.is', (is) => is.at === 'waiting' || is.at === 'asked');
    expect(performance.now() - begun).toBeLessThan(WITHIN);
    expect(back).toMatchObject({ since: 'listener-lost' });
    await eventually(() => expect(volunteer.closedWith()).toBe('signed-out'));
    const { tab: other } = await aFreeVolunteer(service);
    await other.until('volunteer.is', ({ at }) => at === 'offered');
    await caller.ask('line.leave', {});
    // Nobody stops while somebody is proposed to them.
    await other.until('volunteer.is', ({ at }) => at === 'free');
    expect(await other.ask('shift.stop', {})).toEqual({ answer: {} });
  },
);

const kept = v.looseObject({ account: v.string(), seenAt: v.number() });

it('[AC21] [AC9] a look at an open page writes down that its owner talks, and nothing of a page that is only open', async () => {
  const { cookie } = await aPair(service, { caller: 0, volunteer: 1 });
  const { cookie: idle } = await aFreeVolunteer(service);
  const longAgo = async (of: string) => {
    const key = keptKeys.session(digestOf(of.split('=')[1] ?? ''));
    const session = v.parse(kept, JSON.parse((await service.kept.client.get(key)) ?? '{}'));
    const before = { ...session, seenAt: session.seenAt - 600_000 };
    await service.kept.client.set(key, JSON.stringify(before), 'PX', 600_000);
    return { key, before };
  };
  const [talking, open] = [await longAgo(cookie), await longAgo(idle)];
  const now = async (key: string): Promise<unknown> =>
    JSON.parse((await service.kept.client.get(key)) ?? '{}');
  const facts = service.nodes.map(({ app }) => app.get(Facts));
  const looksAgain = (account: string) => {
    for (const each of facts) each.state(standingChanged, { account: accountId(account) });
  };
  for (const { before } of [open, talking]) looksAgain(before.account);
  await eventually(async () =>
    expect(await now(talking.key)).toMatchObject({ talkedAt: expect.any(Number) }),
  );
  expect(await now(open.key)).toEqual(open.before);
});
