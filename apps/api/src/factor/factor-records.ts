// Factors as the kept store writes them, each with the number of its shape.
import * as v from 'valibot';
import type { Factor } from './factor.store.js';

const named = {
  shape: v.literal('1'),
  id: v.string(),
  mark: v.pipe(v.string(), v.toNumber(), v.safeInteger()),
};
const list = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

const FactorRecord = v.variant('kind', [
  v.object({ ...named, kind: v.literal('totp'), sealed: v.string() }),
  v.object({ ...named, kind: v.literal('passkey'), publicKey: v.string(), transports: list }),
]);

export function factorRecord(factor: Factor): Record<string, string> {
  const common = { shape: '1', mark: String(factor.mark) };
  return factor.kind === 'totp'
    ? { ...factor, ...common }
    : { ...factor, ...common, transports: JSON.stringify(factor.transports) };
}

/** `undefined` for an empty hash. @throws on a record this version does not know: nobody enters because it was not read */
export function factorFrom(record: Record<string, string>): Factor | undefined {
  if (Object.keys(record).length === 0) return undefined;
  const { shape: _, ...factor } = v.parse(FactorRecord, record);
  return factor;
}
