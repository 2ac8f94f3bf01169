// What the search says in the end: a row for each promise and each place, what was read there, what was found, and whether
// the control found there what had been put there. A place where nothing could be read proves nothing.
import { type Asked, type Drawer, drawers } from './device.js';
import type { Seen } from './look.js';
import type { Group } from './marks.js';

export type Promised = 'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P6' | 'P11' | 'P14';

export type Row = {
  readonly promise: Promised;
  readonly surface: string;
  readonly pieces: number;
  /** Undefined where nothing is counted in bytes. */
  readonly bytes: number | undefined;
  readonly hits: number;
  /** Kinds of marks, of those this promise is about, that the control found here. */
  readonly control: readonly string[];
  readonly wanted: readonly string[];
};

export const said: readonly Group[] = ['text', 'key'];
export const provenance: readonly Group[] = ['address', 'browser', 'language'];
/** Of these nothing may be handed over. */
export const withheld: readonly Group[] = [...said, ...provenance, 'secret', 'id'];

/** Of these nothing is told to staff, and nothing else that nobody reviewed. */
export const untold: readonly Group[] = [...said, ...provenance, 'caller', 'unreviewed'];

/** Surfaces that may be empty without anything being wrong: nothing was ever written there. */
const mayBeEmpty = ['printed', 'temp files', 'project data'];

/** One node's memory is read as another's: callers of the control come to one of them. */
const kindOf = (surface: string): string => surface.replace(/node-\d+$/, 'a node');

/** `control`: what the search found in a house that was careless on purpose. */
export function rowsOf(
  promise: Promised,
  { seen, control, groups }: { seen: readonly Seen[]; control: readonly Seen[]; groups: readonly Group[] },
): Row[] {
  return seen.map(({ surface, pieces, bytes, found }) => {
    const there = control
      .filter((one) => kindOf(one.surface) === kindOf(surface))
      .flatMap((one) => one.found);
    return {
      promise,
      surface,
      pieces,
      bytes,
      hits: found.filter(({ group }) => groups.includes(group)).length,
      control: groups.filter((group) => there.some((one) => one.group === group)),
      wanted: groups,
    };
  });
}

/** What is left on devices: a row for each drawer. */
export const deviceRows = (
  devices: readonly Readonly<Record<Drawer, number>>[],
  control: Readonly<Record<Drawer, number>>,
): Row[] =>
  drawers.map((drawer) => ({
    promise: 'P5',
    surface: drawer,
    pieces: devices.length,
    bytes: undefined,
    hits: devices.reduce((total, device) => total + device[drawer], 0),
    control: control[drawer] > 0 ? [drawer] : [],
    wanted: [drawer],
  }));

/** Whom the pages asked, and what their policy had to refuse. */
export const networkRows = (asked: Asked, control: Asked): Row[] =>
  (['foreign', 'reports'] as const).map((what) => ({
    promise: 'P6',
    surface: what === 'foreign' ? 'other sites' : 'policy reports',
    pieces: asked.requests,
    bytes: undefined,
    hits: asked[what],
    control: control[what] > 0 ? [what] : [],
    wanted: [what],
  }));

/** Two looks at the same places are one row: of both. */
export const together = (...looks: readonly Seen[][]): Seen[] =>
  [...new Set(looks.flat().map(({ surface }) => surface))].map((surface) => {
    const all = looks.flat().filter((one) => one.surface === surface);
    const sum = (of: (one: Seen) => number) => all.reduce((total, one) => total + of(one), 0);
    return {
      surface,
      pieces: sum(({ pieces }) => pieces),
      bytes: sum(({ bytes }) => bytes),
      found: all.flatMap(({ found }) => found),
    };
  });

/** Why this row proves nothing or shows a leak; undefined when it holds. */
export function faultOf({ hits, control, wanted, bytes, pieces, surface }: Row): string | undefined {
  if (hits > 0) return `${hits} trouvé(s)`;
  const silent = wanted.filter((one) => !control.includes(one));
  if (silent.length > 0) return `témoin muet : ${silent.join(', ')}`;
  return (bytes === 0 || pieces === 0) && !mayBeEmpty.includes(surface) ? 'rien à lire' : undefined;
}

const size = (bytes: number | undefined): string => {
  if (bytes === undefined) return '–';
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(bytes >= 1e7 ? 0 : 1)} Mo`;
  return bytes >= 1e3 ? `${Math.round(bytes / 1e3)} ko` : `${bytes} o`;
};

/** The table for a person. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.promise,
    row.surface,
    `${row.pieces}`,
    size(row.bytes),
    `${row.hits}`,
    `${row.control.length}/${row.wanted.length}`,
    faultOf(row) ?? '✓',
  ]);
  const all = [['', 'où', 'morceaux', 'lus', 'trouvé', 'témoin', ''], ...lines];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? [];
  const isNumber = (column: number) => column >= 2 && column <= 5;
  return all
    .map((line) =>
      line
        .map((cell, at) => (isNumber(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
        .join('  '),
    )
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}
