// The tab keeps its ticket, and nothing once the stay is over.
import { describe, expect, it } from '@jest/globals';
import { aTab } from '../../test/a-tab.js';
import { TicketSlip } from './ticket.js';

const refusing = new Proxy(aTab(), {
  get: () => () => {
    throw new Error('storage is refused here');
  },
});

describe('the ticket slip', () => {
  it('[FA4] keeps the latest ticket in the tab, and finds it after a reload', () => {
    const tab = aTab();
    const slip = new TicketSlip(tab);
    slip.keep('first');
    slip.keep('second');
    expect([tab.length, tab.getItem('veille')]).toEqual([1, 'second']);
    expect(new TicketSlip(tab).current).toBe('second');
  });

  it('[FA4] leaves nothing in the tab when the stay is over', () => {
    const tab = aTab();
    const slip = new TicketSlip(tab);
    slip.keep('first');
    slip.takeOut();
    expect(tab.length).toBe(0);
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
