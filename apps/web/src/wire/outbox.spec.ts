// What waits to be delivered: when it is sent again, when it is called late, and how much of it there may be.
import { describe, expect, it } from '@jest/globals';
import { limits } from '@veille/shared';
import { LATE_AFTER, Outbox, RESEND_AFTER, WINDOW } from './outbox.js';

const conversation = 'conversation-1';
const proof = 'p'.repeat(22);

function sealAll(outbox: Outbox): void {
  for (let next = outbox.unsealed; next; next = outbox.unsealed) {
    const envelope = { conversation, epoch: 1, number: next.number, enc: 'enc', sealed: `${next.number}` };
    outbox.sealed(next.number, { envelope, proof });
  }
}

function saying(count: number): Outbox {
  const outbox = new Outbox();
  outbox.begin(1);
  for (let said = 0; said < count; said += 1) outbox.say('oui', 0);
  sealAll(outbox);
  return outbox;
}

describe('the outbox', () => {
  it('[SM10] sends again, byte for byte, what has no receipt after four seconds, and then more rarely', () => {
    const outbox = saying(1);
    const [first] = outbox.takeDue(0);
    expect(outbox.takeDue(RESEND_AFTER - 1)).toEqual([]);
    expect(outbox.takeDue(RESEND_AFTER)[0]).toBe(first);
    expect(outbox.takeDue(2 * RESEND_AFTER)).toEqual([]);
    expect(outbox.takeDue(3 * RESEND_AFTER)[0]).toBe(first);
  });

  it('[SM10] calls a message late after ten seconds without a receipt', () => {
    const outbox = saying(1);
    const [envelope] = outbox.takeDue(0);
    if (envelope) outbox.relayed(envelope);
    expect(outbox.progress(LATE_AFTER - 1)).toEqual([{ id: 1, progress: 'sent' }]);
    expect(outbox.progress(LATE_AFTER)).toEqual([{ id: 1, progress: 'late' }]);
    expect(outbox.receipt(1, proof)).toEqual([1]);
  });

  it('[SM10] says "sent" only for the sealing that was relayed', () => {
    const outbox = saying(1);
    const [old] = outbox.takeDue(0);
    outbox.startOver();
    sealAll(outbox);
    if (old) outbox.relayed(old);
    expect(outbox.progress(0)).toEqual([{ id: 1, progress: 'sending' }]);
  });

  it('[SM11] keeps no more than the limit, and says so', () => {
    const outbox = saying(limits.outbox);
    expect(outbox.say('encore', 0)).toBe('full');
  });

  it('[SM11] sends no further ahead than the other page holds', () => {
    const outbox = saying(WINDOW + 5);
    expect(outbox.takeDue(0).map(({ number }) => number)).toEqual(
      Array.from({ length: WINDOW }, (_, at) => at + 1),
    );
    outbox.receipt(5, proof);
    expect(outbox.takeDue(0).map(({ number }) => number)).toEqual([33, 34, 35, 36, 37]);
  });

  it('[SM11] sends no more at once than it is allowed, the first ones first', () => {
    const outbox = saying(5);
    expect(outbox.takeDue(0, 2).map(({ number }) => number)).toEqual([1, 2]);
    expect(outbox.takeDue(0, 0)).toEqual([]);
    expect(outbox.takeDue(0, 9).map(({ number }) => number)).toEqual([3, 4, 5]);
  });

  it('[SM12] a page loaded anew goes on after what the other side shows', () => {
    const outbox = new Outbox();
    outbox.say('je reviens', 0);
    outbox.begin(8);
    expect(outbox.startOver()).toBe(8);
    expect(outbox.unsealed).toEqual({ number: 8, words: { text: 'je reviens' } });
  });
});
