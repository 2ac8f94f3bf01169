// `npm run prove:mutants`: are the suites as good as they claim? Every move is broken in every way, and each must be found.
import { parseArgs } from 'node:util';
import { aRedis, type TestRedis } from '../harness/redis.js';
import { equivalents, isSame } from './equivalents.js';
import { everyMutant, type Mutant } from './mutants.js';
import { withScript } from './stand-in.js';
import { tellStories } from './stories.js';
import { closeSuites, firstFailure, nearestFirst, openSuites, type Suites } from './suites.js';

type Verdict = Mutant & { readonly foundBy: string | undefined };
/** A break that the suites let pass is told so many stories. */
const stories = { runs: 40, commands: 60, shorter: false };

export async function proveMutants(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      only: { type: 'string', default: '' },
      some: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const began = performance.now();
  const redis = await aRedis();
  const suites = await openSuites();
  const judge = new Judge(suites, redis, Number(values.seed));
  try {
    await judge.findsNothingUnbroken();
    const all = await thoseThatRun(redis, everyMutant());
    const chosen = spread(
      all.filter(({ move }) => values.only.split(',').some((word) => move.includes(word))),
      Number(values.some ?? all.length),
    );
    const verdicts = await judge.all(values.some === undefined ? chosen : chosen.filter(isNoEquivalent));
    await judge.findsNothingUnbroken(); // nothing of what was found was left over from a break before it
    const seconds = Math.round((performance.now() - began) / 1_000);
    conclude(verdicts, { whole: chosen.length === all.length, seconds });
  } finally {
    await closeSuites(suites);
    await redis.stop();
  }
}

class Judge {
  constructor(
    private readonly suites: Suites,
    private readonly redis: TestRedis,
    private readonly seed: number,
  ) {}

  /** @throws when the moves as they are do not pass: then nothing that follows would say anything */
  async findsNothingUnbroken(): Promise<void> {
    const failed = (await firstFailure(this.suites)) ?? (await this.#failsInAStory());
    if (failed !== undefined) throw new Error(`the moves as they are fail: ${failed}`);
    console.log('the moves as they are pass');
  }

  async all(mutants: readonly Mutant[]): Promise<Verdict[]> {
    const verdicts: Verdict[] = [];
    for (const mutant of mutants) {
      const foundBy = await withScript(mutant.script, mutant.broken, () => this.#find(mutant));
      verdicts.push({ ...mutant, foundBy });
      if (foundBy === undefined && isNoEquivalent(mutant)) console.log(`not found: ${inWords(mutant)}`);
      if (verdicts.length % 25 === 0) console.log(`  ${verdicts.length} of ${mutants.length} breaks`);
    }
    return verdicts;
  }

  async #find({ move }: Mutant): Promise<string | undefined> {
    return (await firstFailure(nearestFirst(this.suites, move))) ?? (await this.#failsInAStory());
  }

  async #failsInAStory(): Promise<string | undefined> {
    const { violation } = await tellStories({ ...stories, seed: this.seed, on: this.redis });
    return violation === undefined ? undefined : 'a story';
  }
}

/** What Lua itself refuses is no break anybody could ship. */
async function thoseThatRun({ client }: TestRedis, mutants: Mutant[]): Promise<Mutant[]> {
  const runs = await Promise.all(
    mutants.map(({ broken }) =>
      client.script('LOAD', broken).then(
        () => true,
        () => false,
      ),
    ),
  );
  await client.script('FLUSH');
  return mutants.filter((_, at) => runs[at]);
}

const isNoEquivalent = (mutant: Mutant): boolean => !equivalents.some((one) => isSame(one, mutant));

/** So many of them, from all over. */
const spread = (mutants: readonly Mutant[], many: number): Mutant[] =>
  mutants.filter(
    (_, at) => Math.floor((at * many) / mutants.length) !== Math.floor(((at - 1) * many) / mutants.length),
  );

const inWords = ({ move, how, line, became }: Mutant): string =>
  `${move}: ${how}\n    ${line}\n    ${became || '(left out)'}`;

function conclude(
  verdicts: readonly Verdict[],
  { whole, seconds }: { whole: boolean; seconds: number },
): void {
  const missed = verdicts.filter(({ foundBy }) => foundBy === undefined);
  const survivors = missed.filter(isNoEquivalent);
  const outOfDate = equivalents.filter((one) => {
    const made = verdicts.filter((verdict) => isSame(one, verdict));
    return whole && (made.length === 0 || made.some(({ foundBy }) => foundBy !== undefined));
  });
  for (const [how, { found, made }] of table(verdicts))
    console.log(`${String(found).padStart(6)} of ${String(made).padStart(3)}  ${how}`);
  for (const survivor of survivors) console.log(`survived: ${inWords(survivor)}`);
  for (const { how, line } of outOfDate)
    console.log(`out of date among the equivalents: ${how}\n    ${line}`);
  const ok = survivors.length === 0 && outOfDate.length === 0 && verdicts.length > 0;
  const found = verdicts.length - missed.length;
  const equivalent = missed.length - survivors.length;
  const sums = { breaks: verdicts.length, found, equivalent, survived: survivors.length };
  console.log(JSON.stringify({ ok, seconds, ...sums, outOfDate: outOfDate.length }));
  process.exitCode = ok ? 0 : 1;
}

function table(verdicts: readonly Verdict[]): Map<string, { found: number; made: number }> {
  const rows = new Map<string, { found: number; made: number }>();
  for (const { how, foundBy } of verdicts) {
    const row = rows.get(how) ?? { found: 0, made: 0 };
    row.made += 1;
    row.found += foundBy === undefined ? 0 : 1;
    rows.set(how, row);
  }
  return rows;
}
