// One's own second proof on a page that somebody else may sit down at: what comes late is of who left.
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Account } from './account.svelte.js';

const fetched = globalThis.fetch;
let late: (body: object) => void;
beforeEach(() => {
  globalThis.fetch = (asked) => {
    const path = asked instanceof Request ? asked.url : asked.toString();
    const said = (body: object) => new Response(JSON.stringify(body));
    if (path.endsWith('/codes')) return new Promise((resolve) => (late = (body) => resolve(said(body))));
    return Promise.resolve(
      said(path.endsWith('/again') ? { prove: 'totp' } : { kind: 'totp', recoveryLeft: 8 }),
    );
  };
});
afterEach(() => {
  globalThis.fetch = fetched;
});

it('[FA58] recovery codes that come when their owner has signed out are shown to nobody', async () => {
  const account = new Account(() => undefined);
  await account.factor.look();
  await account.factor.prove('codes');
  const asked = account.factor.proving.write('123456');
  account.leave();
  late({ recovery: Array(8).fill('A'.repeat(16)) });
  await asked;
  const { step, held, enrolling } = account.factor;
  expect([step, held, enrolling.codes]).toEqual(['calm', undefined, undefined]);
});
