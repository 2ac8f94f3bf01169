// Deeds over the border of a post or of an association, beyond one's rank, and the last administrator's own: one word, nothing changed,
// and one line, in the journal of who asked and in nobody else's.
import type { Audited } from '@veille/domain';
import { type AccessRefusal, deskAssociation, type Role } from '@veille/shared';
import * as v from 'valibot';
import type { Answered } from '../harness/access-over-http.js';
import type { Person, StaffHouse } from '../harness/a-staff-house.js';
import { etoile } from '../harness/an-association.js';
import { type Case, refusesEach } from '../harness/refusals.js';

const { association } = etoile;
type Reach = (house: StaffHouse, by: Person) => Promise<() => Promise<Answered>>;
type Reaching = { what: string; wrote: readonly string[]; is?: AccessRefusal; reaches: Reach };

const asksFor = (path: string, body: object) => (house: StaffHouse, by: Person) => () =>
  house.post(`../${path}`, { body, cookie: by.cookie });

/** Somebody of the other association. */
const estelle = (house: StaffHouse) => house.joins('Estelle', { role: 'coordinator', association });
const postOf = async (house: StaffHouse, { cookie }: Person) =>
  v.parse(deskAssociation, (await house.get('../desk/association', { cookie })).body).posts[0]?.id;

const staffDeeds = [
  ['suspend', 'suspended'],
  ['restore', 'restored'],
  ['demote', 'role-changed'],
  ['remove', 'removed'],
  ['reset', 'reset'],
] as const satisfies readonly (readonly [string, Audited])[];
/** `own`: the post they run, where they run less than the whole. */
const ofRank =
  (role: Role, own?: (house: StaffHouse) => string | undefined) =>
  (reaching: Reaching): Case => ({
    what: `${reaching.what}, by a ${role}${own ? ' of a post' : ''}`,
    is: reaching.is ?? 'not-allowed',
    comes: async (house) => {
      const by = await house.joins('Norbert', { role, post: own?.(house) });
      return { asks: await reaching.reaches(house, by), line: lineBy(by.account, reaching.wrote) };
    },
  });
const lineBy = (by: string, what: readonly string[]) => ({ did: 'reach-refused', by, what }) as const;

const central = ({ posts }: StaffHouse) => posts[0]?.id;
const sud = ({ posts }: StaffHouse) => posts[1]?.id;

const overThePost: Reaching[] = [
  ...staffDeeds.map(([deed, wrote]): Reaching => ({
    what: `${deed} somebody of another post`,
    wrote: [wrote],
    reaches: async (house, by) => {
      const { account } = await house.joins('Véra', { role: 'volunteer', post: sud(house) });
      return asksFor(`staff/${deed}`, { account })(house, by);
    },
  })),
  {
    what: 'invite to another post',
    wrote: ['invited'],
    reaches: async (house, by) =>
      asksFor('access/invitations', { role: 'volunteer', post: sud(house) })(house, by),
  },
  {
    what: 'register a computer of another post',
    wrote: ['device-registered'],
    reaches: async (house, by) => asksFor('post/devices', { post: sud(house) })(house, by),
  },
  {
    what: 'make a code for a computer of another post',
    wrote: ['device-code-made'],
    reaches: async (house, by) => asksFor('post/devices/code', { post: sud(house) })(house, by),
  },
  {
    what: 'choose the settings of the line',
    wrote: ['run-line'],
    reaches: async (house, by) => () =>
      house.put('../desk/lines/principale', { body: {}, cookie: by.cookie }),
  },
];

const overTheAssociation: Reaching[] = [
  ...staffDeeds.map(([deed, wrote]): Reaching => ({
    what: `${deed} somebody of another association`,
    wrote: [wrote],
    reaches: async (house, by) =>
      asksFor(`staff/${deed}`, { account: (await estelle(house)).account })(house, by),
  })),
  {
    what: 'invite into another association',
    wrote: ['invited'],
    reaches: async (house, by) =>
      asksFor('access/invitations', { role: 'volunteer', association })(house, by),
  },
  {
    what: 'register a computer of another association’s post',
    wrote: ['device-registered'],
    reaches: async (house, by) =>
      asksFor('post/devices', { post: await postOf(house, await estelle(house)) })(house, by),
  },
  {
    what: 'choose the settings of another association’s line',
    wrote: ['settings-changed'],
    reaches: async (house, by) => () =>
      house.put(`../desk/lines/${etoile.line}`, { body: {}, cookie: by.cookie }),
  },
  {
    what: 'close another association’s line',
    wrote: ['mode-changed'],
    reaches: async (house, by) =>
      asksFor(`desk/lines/${etoile.line}/mode`, { mode: 'closed-now' })(house, by),
  },
  ...(['confirm', 'open'] as const).map((deed): Reaching => ({
    what: `${deed} the closing of another association’s door to a network`,
    is: 'over',
    wrote: [deed === 'confirm' ? 'network-closed' : 'network-opened'],
    reaches: async (house, by) => {
      const closure = await house.aClosure(association, (await estelle(house)).account);
      return asksFor(`desk/closures/${deed}`, { closure })(house, by);
    },
  })),
  {
    what: 'confirm the closing one asked for oneself',
    wrote: ['network-closed', 'same-person'],
    reaches: async (house, by) =>
      asksFor('desk/closures/confirm', { closure: await house.aClosure('veille', by.account) })(house, by),
  },
];

const beyondTheRank: Reaching[] = [
  {
    what: 'invite',
    wrote: ['invite-volunteer'],
    reaches: async (house, by) => asksFor('access/invitations', { role: 'volunteer' })(house, by),
  },
  {
    what: 'suspend somebody',
    wrote: ['run-staff'],
    reaches: async (house, by) => asksFor('staff/suspend', { account: house.claude.account })(house, by),
  },
  {
    what: 'found an association',
    wrote: ['found-association'],
    reaches: async (house, by) => asksFor('desk/associations', etoile)(house, by),
  },
];

const ofTheLast = staffDeeds
  .filter(([deed]) => deed !== 'restore' && deed !== 'reset')
  .map(([deed, wrote]): Case => ({
    what: `${deed} oneself, as the last administrator`,
    is: 'last-administrator',
    comes: async (house) => ({
      asks: asksFor(`staff/${deed}`, { account: house.claude.account })(house, house.claude),
      line: lineBy(house.claude.account, [wrote, 'last-administrator']),
    }),
  }));

refusesEach('[AU9] [TN1] [SP1]', [
  ...overThePost.map(ofRank('coordinator', central)),
  ...overTheAssociation.map(ofRank('coordinator')),
]);
refusesEach('[AU9] [AW1]', beyondTheRank.map(ofRank('volunteer')));
refusesEach('[AU9] [SP3]', ofTheLast);
