// Other recovery codes, made by who gives the present factor again: the day most are used, or the paper is lost.
import { expect, it } from '@jest/globals';
import { accountId } from '@veille/domain';
import { aFactor, ève } from '../../test/harness/a-factor.js';
import { factorRefused, recoveryCodesMade } from './factor.facts.js';

it('[SF12] other codes are told once to who gives their factor, and those before open nothing any more', async () => {
  const { enrolments, factors, halves, anApp, facts } = aFactor();
  const told: unknown[] = [];
  facts.when(recoveryCodesMade, (fact) => void told.push(fact));
  const app = await anApp();
  const shown = { half: await halves.begin(ève.account), proof: { code: app.code() } };
  const made = await enrolments.renewCodes(ève, shown);
  if (typeof made === 'string') throw new Error(made);
  expect(made.recovery).toHaveLength(8);
  expect(await enrolments.renewCodes(ève, shown)).toBe('over');
  const half = await halves.begin(ève.account);
  expect(await halves.prove(half, { recovery: app.recovery[0] ?? '' })).toBe('refused');
  expect(await halves.prove(half, { recovery: made.recovery[0] ?? '' })).toEqual({ account: ève.account });
  expect(await factors.of(ève.account)).toEqual({ kind: 'totp', recoveryLeft: 7 });
  expect(told).toEqual([{ account: ève.account }]);
});

it('[SF12] the last recovery code makes eight others', async () => {
  const { enrolments, factors, halves, anApp } = aFactor();
  const { recovery } = await anApp();
  for (const code of recovery.slice(1))
    await halves.prove(await halves.begin(ève.account), { recovery: code });
  expect((await factors.of(ève.account))?.recoveryLeft).toBe(1);
  const shown = { half: await halves.begin(ève.account), proof: { recovery: recovery[0] ?? '' } };
  expect(await enrolments.renewCodes(ève, shown)).toMatchObject({ recovery: expect.any(Array) });
  expect((await factors.of(ève.account))?.recoveryLeft).toBe(8);
});

it('[SF12] a wrong factor, and the right one of somebody else, change nothing and are stated', async () => {
  const { enrolments, factors, halves, anApp, facts } = aFactor();
  const refused: unknown[] = [];
  facts.when(factorRefused, (fact) => void refused.push(fact));
  const paul = { ...ève, id: 'session of Paul', account: accountId('paul'), pseudonym: 'Paul' };
  const [app, paulsApp] = [await anApp(), await anApp(paul)];
  const wrong = { half: await halves.begin(ève.account), proof: { code: app.wrongCode() } };
  expect(await enrolments.renewCodes(ève, wrong)).toBe('refused');
  const pauls = { half: await halves.begin(paul.account), proof: { code: paulsApp.code() } };
  expect(await enrolments.renewCodes(ève, pauls)).toBe('refused');
  expect(refused).toEqual([{ account: ève.account, why: 'wrong' }]);
  const half = await halves.begin(ève.account);
  expect(await halves.prove(half, { recovery: app.recovery[0] ?? '' })).toEqual({ account: ève.account });
  expect((await factors.of(ève.account))?.recoveryLeft).toBe(7);
});
