// Who leaves has left: the page does not wait for the service, and the service is told as soon as it can be.
import { describe, expect, it } from '@jest/globals';
import type { Reply } from '@veille/shared';
import { heldClock } from '../../test/held-clock.js';
import { Parting, PARTING_LASTS, SAID_AGAIN_AFTER } from './parting.js';

function leaving(replies: Reply<unknown>[]) {
  const { clock, advance } = heldClock();
  const happened: string[] = [];
  const parting = new Parting(clock, () => happened.push('over'));
  parting.begin(async () => {
    happened.push('said');
    return replies.shift() ?? { refused: 'unavailable' };
  });
  return { parting, happened, advance };
}

describe('parting', () => {
  it('[FA8] says the last word again after an outage, and is over when it was heard', async () => {
    const { parting, happened } = leaving([{ refused: 'unavailable' }, { answer: {} }]);
    await parting.sayAgain();
    expect(happened).toEqual(['said', 'said', 'over']);
    expect(parting.underway).toBe(false);
  });

  it('[FA8] says it again by itself when the service could not say', async () => {
    const { parting, happened, advance } = leaving([{ refused: 'unavailable' }, { answer: {} }]);
    await settled();
    advance(SAID_AGAIN_AFTER);
    await settled();
    expect(happened).toEqual(['said', 'said', 'over']);
    expect(parting.underway).toBe(false);
  });

  it('[FA8] leaving what was already over is no fault', async () => {
    const { parting, happened } = leaving([{ refused: 'not-now' }]);
    await Promise.resolve();
    await parting.sayAgain();
    expect(happened.filter((what) => what === 'over')).toHaveLength(1);
  });

  it('[FA8] gives up after a while: the service will find out by itself', () => {
    const { parting, happened, advance } = leaving([]);
    advance(PARTING_LASTS);
    expect(happened).toEqual(['said', 'over']);
    expect(parting.underway).toBe(false);
  });
});

/** Everything that only waited for its turn has had it. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
