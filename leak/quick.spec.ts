// The search in its quick form: the same places, the same controls, fewer words and a shorter wait than `npm run leak`.
import { beforeAll, expect, it } from '@jest/globals';
import { showsMemory } from './everything.js';
import { faultOf, type Promised, type Row } from './report.js';
import { search } from './search.js';

let rows: readonly Row[];
beforeAll(async () => {
  const size = { texts: 16, talks: 2, forgetting: 2, heaps: !showsMemory, streams: false };
  ({ rows } = await search(size, (_what, work) => work(() => undefined)));
}, 600_000);

/** What a node has let go of is overwritten within minutes: only `npm run leak` waits for it. */
const isLeftToTheWholeSearch = ({ promise, surface }: Row): boolean =>
  promise === 'P4' && surface.startsWith('memory of node');

/** Every place of a promise with its fault: something found, a control that was not, or nothing to look at. */
function holds(promise: Promised): void {
  const places = rows.filter((row) => row.promise === promise && !isLeftToTheWholeSearch(row));
  expect(places).not.toEqual([]);
  expect(places.map((row) => [row.surface, faultOf(row)]).filter(([, fault]) => fault !== undefined)).toEqual(
    [],
  );
}

it('[P1] what is written never enters a store, in no key, command, channel, log or job', () => holds('P1'));

it('[P2] nor a disk', () => holds('P2'));

it('[P3] nor the memory of a node or of a store, and no key of a page does', () => holds('P3'));

it('[P4] of where a caller came from, and with what, nothing is left soon after they have gone', () =>
  holds('P4'));

it('[P5] nothing stays on a device, after an end and after a quick exit', () => holds('P5'));

it('[P6] no third party sees the visit, and the policy of the pages has nothing to refuse', () =>
  holds('P6'));

it('[P11] nothing a volunteer or a coordinator is told says who calls, and nothing is told that nobody reviewed', () =>
  holds('P11'));

it('[P14] what could be handed over holds no word, no key, nothing of where anybody came from, no ticket, and nobody who has left', () =>
  holds('P14'));
