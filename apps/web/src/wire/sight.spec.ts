// A page that cannot be seen displays nothing: what came to it is receipted when somebody looks at it again.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aPage } from '../../test/a-page.js';
import { Sight } from './sight.js';

let page: ReturnType<typeof aPage>;
let sight: Sight;
let seen: number[];
const comes = (number: number) => sight.whenSeen(() => seen.push(number));

beforeEach(() => {
  [page, seen] = [aPage(), []];
  sight = new Sight();
});
afterEach(() => {
  sight.close();
  page.remove();
});

describe('what comes to a page', () => {
  it('[D2] is seen at once while the page can be seen', () => {
    comes(1);
    expect(seen).toEqual([1]);
  });

  it('[D2] while it is hidden is seen only when it shows again, all of it and in order', () => {
    page.turn('hidden');
    for (const number of [1, 2, 3]) comes(number);
    page.tell('document', 'visibilitychange');
    page.tell('window', 'pageshow');
    expect(seen).toEqual([]);
    page.turn('visible');
    expect(seen).toEqual([1, 2, 3]);
    page.turn('visible');
    expect(seen).toEqual([1, 2, 3]);
  });

  it('[D2] is seen on a page that comes back from the memory of the browser', () => {
    page.turn('hidden');
    comes(1);
    page.isNow('visible');
    page.tell('window', 'pageshow');
    expect(seen).toEqual([1]);
  });

  it('[D2] never overtakes what came before it', () => {
    page.turn('hidden');
    comes(1);
    page.isNow('visible');
    comes(2);
    expect(seen).toEqual([1, 2]);
  });

  it('[D2] on a page that is closed unseen is never said to be seen', () => {
    page.turn('hidden');
    comes(1);
    sight.close();
    page.turn('visible');
    expect(seen).toEqual([]);
  });
});
