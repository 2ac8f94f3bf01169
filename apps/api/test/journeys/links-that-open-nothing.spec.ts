// Links and codes that are too old, were used, or were altered: one word, nothing changed, and a line that names nobody.
import { hours, minutes } from '@veille/domain';
import { deviceCode } from '@veille/shared';
import * as v from 'valibot';
import { password } from '../harness/access-over-http.js';
import type { StaffHouse } from '../harness/a-staff-house.js';
import { type Case, refusesEach } from '../harness/refusals.js';

/** Of what is forged or over nobody knows whose it was, and nothing is kept to find out. */
const line = { did: 'link-refused' } as const;
const lineOfCode = { ...line, what: ['by-code'] };
const altered = (token: string) => token.replace(/^./, (first) => (first === 'B' ? 'C' : 'B'));
const forged = 'A'.repeat(43);

const invitation = async ({ anInvitation, claude }: StaffHouse) => anInvitation(claude.cookie);
const reset = async ({ desk, claude }: StaffHouse) => {
  const said = JSON.stringify(await desk('staff/reset', { account: claude.account }));
  return /#reset=([A-Za-z0-9_-]{43})"/.exec(said)?.[1] ?? 'no token';
};
const code = async ({ desk, posts }: StaffHouse) =>
  v.parse(deviceCode, await desk('post/devices/code', { post: posts[0]?.id })).code;

const joins = ({ accept }: StaffHouse, token: string) => accept(token, 'Ève');
const chooses = ({ post }: StaffHouse, token: string) =>
  post('resets/accept', { body: { reset: token, password } });
const becomes = ({ post }: StaffHouse, token: string) => post('../post/here', { body: { code: token } });

const kinds = [
  { name: 'an invitation', make: invitation, use: joins, lasts: hours(72), line },
  { name: 'a link to another password', make: reset, use: chooses, lasts: hours(72), line },
  { name: 'a code for a post’s computer', make: code, use: becomes, lasts: minutes(10), line: lineOfCode },
] as const;

const cases = kinds.flatMap(({ name, make, use, lasts, line: left }): Case[] => [
  {
    what: `${name} that is too old`,
    is: 'refused',
    comes: async (house) => {
      const token = await make(house);
      await house.passes(lasts);
      return { asks: () => use(house, token), line: left };
    },
  },
  {
    what: `${name} that was used`,
    is: 'refused',
    comes: async (house) => {
      const token = await make(house);
      await use(house, token);
      return { asks: () => use(house, token), line: left };
    },
  },
  {
    what: `${name} that was altered`,
    is: 'refused',
    comes: async (house) => {
      const token = altered(await make(house));
      return { asks: () => use(house, token), line: left };
    },
  },
]);

refusesEach('[AU9] [AC3]', [
  ...cases,
  {
    what: 'an invitation nobody made',
    is: 'refused',
    comes: async (house) => ({ asks: () => joins(house, forged), line }),
  },
  {
    what: 'a link to another password, after a later one was made',
    is: 'refused',
    comes: async (house) => {
      const token = await reset(house);
      await reset(house);
      return { asks: () => chooses(house, token), line };
    },
  },
]);
