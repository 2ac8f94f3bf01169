// A caller of one association is heard by a volunteer of another, as long as the two agree; when they do no more, on whatever
// node, nobody of the partner is asked, and who talks finishes in peace.
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { accountId, firstAssociation, partnerPlace } from '@veille/domain';
import { standingChanged } from '../../src/access/session.facts.js';
import { Facts } from '../../src/platform/facts.js';
import { liveKeys, keptKeys } from '../../src/platform/redis/keys.js';
import { aService, type Service } from '../harness/a-service.js';
import { anAccount } from '../harness/accounts.js';
import { aSecondAssociation, etoile } from '../harness/an-association.js';
import { anEnvelope } from '../harness/envelopes.js';
import { eventually } from '../harness/eventually.js';
import { agree, partnerDesk } from '../harness/partners.js';
import {
  accepts,
  aCallerOf,
  aDeskOf,
  aVolunteer,
  aWaitingCaller,
  isOffered,
  placeOf,
  type VolunteerTab,
} from '../harness/people.js';
import { staffAt } from '../harness/run-the-staff.js';

/** What AG4 promises. */
const WITHIN = 2_000;
const line = 'principale';
let service: Service;
let owner: string;
let partner: string;
let cookie: string;
let agreement: string;
beforeAll(async () => {
  service = await aService({ nodes: 2 });
  owner = await anAccount(service, 'coordinator');
  partner = await aSecondAssociation(service);
  // The other node reads lines again within two seconds (AS3).
  const theirs = staffAt(service, partner, 1);
  await eventually(async () =>
    expect((await theirs.file('/api/desk/association')).text).toContain(etoile.line),
  );
});
beforeEach(async () => {
  cookie = await anAccount(service, { role: 'volunteer', by: partner });
  await service.kept.client.del(keptKeys.agreements);
  agreement = await agree(service, { owner, partner, line });
});
afterAll(() => service.end());

const ends = (by: string) => partnerDesk(service, by).does('end', { agreement });
const ticketOf = (tab: VolunteerTab) => tab.last('volunteer.ticket')?.ticket ?? '';

/** A volunteer of the partner, on the other node than the one the desks ask, and free on the line of the first association. */
async function ofThePartner(post?: string): Promise<VolunteerTab> {
  const { tab } = await aVolunteer(service, 1, { cookie, line });
  const place = tab.last('listen.welcome')?.posts.find(({ name }) => name === post)?.id ?? 'home';
  expect(await tab.ask('shift.start', { place })).toEqual({ answer: {} });
  return tab;
}

async function accountOf(tab: VolunteerTab) {
  const { members } = await staffAt(service, partner).members();
  const { pseudonym } = tab.last('listen.welcome') ?? {};
  return accountId(members.find((member) => member.pseudonym === pseudonym)?.account ?? 'nobody');
}

async function closes(tab: VolunteerTab, begun: number): Promise<void> {
  await eventually(() => expect(tab.closedWith()).toBe('agreement-ended'));
  expect(performance.now() - begun).toBeLessThan(WITHIN);
}

it('[AG3] a caller is heard by a volunteer of the partner, who chose the line among theirs', async () => {
  const tab = await ofThePartner();
  expect(tab.last('listen.welcome')).toMatchObject({
    line: { id: line, name: 'Ligne principale' },
    lines: [
      { id: etoile.line, name: etoile.lineName },
      { id: line, name: 'Ligne principale', of: firstAssociation.name },
    ],
    posts: [{ name: etoile.post }],
  });
  const caller = await aWaitingCaller(service);
  const conversation = await accepts(tab);
  await caller.until('caller.is', (is) => is.at === 'talking' && is.conversation === conversation);
  expect(await tab.ask('network.ask', {})).toEqual({ refused: 'not-yours' });
  await caller.ask('conversation.end', { conversation });
  await tab.until('volunteer.is', ({ at }) => at === 'breather');
  expect(await tab.ask('shift.free', {})).toEqual({ answer: {} });
  expect(tab.closedWith()).toBeUndefined();
  expect(await tab.ask('shift.stop', {})).toEqual({ answer: {} });
});

it.each([
  ['whose line it is', () => owner],
  ['who serves it', () => partner],
])(
  '[AG4] ended by %s: who is free leaves the line on every node, and the next caller waits',
  async (_, by) => {
    const tab = await ofThePartner();
    const begun = performance.now();
    expect(await ends(by())).toMatchObject({ status: 200 });
    await closes(tab, begun);
    const desk = aDeskOf(service, owner);
    await eventually(() => expect(desk.last('desk.now')?.board).toMatchObject({ free: 0, away: 0 }));
    const caller = await aWaitingCaller(service);
    await eventually(() => expect(desk.last('desk.now')?.board).toMatchObject({ waiting: 1, offered: 0 }));
    await caller.ask('line.leave', {});
    await expect(aVolunteer(service, 1, { cookie, line })).rejects.toThrow('refused');
    const { tab: home } = await aVolunteer(service, 1, { cookie });
    expect(home.last('listen.welcome')?.lines).toEqual([{ id: etoile.line, name: etoile.lineName }]);
  },
);

