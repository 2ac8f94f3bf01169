// The line of a running service as its live store has it now.
import { broken, inOrder, lineId, type LiveLine } from '@veille/domain';
import type { Service } from './a-service.js';
import { readLive } from './read-live.js';

const line = lineId('principale');

export type TheLine = { readonly is: LiveLine; readonly order: string[]; readonly broken: string[] };

/** `order`: those who wait, asked and offered ones included. `broken`: invariants that do not hold at this moment. */
export async function theLine({ live }: Service): Promise<TheLine> {
  const { line: is } = await readLive(live.client, line);
  return { is, order: inOrder(is).map(({ id }) => id), broken: broken(is) };
}
