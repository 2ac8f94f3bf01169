// Each secret of each row that has one is named and measured in a handover, however it is written down, and never printed.
import { expect, it } from '@jest/globals';
import { doorKeys, keptKeys } from '../platform/redis/keys.js';
import { disclosureOf, secrets } from './disclosure.js';

/** An entry of this row, as its store keeps it. */
function storedAs(row: string, holds: unknown) {
  const kind = typeof holds === 'string' ? 'string' : 'hash';
  const entry = (key: string) => [{ key, kind, left: undefined, holds }];
  if (row === 'networkKey') return { live: entry(doorKeys.networkKey(1_234)), kept: [] };
  for (const [name, key] of Object.entries(keptKeys))
    if (name === row)
      return { live: [], kept: entry(typeof key === 'string' ? key : key('somebody', '2026-11-21')) };
  throw new Error(`nobody says where ${row} is kept`);
}

const secret = 'n0-b0dy-may-read-this'.repeat(3);
const cases = Object.entries(secrets).flatMap(([row, fields]) => fields.map((field) => ({ row, field })));

it.each(cases)('[PV6] $row: its $field is measured, and never printed', ({ row, field }) => {
  const held = { [field]: secret, beside: 'x' };
  const written = field === 'value' ? [secret] : [held, JSON.stringify(held)];
  for (const holds of written) {
    const { entries, faults } = disclosureOf(storedAs(row, holds));
    expect(faults).toEqual([]);
    expect(JSON.stringify(entries)).not.toContain(secret.slice(0, 12));
    const measured = { secret: true, characters: secret.length };
    expect(entries[0]).toMatchObject({ row, holds: field === 'value' ? measured : { [field]: measured } });
  }
});
