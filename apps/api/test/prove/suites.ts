// The suites that hold the moves to the rules, opened once and run as often as there is something to hold: on a real Redis.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Suite } from './outside-jest.js';
import { suiteOf } from './outside-jest.js';

const api = join(import.meta.dirname, '..', '..');
/** The contract of whatever has moves, and what is asked of every move and of every key. */
const files = readdirSync(api, { encoding: 'utf8', recursive: true }).sort();
const folders = new Set(files.filter((file) => file.endsWith('.lua')).map((file) => dirname(file)));
const holdsMoves = (file: string): boolean =>
  (file.endsWith('.store.contract.spec.ts') && folders.has(dirname(file))) ||
  /^test[\\/]every-.+\.spec\.ts$/.test(file);

export type Suites = readonly Suite[];

export async function openSuites(): Promise<Suites> {
  const suites: Suite[] = [];
  for (const file of files.filter(holdsMoves))
    suites.push(await suiteOf(file, () => import(pathToFileURL(join(api, file)).href)));
  for (const suite of suites) await each(suite, ({ hooks }) => inTurn(hooks.beforeAll));
  return suites;
}

export async function closeSuites(suites: Suites): Promise<void> {
  for (const suite of suites) await each(suite, ({ hooks }) => inTurn(hooks.afterAll));
}

/** Those beside the move first: they know it best. */
export const nearestFirst = (suites: Suites, move: string): Suites => {
  const isNear = ({ name }: Suite) => name.includes(join('src', dirname(move)));
  return [...suites.filter(isNear), ...suites.filter((suite) => !isNear(suite))];
};

/** The first test that fails, by name; `undefined` when all pass. */
export async function firstFailure(suites: Suites): Promise<string | undefined> {
  for (const suite of suites) {
    const failed = await failureIn(suite, []);
    if (failed !== undefined) return failed;
  }
  return undefined;
}

async function failureIn(suite: Suite, around: readonly Suite[]): Promise<string | undefined> {
  const inside = [...around, suite];
  for (const { name, body } of suite.tests) if (!(await passes(body, inside))) return name;
  for (const one of suite.suites.filter(isReal)) {
    const failed = await failureIn(one, inside);
    if (failed !== undefined) return failed;
  }
  return undefined;
}

async function passes(body: () => Promise<unknown>, inside: readonly Suite[]): Promise<boolean> {
  const begins = async () => {
    for (const { hooks } of inside) await inTurn(hooks.beforeEach);
    await inTime(body());
  };
  const ends = async () => {
    for (const { hooks } of [...inside].reverse()) await inTurn(hooks.afterEach);
  };
  const went = await succeeds(begins);
  return (await succeeds(ends)) && went;
}

const succeeds = (does: () => Promise<void>): Promise<boolean> =>
  does().then(
    () => true,
    () => false,
  );

/** The memory stores know no move. */
const isReal = ({ name }: Suite): boolean => !name.endsWith(' in memory');

async function each(suite: Suite, does: (suite: Suite) => Promise<void>): Promise<void> {
  await does(suite);
  for (const one of suite.suites.filter(isReal)) await each(one, does);
}

/** Some breaks make a service ask for ever: until the script is right again. */
const patience = 5_000;

async function inTime(done: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('a test that does not end')), patience);
  });
  await Promise.race([done, late]).finally(() => clearTimeout(timer));
}

async function inTurn(hooks: readonly (() => unknown)[]): Promise<void> {
  for (const hook of hooks) await hook();
}
