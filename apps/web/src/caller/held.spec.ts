// What the page shows of what is held: asked while somebody looks, once more at the end, and never made up.
import { expect, it } from '@jest/globals';
import type { Held, Reply } from '@veille/shared';
import { eventually } from '../../test/eventually.js';
import { heldClock } from '../../test/held-clock.js';
import { HeldSight, LOOK_AGAIN_AFTER } from './held.svelte.js';

const nothing: Held = { grace: 240_000, entries: [] };
const waits: Held = { grace: 240_000, entries: [{ what: 'place', ends: 'with-you' }] };

/** A service that answers these, one after the other, and then the last one again. */
function aSight(...replies: Reply<Held>[]) {
  const { clock, advance } = heldClock();
  let asked = 0;
  const ask = async (): Promise<Reply<Held>> => {
    const reply = replies[Math.min(asked, replies.length - 1)] ?? { refused: 'unavailable' };
    asked += 1;
    return reply;
  };
  const sight = new HeldSight({ ask, storage: undefined, clock });
  return { sight, advance, asked: () => asked };
}

it('[PV4] asks while somebody looks, and not any more when they look away', async () => {
  const { sight, advance, asked } = aSight({ answer: waits }, { answer: nothing });
  const away = sight.look();
  await eventually(() => expect(sight.answer).toEqual(waits));
  advance(LOOK_AGAIN_AFTER);
  await eventually(() => expect(sight.answer).toEqual(nothing));
  away();
  advance(LOOK_AGAIN_AFTER);
  expect(asked()).toBe(2);
});

it('[PV4] without an answer it says so, and what was answered before is not shown as if it were now', async () => {
  const { sight, advance } = aSight({ answer: waits }, { refused: 'too-fast' }, { refused: 'unavailable' });
  sight.look();
  await eventually(() => expect(sight.answer).toEqual(waits));
  advance(LOOK_AGAIN_AFTER);
  await eventually(() => expect(sight.answer).toEqual(waits));
  advance(LOOK_AGAIN_AFTER);
  await eventually(() => expect(sight.answer).toBe('unanswered'));
});

it('[PV5] at the end of a stay it asks until nothing is left, and only then lets the line go', async () => {
  const { sight, advance, asked } = aSight({ answer: waits }, { answer: nothing });
  let isGone = false;
  sight.farewell(() => (isGone = true));
  expect([sight.isLeaving, isGone]).toEqual([true, false]);
  await eventually(() => expect(asked()).toBe(1));
  await eventually(() => {
    advance(500);
    expect(isGone).toBe(true);
  });
  expect([sight.answer, sight.isLeaving]).toEqual([nothing, false]);
  sight.look();
  advance(LOOK_AGAIN_AFTER);
  expect([asked(), sight.answer]).toEqual([2, nothing]);
});

it('[PV5] who begins anew waits for no farewell, and a service that is out is not waited for either', async () => {
  const { sight } = aSight({ answer: waits });
  let letGo = 0;
  sight.farewell(() => (letGo += 1));
  sight.beginAnew();
  expect([letGo, sight.isLeaving, sight.answer]).toEqual([1, false, 'asking']);
  const out = aSight({ refused: 'unavailable' });
  out.sight.farewell(() => (letGo += 1));
  await eventually(() => expect(letGo).toBe(2));
});
