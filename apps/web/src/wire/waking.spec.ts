// Each sign a browser gives of a page that sleeps, wakes or loses its network, and what the page is told of it.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aPage } from '../../test/a-page.js';
import { onWaking } from './waking.js';

let page: ReturnType<typeof aPage>;
let told: string[];

beforeEach(() => {
  [page, told] = [aPage(), []];
  onWaking({
    wake: () => told.push('wake'),
    sleep: () => told.push('sleep'),
    cutOff: () => told.push('cut off'),
  });
});
afterEach(() => page.remove());

describe('a page', () => {
  it('[FA16] wakes when it can be seen again, and not when it is hidden', () => {
    page.turn('hidden');
    expect(told).toEqual([]);
    page.turn('visible');
    expect(told).toEqual(['wake']);
  });

  it('[FA16] wakes when it comes back from the memory of the browser, and not when it was just loaded', () => {
    page.tell('window', 'pageshow', { persisted: false });
    expect(told).toEqual([]);
    page.tell('window', 'pageshow', { persisted: true });
    expect(told).toEqual(['wake']);
  });

  it('[FA16] that the browser stops sleeps, and wakes when it goes on', () => {
    page.tell('document', 'freeze');
    expect(told).toEqual(['sleep']);
    page.tell('document', 'resume');
    expect(told).toEqual(['sleep', 'wake']);
  });

  it('[FA21] is cut off when the device loses its network, and wakes when it has it again', () => {
    page.tell('window', 'offline');
    expect(told).toEqual(['cut off']);
    page.tell('window', 'online');
    expect(told).toEqual(['cut off', 'wake']);
  });
});
