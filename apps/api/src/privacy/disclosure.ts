// Everything the two stores could give away, decoded, each entry under its row of docs/kept.md; and whatever must not be
// there: a key without a row, a value that looks like something somebody said, a word somebody is known to have said.
import { nameOfKey } from '../platform/redis/key-names.js';
import type { StoredEntry } from '../platform/redis/whole-store.js';

type Store = 'live' | 'kept';

/** `row`: its name in docs/kept.md; `holds`: what it holds, with secrets told by their length. */
export type Disclosed = {
  readonly store: Store;
  readonly key: string;
  readonly row: string | undefined;
  readonly kind: string;
  /** Milliseconds until it ends by itself. */
  readonly left: number | undefined;
  readonly holds: unknown;
};
export type Fault = {
  readonly store: Store;
  readonly key: string;
  readonly why: 'no-row' | 'looks-like-content';
};
export type Disclosure = { readonly entries: readonly Disclosed[]; readonly faults: readonly Fault[] };

/** Of each row, what opens nothing about callers and would let whoever reads it in: named and measured, never printed. */
export const secrets: Readonly<Record<string, readonly string[]>> = {
  caller: ['network'],
  met: ['value'],
  networkKey: ['value'],
  ticketKey: ['value'],
  factorKey: ['value'],
  factor: ['sealed'],
  enrolment: ['sealed', 'challenge'],
  halfSession: ['challenge'],
  account: ['sealed'],
  provider: ['sealed'],
  // Each under the name of its device.
  pins: ['*'],
};

/** An id, a number, a word: nothing in the live store is longer, or written with anything else. */
const PLAIN = /^[A-Za-z0-9_.:-]{0,64}$/;

/** `said`: words that are known to have been said; they must be nowhere, as they are or written in base64 or hexadecimal. */
export function disclosureOf(
  stores: Readonly<Record<Store, readonly StoredEntry[]>>,
  said: readonly string[] = [],
): Disclosure {
  const spellings = said.flatMap(spelled);
  const judged = (['live', 'kept'] as const).flatMap((store) =>
    stores[store].map((entry) => judge(store, entry, spellings)),
  );
  return {
    entries: judged.map(({ disclosed }) => disclosed),
    faults: judged.flatMap(({ faults }) => faults),
  };
}

function judge(store: Store, entry: StoredEntry, spellings: readonly string[]) {
  const { key, kind, left } = entry;
  const row = nameOfKey(store, key);
  const decoded = decode(entry.holds);
  const raw = JSON.stringify([key, entry.holds, decoded]);
  const isSpeech =
    spellings.some((one) => raw.includes(one)) ||
    (store === 'live' && leaves(decoded).some((leaf) => !PLAIN.test(leaf)));
  const fault = (why: Fault['why']): Fault => ({ store, key, why });
  const faults = [...(row ? [] : [fault('no-row')]), ...(isSpeech ? [fault('looks-like-content')] : [])];
  const disclosed: Disclosed = {
    store,
    key: row === 'networkTurns' ? key.replace(/[^:]+$/, 'a network') : key,
    row,
    kind,
    left,
    holds: withoutSecrets(row === 'closures' ? unnamed(decoded) : decoded, secrets[row ?? ''] ?? []),
  };
  return { disclosed, faults };
}

/** What was written as JSON is read as what it says. */
function decode(holds: unknown): unknown {
  if (typeof holds === 'string') return fromJson(holds);
  if (Array.isArray(holds)) return holds.map(decode);
  if (typeof holds !== 'object' || holds === null) return holds;
  return Object.fromEntries(Object.entries(holds).map(([name, value]) => [name, decode(value)]));
}

function fromJson(text: string): unknown {
  if (!/^[[{]/.test(text)) return text;
  try {
    return decode(JSON.parse(text));
  } catch {
    return text; // it only looked like it
  }
}

/** Every name and every value in it, as text. */
function leaves(held: unknown): string[] {
  if (Array.isArray(held)) return held.flatMap(leaves);
  if (typeof held !== 'object' || held === null) return [String(held)];
  return Object.entries(held).flatMap(([name, value]) => [name, ...leaves(value)]);
}

function withoutSecrets(held: unknown, names: readonly string[]): unknown {
  if (names.length === 0) return held;
  if (typeof held === 'string') return measured(held);
  if (typeof held !== 'object' || held === null) return held;
  return Object.fromEntries(
    Object.entries(held).map(([name, value]) => [
      name,
      names.includes(name) || names.includes('*') ? measured(String(value)) : value,
    ]),
  );
}

/** Which networks they are is nobody's business; that some are closed is not. */
const unnamed = (closures: unknown): unknown =>
  typeof closures === 'object' && closures !== null
    ? Object.fromEntries(
        Object.values(closures).map((one, at) => [at === 0 ? 'a network' : `a network, ${at + 1}`, one]),
      )
    : closures;

const measured = (secret: string) => ({ secret: true, characters: secret.length });

/** A word inside a longer base64 text can begin at three places; the ends that depend on its neighbours are left off. */
function spelled(word: string): string[] {
  const bytes = Buffer.from(word, 'utf8');
  const shifted = [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const whole = text.slice(before === 0 ? 0 : before + 1, -4);
    return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return [word, encodeURIComponent(word), bytes.toString('hex'), ...shifted.filter((one) => one.length > 5)];
}
