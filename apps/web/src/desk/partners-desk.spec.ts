// Agreements on a desk that somebody else may sit down at: what comes late is of who left.
import { afterEach, expect, it } from '@jest/globals';
import { PartnersDesk } from './partners-desk.svelte.js';

const fetched = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = fetched;
});

const line = { id: 'principale', name: 'Ligne principale' };
const listed = { lines: [line], agreements: [] };
const answers: Record<string, object> = {
  '/api/desk/agreements': listed,
  '/api/desk/agreements/accept': listed,
  '/api/desk/agreements/propose': { code: 'A'.repeat(16), validFor: 1_000 },
};

it('[AG8] a list, a code and an agreement that come when their coordinator has left are shown to nobody', async () => {
  let come = (): void => undefined;
  const coming = new Promise<void>((resolve) => (come = resolve));
  globalThis.fetch = async (asked) => {
    await coming;
    return new Response(JSON.stringify(answers[asked instanceof Request ? asked.url : asked.toString()]));
  };
  const desk = new PartnersDesk();
  const asked = [desk.open(), desk.propose(line), desk.accept()];
  desk.close();
  come();
  await Promise.all(asked);
  expect([desk.shown, desk.code, desk.accepted]).toEqual([undefined, undefined, false]);

  await desk.open();
  await desk.propose(line);
  expect([desk.shown, desk.code]).toEqual([
    listed,
    { line: line.name, ...answers['/api/desk/agreements/propose'] },
  ]);
  desk.close();
});
