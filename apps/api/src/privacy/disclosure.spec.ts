// Each secret of each row that has one is named and measured in a handover, however it is written down, and never printed.
import { expect, it } from '@jest/globals';
import { doorKeys, keptKeys, liveKeys } from '../platform/redis/keys.js';
import { disclosureOf, secrets } from './disclosure.js';

/** An entry of this row, as its store keeps it. */
function storedAs(row: string, holds: unknown) {
  const kind = typeof holds === 'string' ? 'string' : 'hash';
  const entry = (key: string) => [{ key, kind, left: undefined, holds }];
  const live: Readonly<Record<string, string>> = {
    networkKey: doorKeys.networkKey(1_234),
    caller: liveKeys('principale').caller('somebody'),
    met: doorKeys.met('principale', 'somebody'),
  };
  const known = live[row];
  if (known !== undefined) return { live: entry(known), kept: [] };
  for (const [name, key] of Object.entries(keptKeys))
    if (name === row)
      return { live: [], kept: entry(typeof key === 'string' ? key : key('somebody', '2026-11-21')) };
  throw new Error(`nobody says where ${row} is kept`);
}

const secret = 'n0-b0dy-may-read-this'.repeat(3);
const network = 'aN4meOfANetwork0000000';
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

it('[PV6, NW1] the name of a network is printed nowhere, wherever it stands', () => {
  const closure = { id: 'one', line: 'principale', by: 'vera', at: 'asked', until: 1, refused: 0 };
  const live = [
    { key: doorKeys.networkTurns('join', network), kind: 'string', left: 5, holds: '1795000000000' },
    {
      key: doorKeys.closures('veille'),
      kind: 'hash',
      left: 5,
      holds: { [network]: JSON.stringify(closure) },
    },
  ];
  const { entries, faults } = disclosureOf({ live, kept: [] });
  expect(faults).toEqual([]);
  expect(JSON.stringify(entries)).not.toContain(network);
  expect(entries.map(({ row, holds }) => [row, holds])).toEqual([
    ['networkTurns', '1795000000000'],
    ['closures', { 'a network': closure }],
  ]);
});
