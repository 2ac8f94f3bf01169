// Silence: what it has come to, and what a word does to it.
import { expect, it } from '@jest/globals';
import { aLine, ana, firstTalk, isFree, t0, talks, vera, waits } from '../test/a-line.js';
import { conversationId } from './ids.js';
import { heardFrom, nextSilence, silenceAt } from './silence.js';

const lengths = { silenceNudge: 300, silenceAsk: 900 };
const line = aLine(waits(ana), isFree(vera), talks(vera));

it.each([
  [0, undefined, 300],
  [299, undefined, 300],
  [300, 'nudge', 900],
  [899, 'nudge', 900],
  [900, 'ask', undefined],
  [90_000, 'ask', undefined],
] as const)('[SL1] after %i it has come to %s, and comes to more at %s', (passed, is, next) => {
  expect(silenceAt(t0, lengths, t0 + passed)).toBe(is);
  expect(nextSilence(t0, lengths, t0 + passed)).toBe(next && t0 + next);
});

it('[SL2] a word begins it anew, and one that is told late does not make it longer', () => {
  const first = heardFrom(line, firstTalk, t0 + 500);
  expect(first.says).toEqual({ since: t0 });
  const late = heardFrom(first.line, firstTalk, t0 + 400);
  expect(late).toEqual({ line: first.line, says: { since: t0 + 500 } });
  expect(late.line.conversations.get(firstTalk)?.heardAt).toBe(t0 + 500);
});

it('[SL2] what is over is not heard', () => {
  const never = conversationId('never');
  expect(heardFrom(line, never, t0)).toEqual({ line, says: 'already-over' });
});
