// Giving the second factor: what is right once, and everything that is not.
import { expect, it } from '@jest/globals';
import { accountId, minutes, networkId, rates, seconds } from '@veille/domain';
import { aFactor, origin, ève } from '../../test/harness/a-factor.js';
import { AnAuthenticator } from '../../test/harness/an-authenticator.js';
import { factorRefused, recoveryCodeUsed } from './factor.facts.js';

const theirs = { account: ève.account };

it('[SF1] a code of the app ends the half session, which is over then', async () => {
  const { halves, anApp } = aFactor();
  const app = await anApp();
  const half = await halves.begin(ève.account);
  expect(await halves.prove(half, { code: app.code() })).toEqual(theirs);
  expect(await halves.prove(half, { code: app.code(seconds(30)) })).toBe('over');
});

it('[SF1] a half session is over after five minutes, and one that is forged always was', async () => {
  const { halves, anApp, clock } = aFactor();
  const app = await anApp();
  const half = await halves.begin(ève.account);
  clock.advance(minutes(5));
  expect(await halves.prove(half, { code: app.code() })).toBe('over');
  expect(await halves.prove('A'.repeat(43), { code: app.code() })).toBe('over');
  expect(await halves.ask(half)).toBe('over');
});

it('[SF1] after five wrong tries the password has to be given again', async () => {
  const { halves, anApp, clock } = aFactor();
  const app = await anApp();
  const half = await halves.begin(ève.account);
  for (const wait of [0, 0, 0, 30, 120]) {
    clock.advance(seconds(wait));
    expect(await halves.prove(half, { code: app.wrongCode() })).toBe('refused');
  }
  expect(await halves.prove(half, { code: app.code() })).toBe('over');
});

it.each([
  [-seconds(60), 'refused'],
  [-seconds(30), theirs],
  [0, theirs],
  [seconds(30), theirs],
  [seconds(60), 'refused'],
])('[SF4] a clock that is off by %d ms: %j', async (off, said) => {
  const { halves, anApp, clock, facts } = aFactor();
  const refused: unknown[] = [];
  facts.when(factorRefused, (fact) => void refused.push(fact));
  const app = await anApp();
  clock.advance(seconds(60));
  expect(await halves.prove(await halves.begin(ève.account), { code: app.code(off) })).toEqual(said);
  // What is written of it (SF10).
  expect(refused).toEqual(said === 'refused' ? [{ account: ève.account, why: 'wrong' }] : []);
});

it('[SF4] a code is good once: not again, not in another half session, and no older one after it', async () => {
  const { halves, anApp } = aFactor();
  const app = await anApp();
  const next = { code: app.code(seconds(30)) };
  expect(await halves.prove(await halves.begin(ève.account), next)).toEqual(theirs);
  expect(await halves.prove(await halves.begin(ève.account), next)).toBe('refused');
  expect(await halves.prove(await halves.begin(ève.account), { code: app.code() })).toBe('refused');
});

it('[SF6] the fourth wrong code in a row is told to wait, and so is the right one', async () => {
  const { halves, anApp, clock, facts } = aFactor();
  const refused: unknown[] = [];
  facts.when(factorRefused, (fact) => void refused.push(fact.why));
  const app = await anApp();
  for (const _ of [1, 2, 3]) await halves.prove(await halves.begin(ève.account), { code: app.wrongCode() });
  const half = await halves.begin(ève.account);
  expect(await halves.prove(half, { code: app.code() })).toBe('too-fast');
  clock.advance(seconds(30));
  expect(await halves.prove(half, { code: app.code() })).toEqual(theirs);
  expect(refused).toEqual(['wrong', 'wrong', 'wrong', 'too-fast']);
});

