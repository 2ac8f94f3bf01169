// The live store is lost, and an agreement ends before, while or just after everybody is put back: nobody of the partner is asked for
// anybody any more, who talks finishes in peace, and the caller who was offered waits in front.
import { afterEach, expect, it } from '@jest/globals';
import { placeId } from '@veille/domain';
import { aService, type Service } from '../harness/a-service.js';
import { anAccount } from '../harness/accounts.js';
import { aSecondAssociation, etoile } from '../harness/an-association.js';
import { anEnvelope } from '../harness/envelopes.js';
import { eventually } from '../harness/eventually.js';
import { agree, partnerDesk } from '../harness/partners.js';
import {
  accepts,
  aCaller,
  aFreeVolunteer,
  aVolunteer,
  aWaitingCaller,
  isOffered,
  placeOf,
  ticketOf,
  type VolunteerTab,
} from '../harness/people.js';
import { staffAt } from '../harness/run-the-staff.js';
import { theLine } from '../harness/the-line.js';

const WITHIN = 30_000;
const line = 'principale';
const settings = { STILL_THERE_SECONDS: '0', OFFER_SECONDS: '600' };
let service: Service;
afterEach(() => service.end());

/** Three volunteers of the partner on the other node than the desks': one talks, one is offered, one is free. */
async function aNightTogether() {
  service = await aService({ nodes: 2, settings });
  const owner = await anAccount(service, 'coordinator');
  const partner = await aSecondAssociation(service);
  await eventually(async () =>
    expect((await staffAt(service, partner, 1).file('/api/desk/association')).text).toContain(etoile.line),
  );
  const agreement = await agree(service, { owner, partner, line });
  const ofThePartner = async () => {
    const cookie = await anAccount(service, { role: 'volunteer', by: partner });
    const { tab } = await aVolunteer(service, 1, { cookie, line });
    expect(await tab.ask('shift.start', { place: 'home' })).toEqual({ answer: {} });
    return { tab, cookie };
  };
  const talks = await ofThePartner();
  const heard = await aWaitingCaller(service, 0);
  const conversation = await accepts(talks.tab);
  const offered = (await ofThePartner()).tab;
  const waits = await aWaitingCaller(service, 0);
  await isOffered(offered);
  const { tab: free, cookie: freeIs } = await ofThePartner();
  const ends = () => partnerDesk(service, owner).does('end', { agreement });
  return { talks, heard, conversation, offered, waits, free, freeIs, ends };
}

const offersTo = ({ heard }: VolunteerTab, from: number) =>
  heard
    .slice(from)
    .filter(
      ({ event, payload }) => event === 'volunteer.is' && JSON.stringify(payload).includes('"offered"'),
    );

type Night = Awaited<ReturnType<typeof aNightTogether>>;

/** Whoever does not talk; and whoever of the line itself comes next hears who waits in front. */
async function theyLeave({ offered, free, waits }: Night): Promise<void> {
  const left = [offered, free];
  await eventually(
    () => expect(left.map((tab) => tab.closedWith())).toEqual(['agreement-ended', 'agreement-ended']),
    WITHIN,
  );
  await eventually(async () => {
    const { is, order } = await theLine(service);
    expect([...is.volunteers.values()].map(({ at, from }) => [at, from])).toEqual([
      ['talking', placeId('partner')],
    ]);
    expect([order.length, is.offers.size]).toEqual([1, 0]);
  }, WITHIN);
  await eventually(() => expect(placeOf(waits)).toBe(1), WITHIN);
  const { tab: own } = await aFreeVolunteer(service, 0);
  await accepts(own);
  await waits.until('caller.is', ({ at }) => at === 'talking');
}

/** The same, and since then they were asked for nobody. */
async function theyLeaveUnasked(night: Night, since: readonly number[]): Promise<void> {
  await theyLeave(night);
  [night.offered, night.free].forEach((tab, n) => expect(offersTo(tab, since[n] ?? 0)).toEqual([]));
}

/** Their words arrive, and when it is over the page of who listened is closed. */
async function finishesInPeace({ talks, heard, conversation }: Night): Promise<void> {
  const arrived = () => expect(talks.tab.told('conversation.say').map(({ number }) => number)).toContain(1);
  // As a page does: again and again, until the other side has it.
  await eventually(async () => {
    await heard.ask('conversation.say', anEnvelope(conversation, 1)).catch(() => undefined);
    await eventually(arrived, 400);
  }, WITHIN);
  expect(talks.tab.closedWith()).toBeUndefined();
  expect(heard.last('caller.is')).toMatchObject({ at: 'talking', conversation });
  expect(talks.tab.last('volunteer.is')).toMatchObject({ at: 'talking', conversation });
  await heard.ask('conversation.end', { conversation });
  await eventually(() => expect(talks.tab.closedWith()).toBe('agreement-ended'));
}

type Ending = () => Promise<unknown>;
const untilBack = () =>
  eventually(async () => {
    const { is } = await theLine(service);
    expect([is.conversations.size, is.volunteers.size]).toEqual([1, 3]);
  }, WITHIN);

it.each<[string, (ends: Ending) => Promise<unknown>]>([
  [
    'while the store is out',
    async (ends) => {
      await ends();
      await service.live.standsAgain();
    },
  ],
  [
    'in the moment another one stands there',
    async (ends) => {
      await service.live.standsAgain();
      await ends();
    },
  ],
  [
    'when all of them are back',
    async (ends) => {
      await service.live.standsAgain();
      await untilBack();
      await ends();
    },
  ],
])(
  '[AG10, RB1, RB2] ended %s: nobody of the partner is asked, who talks finishes in peace',
  async (_, then) => {
    const night = await aNightTogether();
    const heardBefore = [night.offered, night.free].map(({ heard }) => heard.length);
    await service.live.dies();
    await then(async () => expect(await night.ends()).toMatchObject({ status: 200 }));
    await theyLeaveUnasked(night, heardBefore);
    await finishesInPeace(night);
  },
  300_000,
);

it('[AG10, RB1, TK3] ended while the nodes are gone, too: the ticket of who talks lets them back to finish, and no other does', async () => {
  const night = await aNightTogether();
  const { talks, heard, conversation, free } = night;
  const shifts = [talks.tab, free].map((tab) => tab.last('volunteer.ticket')?.ticket);
  await eventually(async () => expect(ticketOf(heard)).not.toBe(''));
  await service.live.dies();
  await night.ends();
  await Promise.all(service.nodes.map((node) => node.end()));
  await service.live.standsAgain();
  const node = await service.joins();
  const back = (cookie: string, ticket: string | undefined) =>
    aVolunteer(service, node, { cookie, ticket, line });
  await expect(back(night.freeIs, shifts[1])).rejects.toThrow('refused');
  const { tab } = await back(talks.cookie, shifts[0]);
  await tab.until('volunteer.is', (is) => is.at === 'talking' && is.conversation === conversation);
  const caller = aCaller(service, node, ticketOf(heard));
  await caller.until('caller.is', (is) => is.at === 'talking' && is.conversation === conversation);
  expect(tab.closedWith()).toBeUndefined();
  await finishesInPeace({ ...night, talks: { ...talks, tab }, heard: caller });
});

it('[AG10] ended while the store does not answer and loses nothing: they leave as soon as it does', async () => {
  const night = await aNightTogether();
  await service.live.client.call('CLIENT', 'PAUSE', '4000', 'ALL');
  expect(await night.ends()).toMatchObject({ status: 200 });
  await theyLeave(night);
  await finishesInPeace(night);
});
