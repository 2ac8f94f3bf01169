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

  it('[SM15] opens only with the continuity it was sealed with', async () => {
    const { caller, volunteer } = await pair();
    const tie = { conversation: base.conversation, former: undefined };
    const continuity = await caller.agree({ ...tie, side: 'caller', theirs: volunteer.key });
    expect(await volunteer.agree({ ...tie, side: 'volunteer', theirs: caller.key })).toEqual(continuity);
    const sealing = await caller.sealTo({ ...base, theirs: volunteer.key, continuity });
    const sealed = await sealing.seal(1, words);
    const openWith = async (held?: typeof continuity) =>
      (await volunteer.openFrom({ ...base, theirs: caller.key, continuity: held }, sealing.enc)).open(
        1,
        sealed,
      );
    expect(await openWith()).toBe('not-genuine');
    expect(await openWith({ ...continuity, secret: 'A'.repeat(43) })).toBe('not-genuine');
    expect(await openWith(continuity)).toEqual(words);
  });

  it('[SM15] agrees on another secret with another page, and after another past', async () => {
    const { caller, volunteer } = await pair();
    const tie = { conversation: base.conversation, side: 'caller', theirs: volunteer.key } as const;
    const former = await caller.agree({ ...tie, former: undefined });
    const third = await makeSeals();
    const others = [
      await third.agree({ ...tie, former: undefined }),
      await caller.agree({ ...tie, former }),
      await caller.agree({ ...tie, former: undefined, conversation: 'conversation-2' }),
    ];
    expect(new Set([former, ...others].map(({ secret }) => secret)).size).toBe(4);
  });

  it('[SM3] does not open what a third page sealed in the name of the caller', async () => {
    const { volunteer, caller } = await pair();
    const third = await makeSeals();
    const sealing = await third.sealTo({ ...base, theirs: volunteer.key });
    const opening = await volunteer.openFrom({ ...base, theirs: caller.key }, sealing.enc);
    expect(await opening.open(1, await sealing.seal(1, words))).toBe('not-genuine');
  });
});
