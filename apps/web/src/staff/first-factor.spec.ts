// A first second proof begun from one's own page: nothing is asked of the service before the password is written.
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { OwnFactor } from './own-factor.svelte.js';

const fetched = globalThis.fetch;
const offer = { secret: 'JBSWY3DP', uri: 'otpauth://totp/Veille' };
let asked: string[];
let answer: object;
beforeEach(() => {
  asked = [];
  answer = { recoveryLeft: 0, entersBy: 'password' };
  globalThis.fetch = (_, init) => {
    if (typeof init?.body === 'string') asked.push(init.body);
    return Promise.resolve(new Response(JSON.stringify(answer)));
  };
});
afterEach(() => {
  globalThis.fetch = fetched;
});

it('[FA58] the password goes with what is chosen; a wrong one leaves the page where it was, and says so', async () => {
  const own = new OwnFactor();
  await own.look();
  own.change();
  await own.choose('totp');
  expect([own.step, asked]).toEqual(['knowing', []]);
  answer = { refused: 'refused' };
  await own.sayPassword('faux');
  expect([own.step, own.proving.refused]).toEqual(['knowing', 'refused']);
  answer = offer;
  await own.sayPassword('une phrase assez longue');
  expect([own.step, own.enrolling.offer]).toEqual(['making', offer]);
  expect(asked).toEqual(
    ['faux', 'une phrase assez longue'].map((password) => JSON.stringify({ kind: 'totp', password })),
  );
});
