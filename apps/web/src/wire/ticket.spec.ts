// The tab keeps one thing, and nothing once the stay is over.
import { describe, expect, it } from '@jest/globals';
import { TicketSlip } from './ticket.js';

class Tab implements Storage {
  readonly kept = new Map<string, string>();
  get length() {
    return this.kept.size;
  }
  clear = () => this.kept.clear();
  key = (at: number) => [...this.kept.keys()][at] ?? null;
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.kept.set(key, value);
  removeItem = (key: string) => void this.kept.delete(key);
}

const refusing = new Proxy(new Tab(), {
  get: () => () => {
    throw new Error('storage is refused here');
  },
});

describe('the ticket slip', () => {
  it('[FA4] keeps the latest ticket in the tab, and finds it after a reload', () => {
    const tab = new Tab();
    const slip = new TicketSlip(tab);
    slip.keep('first');
    slip.keep('second');
    expect([...tab.kept]).toEqual([['veille', 'second']]);
    expect(new TicketSlip(tab).current).toBe('second');
  });

  it('[FA4] leaves nothing in the tab when the stay is over', () => {
    const tab = new Tab();
    const slip = new TicketSlip(tab);
    slip.keep('first');
    slip.takeOut();
    expect(tab.kept.size).toBe(0);
    expect(slip.current).toBe('first');
    slip.remove();
    expect(slip.current).toBeUndefined();
  });

  it('[FA4] lives without storage where the browser refuses it', () => {
    for (const storage of [refusing, undefined]) {
      const slip = new TicketSlip(storage);
      slip.keep('first');
      expect(slip.current).toBe('first');
      slip.remove();
      expect(slip.current).toBeUndefined();
    }
  });
});