it('[SF13] a crowd that tries factors from one network, at whatever accounts, is slowed, and nobody from another', async () => {
  const { halves, factors, networks, anApp, clock } = aFactor();
  const app = await anApp();
  const [campus, town] = [[networkId('campus')], [networkId('town')]];
  const wrong = { code: app.wrongCode() };
  const from = async (network: typeof campus, account: string) =>
    halves.prove(await halves.begin(accountId(account)), wrong, network);
  // Whoever guesses at passwords there takes nobody's turn away.
  while ((await networks.turn('sign-in', campus)) !== 'too-fast');
  for (let n = 0; n < rates.factor.burst; n += 1) expect(await from(campus, `account ${n}`)).toBe('refused');
  expect(await from(campus, 'one more')).toBe('too-fast');
  expect(await from(campus, ève.account)).toBe('too-fast');
  expect(await halves.prove(await halves.begin(ève.account), { code: app.code() }, town)).toEqual(theirs);
  clock.advance(rates.factor.every);
  const recovered = { recovery: (await factors.renewCodes(ève.account))[0] ?? '' };
  expect(await halves.prove(await halves.begin(ève.account), recovered, campus)).toEqual(theirs);
});

it('[SF2] a recovery code opens once, and says how many are left', async () => {
  const { halves, factors, anApp, facts } = aFactor();
  const left: unknown[] = [];
  facts.when(recoveryCodeUsed, (fact) => void left.push(fact.left));
  const { recovery } = await anApp();
  const [code = ''] = recovery;
  expect(new Set(recovery).size).toBe(8);
  expect(await halves.prove(await halves.begin(ève.account), { recovery: code })).toEqual(theirs);
  expect(await halves.prove(await halves.begin(ève.account), { recovery: code })).toBe('refused');
  expect(await factors.of(ève.account)).toEqual({ kind: 'totp', recoveryLeft: 7 });
  expect(left).toEqual([7]);
});

it.each([true, false])(
  '[SF5] a passkey (counting: %s) answers what this half session asked, once',
  async (counts) => {
    const { halves, aPasskey, asked } = aFactor();
    const passkey = await aPasskey(new AnAuthenticator(counts));
    for (const _ of [1, 2]) {
      const half = await halves.begin(ève.account);
      const answer = passkey.sign(await asked(half), { origin });
      expect(await halves.prove(half, { passkey: answer })).toEqual(theirs);
      const another = await halves.begin(ève.account);
      expect(await halves.prove(another, { passkey: answer })).toBe('refused');
      await asked(another);
      expect(await halves.prove(another, { passkey: answer })).toBe('refused');
    }
  },
);

it('[SF5] a passkey that was asked by another origin, of another host, or without its owner, is refused', async () => {
  const { halves, aPasskey, asked, clock, facts } = aFactor();
  const refused: unknown[] = [];
  facts.when(factorRefused, (fact) => void refused.push(fact.why));
  const passkey = await aPasskey();
  for (const how of [
    { origin: 'https://veille.example.org' },
    { origin, host: 'example' },
    { origin, verified: false },
    { origin: 'http://veille.example' },
  ]) {
    const half = await halves.begin(ève.account);
    expect(await halves.prove(half, { passkey: passkey.sign(await asked(half), how) })).toBe('refused');
    clock.advance(seconds(30));
  }
  expect(refused).toEqual(['wrong', 'wrong', 'wrong', 'wrong']);
});

it('[SF5] the passkey of somebody else, and one that counts backwards, are refused', async () => {
  const { halves, aPasskey, asked, clock } = aFactor();
  const passkey = await aPasskey();
  const half = await halves.begin(ève.account);
  const stranger = new AnAuthenticator();
  expect(await halves.prove(half, { passkey: stranger.sign(await asked(half), { origin }) })).toBe('refused');
  const [late, soon] = [await halves.begin(ève.account), await halves.begin(ève.account)];
  const first = passkey.sign(await asked(late), { origin });
  const second = passkey.sign(await asked(soon), { origin });
  clock.advance(seconds(30));
  expect(await halves.prove(soon, { passkey: second })).toEqual(theirs);
  expect(await halves.prove(late, { passkey: first })).toBe('refused');
});

it('[SF1] who has a passkey is not let in by a code, nor who has an app by a passkey', async () => {
  const passkeys = aFactor();
  await passkeys.aPasskey();
  expect(await passkeys.halves.prove(await passkeys.halves.begin(ève.account), { code: '123456' })).toBe(
    'refused',
  );
  const apps = aFactor();
  await apps.anApp();
  const half = await apps.halves.begin(ève.account);
  expect(await apps.halves.ask(half)).toBe('refused');
  const answer = new AnAuthenticator().sign({ challenge: 'AAAA' }, { origin });
  expect(await apps.halves.prove(half, { passkey: answer })).toBe('refused');
});
