// Every move broken in every way of breaks.ts, a line at a time.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { breaks } from './breaks.js';

const sources = join(import.meta.dirname, '..', '..', 'src');

export type Mutant = {
  /** `offer/accept-offer.lua` */
  readonly move: string;
  /** The name of the way it is broken. */
  readonly how: string;
  /** The line as it is, and as it became; nothing when it is left out. */
  readonly line: string;
  readonly became: string;
  readonly script: string;
  readonly broken: string;
};

export const everyMutant = (): Mutant[] =>
  readdirSync(sources, { encoding: 'utf8', recursive: true })
    .filter((path) => path.endsWith('.lua'))
    .sort()
    .flatMap((path) => mutantsOf(path.replaceAll('\\', '/'), readFileSync(join(sources, path), 'utf8')));

export function mutantsOf(move: string, script: string): Mutant[] {
  const lines = script.split('\n');
  const seen = new Set([script]);
  return lines.flatMap((line, at) => {
    if (line.startsWith('--')) return [];
    return breaks.flatMap(({ name: how, breaks: ways }) =>
      ways(line).flatMap((became): Mutant[] => {
        const broken = [...lines.slice(0, at), became, ...lines.slice(at + 1)].join('\n');
        if (seen.has(broken)) return [];
        seen.add(broken);
        return [{ move, how, line: line.trim(), became: became.trim(), script, broken }];
      }),
    );
  });
}
