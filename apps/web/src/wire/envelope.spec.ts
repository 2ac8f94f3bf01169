// One direction, sealed and opened: what is bound to it cannot be changed without the seal breaking.
import { describe, expect, it } from '@jest/globals';
import { makeSeals } from './envelope.js';
import type { Direction } from './seals.js';

const words = new TextEncoder().encode('je suis là');
const base = { conversation: 'conversation-1', speaker: 'caller', epoch: 3 } as const;

async function pair() {
  const caller = await makeSeals();
  const volunteer = await makeSeals();
  const sealing = await caller.sealTo({ ...base, theirs: volunteer.key });
  const openAs = (changed: Partial<Direction>) =>
    volunteer.openFrom({ ...base, theirs: caller.key, ...changed }, sealing.enc);
  return { caller, volunteer, sealing, openAs };
}

describe('one sealed direction', () => {
  it('[SM1] opens what was sealed, in order', async () => {
    const { sealing, openAs } = await pair();
    const sealed = [await sealing.seal(4, words), await sealing.seal(5, words)];
    const opening = await openAs({});
    expect(await opening.open(4, sealed[0] ?? '')).toEqual(words);
    expect(await opening.open(5, sealed[1] ?? '')).toEqual(words);
  });

  it.each<[string, Partial<Direction>]>([
    ['another conversation', { conversation: 'conversation-2' }],
    ['the other speaker', { speaker: 'volunteer' }],
    ['another page load', { epoch: 4 }],
  ])('[SM3] does not open under %s', async (_name, changed) => {
    const { sealing, openAs } = await pair();
    const sealed = await sealing.seal(1, words);
    const opening = await openAs(changed);
    expect(await opening.open(1, sealed)).toBe('not-genuine');
  });

  it('[SM3] does not open under another number, and still opens under its own', async () => {
    const { sealing, openAs } = await pair();
    const sealed = await sealing.seal(1, words);
    const opening = await openAs({});
    expect(await opening.open(2, sealed)).toBe('not-genuine');
    expect(await opening.open(1, sealed)).toEqual(words);
  });

  it('[SM3] does not open what a third page sealed in the name of the caller', async () => {
    const { volunteer, caller } = await pair();
    const third = await makeSeals();
    const sealing = await third.sealTo({ ...base, theirs: volunteer.key });
    const opening = await volunteer.openFrom({ ...base, theirs: caller.key }, sealing.enc);
    expect(await opening.open(1, await sealing.seal(1, words))).toBe('not-genuine');
  });
});
