// What arrives out of order is held, no more than a window of it, and a receipt covers only what stands on the screen.
import { describe, expect, it } from '@jest/globals';
import { HELD, Inbox } from './inbox.js';

const envelope = (number: number) => ({
  conversation: 'conversation-1',
  epoch: 1,
  number,
  enc: 'e',
  sealed: 's',
});

describe('the inbox', () => {
  it('[SM11] holds what comes early and gives it back in its turn', () => {
    const inbox = new Inbox(1);
    expect(inbox.place(envelope(2))).toBe('early');
    expect(inbox.hasGap).toBe(true);
    expect(inbox.place(envelope(1))).toBe('due');
    expect(inbox.opened('first')).toEqual(envelope(2));
    expect(inbox.place(envelope(1))).toBe('again');
    expect(inbox.hasGap).toBe(false);
  });

  it('[SM11] drops what is further ahead than it holds', () => {
    const inbox = new Inbox(1);
    expect(inbox.place(envelope(1 + HELD))).toBe('early');
    expect(inbox.place(envelope(2 + HELD))).toBe('too-far');
  });

  it('[SM7] receipts what stands on the screen without a hole, with the proof of the last of it', () => {
    const inbox = new Inbox(1);
    for (const proof of ['first', 'second', 'third']) inbox.opened(proof);
    expect(inbox.receipt).toBeUndefined();
    inbox.shown(1);
    inbox.shown(3);
    expect(inbox.receipt).toEqual({ upTo: 1, proof: 'first' });
    inbox.shown(2);
    expect(inbox.receipt).toEqual({ upTo: 3, proof: 'third' });
    expect(inbox.haveUpTo).toBe(3);
  });
});