it('[AG4] an offer is taken back, and its caller is at the front, for whoever of the line comes next', async () => {
  const tab = await ofThePartner();
  const caller = await aWaitingCaller(service);
  await isOffered(tab);
  const begun = performance.now();
  await ends(owner);
  await closes(tab, begun);
  await caller.until('caller.is', ({ at }) => at === 'waiting');
  expect(placeOf(caller)).toBe(1);
  const { tab: own } = await aVolunteer(service, 0, await anAccount(service, 'volunteer'));
  await own.ask('shift.start', { place: 'home' });
  const conversation = await accepts(own);
  await own.ask('conversation.end', { conversation });
  await own.ask('shift.stop', {});
});

it('[AG4] who talks finishes in peace, on another node and another page too, and leaves when it is over', async () => {
  const tab = await ofThePartner();
  const caller = await aWaitingCaller(service);
  const conversation = await accepts(tab);
  await ends(owner);
  expect(await tab.ask('conversation.say', anEnvelope(conversation))).toEqual({
    answer: { relay: 'relayed' },
  });
  const { tab: anew } = await aVolunteer(service, 0, { cookie, ticket: ticketOf(tab) });
  expect(anew.last('volunteer.is')).toMatchObject({ at: 'talking', conversation });
  expect(await caller.ask('conversation.say', anEnvelope(conversation))).toEqual({
    answer: { relay: 'relayed' },
  });
  const begun = performance.now();
  await caller.ask('conversation.end', { conversation });
  await closes(anew, begun);
});

it('[AG4] [TN6] a page that remembers nothing is where they talk on, too, and no other shift begins meanwhile', async () => {
  const tab = await ofThePartner();
  const caller = await aWaitingCaller(service);
  const conversation = await accepts(tab);
  await ends(owner);
  for (const asked of [{ cookie }, { cookie, line: etoile.line }]) {
    const { tab: anew } = await aVolunteer(service, 0, asked);
    expect(anew.last('listen.welcome')?.line.id).toBe(line);
    expect(anew.last('volunteer.is')).toMatchObject({ at: 'talking', conversation });
    expect(await anew.ask('shift.start', { place: 'home' })).toEqual({ refused: 'not-now' });
  }
  await caller.ask('conversation.end', { conversation });
  await eventually(async () => {
    const { tab: home } = await aVolunteer(service, 0, { cookie });
    expect(home.last('listen.welcome')?.line.id).toBe(etoile.line);
  });
});

it('[AG3] where nobody was told of the end, no shift begins, nobody is free again, and the next look closes the page', async () => {
  const { tab: late } = await aVolunteer(service, 1, { cookie, line });
  const resting = await aVolunteer(service, 0, {
    cookie: await anAccount(service, { role: 'volunteer', by: partner }),
    line,
  });
  await resting.tab.ask('shift.start', { place: 'home' });
  await resting.tab.ask('shift.away', {});
  await service.kept.client.del(keptKeys.agreements);
  expect(await late.ask('shift.start', { place: 'home' })).toEqual({ refused: 'not-now' });
  expect(await resting.tab.ask('shift.free', {})).toEqual({ refused: 'not-now' });
  expect(await resting.tab.ask('shift.stop', {})).toEqual({ answer: {} });
  service.nodes[1]?.app.get(Facts).state(standingChanged, { account: await accountOf(late) });
  await eventually(() => expect(late.closedWith()).toBe('agreement-ended'));
});

it('[AG5] colleagues are those of one’s own association, and a partner’s posts are one place', async () => {
  const tab = await ofThePartner(etoile.post);
  const { tab: own } = await aVolunteer(service, 0, await anAccount(service, 'volunteer'));
  const caller = aCallerOf(service, line);
  await caller.ask('line.join', {});
  const conversation = await accepts(tab);
  await own.ask('shift.start', { place: 'home' });
  expect(await tab.ask('conversation.colleagues', { conversation })).toEqual({ answer: { colleagues: [] } });
  const second = await anAccount(service, { role: 'volunteer', by: partner, pseudonym: 'Zelda' });
  const { tab: colleague } = await aVolunteer(service, 0, { cookie: second, line });
  await colleague.ask('shift.start', { place: 'home' });
  expect(await tab.ask('conversation.colleagues', { conversation })).toEqual({
    answer: { colleagues: [{ handle: expect.any(String), pseudonym: 'Zelda' }] },
  });
  const records = await service.live.client.keys(liveKeys(line).volunteer('*'));
  const from = await Promise.all(records.map((key) => service.live.client.hget(key, 'from')));
  expect(from.sort()).toEqual(['home', partnerPlace, partnerPlace]);
  const desk = aDeskOf(service, owner);
  await eventually(() =>
    expect(desk.last('desk.now')?.today.places).toContainEqual(
      expect.objectContaining({
        name: null,
        partner: true,
        counts: expect.objectContaining({ answered: expect.any(Number) }),
      }),
    ),
  );
  await tab.ask('conversation.end', { conversation });
  for (const one of [tab, own, colleague]) await one.ask('shift.stop', {});
});

it('[VO11] who is suspended leaves a partner’s line as their own', async () => {
  const tab = await ofThePartner();
  const caller = await aWaitingCaller(service);
  await accepts(tab);
  await staffAt(service, partner).run('suspend', await accountOf(tab));
  await caller.until('caller.is', (is) => is.at === 'waiting' && is.since === 'listener-lost');
  await eventually(() => expect(tab.closedWith()).toBe('signed-out'));
  await caller.ask('line.leave', {});
});
