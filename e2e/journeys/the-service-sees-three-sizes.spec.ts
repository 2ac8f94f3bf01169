// A conversation of every kind of word, as the service carries it: what is written has one of three lengths, and whatever
// else passes between two pages is as long whoever says it, and whatever is said.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aHouse, type House } from '../harness/a-house.js';
import { type Frame, overhearPages } from '../harness/on-the-wire.js';
import { accepts, aCaller, aFreeVolunteer, ends, reads, says } from '../harness/people.js';

let house: House;
let frames: readonly Frame[];
beforeAll(async () => {
  house = await aHouse();
  frames = overhearPages(house.browser);
});
afterAll(() => house.end());

const TAG = 16;
const sentence = 'Il est quatre heures et je ne dors pas. ';

/** Every kind of thing two people do: short and long words, more than one message holds, a page loaded anew, an end. */
async function talk(): Promise<void> {
  const { page: caller } = await aCaller(house);
  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await caller.getByRole('textbox').pressSequentially('Oui.');
  await volunteer.getByText('écrit', { exact: false }).waitFor();
  await caller.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await reads(volunteer, 'Oui.');
  for (const [at, text] of ['Je vous écoute, 🌙.', 'é'.repeat(300), sentence.repeat(40).trim()].entries()) {
    const [from, to] = at % 2 === 0 ? [volunteer, caller] : [caller, volunteer];
    await says(from, text);
    await reads(to, text);
  }
  await says(caller, sentence.repeat(120).trim());
  await says(caller, 'C’est tout.');
  await reads(volunteer, 'C’est tout.');
  await caller.reload();
  await caller.getByRole('log').getByText('Ce qui avait été remis est revenu').waitFor();
  await says(volunteer, 'Vous êtes revenu.');
  await reads(caller, 'Vous êtes revenu.');
  await ends(volunteer);
  await caller.getByRole('heading', { name: 'Cette conversation est terminée.' }).waitFor();
}

/** Numbers grow with how long people talk, which the service sees anyway: each is one letter here. */
const lengthOf = ({ payload }: Frame) =>
  JSON.stringify(payload, (_name, value: unknown) => (typeof value === 'number' ? 0 : value)).length;

it('[SM19] what is written passes the service in three lengths, and everything beside it in one of its own', async () => {
  await talk();
  const passed = frames.filter(({ event }) => event.startsWith('conversation.'));
  const of = (name: string) => passed.filter(({ event }) => event === `conversation.${name}`);

  const envelopes = of('say').flatMap(({ payload }) =>
    typeof payload === 'object' && payload !== null && 'sealed' in payload ? [String(payload.sealed)] : [],
  );
  expect(envelopes.length).toBeGreaterThan(15);
  const sizes = new Set(envelopes.map((sealed) => Buffer.from(sealed, 'base64url').length - TAG));
  expect([...sizes].sort((a, b) => a - b)).toEqual([256, 1024, 4096]);
  expect(new Set(of('say').map(lengthOf)).size).toBe(3);

  for (const name of ['typing', 'receipt', 'end'])
    expect([name, new Set(of(name).map(lengthOf)).size]).toEqual([name, 1]);
  // With a key of theirs or none yet, with a continuity or none, whole or not.
  expect(new Set(of('hello').map(lengthOf)).size).toBeLessThanOrEqual(4);
  const said = passed.filter(({ way }) => way === 'said');
  expect([...new Set(said.map(({ event }) => event))].sort()).toEqual(
    ['end', 'hello', 'receipt', 'say', 'typing'].map((name) => `conversation.${name}`),
  );
});
