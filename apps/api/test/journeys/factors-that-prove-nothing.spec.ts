// Second factors that are wrong, late, early, used before, or made on another site: one word, nothing changed, one line about the account.
import { passkeyOptions } from '@veille/shared';
import * as v from 'valibot';
import { password, publicUrl } from '../harness/access-over-http.js';
import type { StaffHouse } from '../harness/a-staff-house.js';
import { AnAuthenticator } from '../harness/an-authenticator.js';
import { type Case, refusesEach } from '../harness/refusals.js';
import { codeAt, wrongCodeAt } from '../harness/totp-app.js';

const STEP = 30_000;

const about = (account: string) => ({ did: 'factor-refused', to: account, what: ['wrong'] }) as const;
const half = async ({ post }: StaffHouse, pseudonym = 'Claude') =>
  (await post('sign-in', { body: { pseudonym, password } })).cookie;
const proves = ({ post }: StaffHouse, cookie: string | undefined, proof: object) =>
  post('../factor/prove', { body: { proof }, cookie });

/** Claude signs in, and gives this. */
const gives = (what: string, proof: (house: StaffHouse) => object | Promise<object>): Case => ({
  what,
  is: 'refused',
  comes: async (house) => {
    const given = await proof(house);
    const cookie = await half(house);
    return { asks: () => proves(house, cookie, given), line: about(house.claude.account) };
  },
});
const codeAfter = (steps: number) => (house: StaffHouse) => ({
  code: codeAt(house.claude.secret, house.clock.now() + steps * STEP),
});
const used = (proof: (house: StaffHouse) => object) => async (house: StaffHouse) => {
  const given = proof(house);
  await proves(house, await half(house), given);
  return given;
};

const elsewhere = 'https://veille.example.evil.example';
const offered = async ({ post }: StaffHouse, cookie: string | undefined) => {
  const { body } = await post('../factor/enrol', { body: { kind: 'passkey' }, cookie });
  return v.parse(passkeyOptions, body).options;
};
/** Ève has been invited, and is about to choose her second factor. */
const ève = async (house: StaffHouse) => {
  const link = await house.anInvitation(house.claude.cookie);
  const { cookie } = await house.accept(link, 'Ève');
  return { cookie, account: await house.named('Ève') };
};
type Made = { readonly origin: string; readonly host?: string; readonly verified?: boolean };

/** Ève has a passkey, and this is what it answers. */
const signs = (what: string, how: Made): Case => ({
  what,
  is: 'refused',
  comes: async (house) => {
    const passkey = new AnAuthenticator();
    const { cookie, account } = await ève(house);
    const made = passkey.create(await offered(house, cookie), { origin: publicUrl });
    await house.post('../factor/confirm', { body: { passkey: made }, cookie });
    const signingIn = await half(house, 'Ève');
    const { body } = await house.post('../factor/challenge', { body: {}, cookie: signingIn });
    const answer = passkey.sign(v.parse(passkeyOptions, body).options, how);
    return { asks: () => proves(house, signingIn, { passkey: answer }), line: about(account) };
  },
});
/** Ève has none yet, and this is what is made for her. */
const isMade = (what: string, how: Made): Case => ({
  what,
  is: 'refused',
  comes: async (house) => {
    const { cookie, account } = await ève(house);
    const passkey = new AnAuthenticator().create(await offered(house, cookie), how);
    return {
      asks: () => house.post('../factor/confirm', { body: { passkey }, cookie }),
      line: about(account),
    };
  },
});

refusesEach('[SF4] [SF10]', [
  gives('a wrong code', ({ claude, clock }) => ({ code: wrongCodeAt(claude.secret, clock.now()) })),
  gives('a code of a clock that is two steps ahead', codeAfter(2)),
  gives('a code of a clock that is two steps late', async (house) => {
    house.clock.advance(3 * STEP);
    return codeAfter(-2)(house);
  }),
  gives('a code that was used', used(codeAfter(0))),
  gives('a code of a step before the last that was used', async (house) => {
    await used(codeAfter(1))(house);
    return codeAfter(0)(house);
  }),
  gives('a recovery code nobody made', () => ({ recovery: 'A'.repeat(16) })),
  gives(
    'a recovery code that was used',
    used(({ claude }) => ({ recovery: claude.recovery[0] })),
  ),
]);

refusesEach('[SF5] [SF10]', [
  signs('a passkey that answers to another site', { origin: elsewhere }),
  signs('a passkey of another host', { origin: publicUrl, host: 'evil.example' }),
  signs('a passkey that did not look at its owner', { origin: publicUrl, verified: false }),
  isMade('a passkey made on another site', { origin: elsewhere }),
  isMade('a passkey made for another host', { origin: publicUrl, host: 'evil.example' }),
]);
