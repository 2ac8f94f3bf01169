// Everything these people could have left somewhere: what they said, the keys of their pages, where they came from, what lets
// their tabs and browsers back in, and the numbers of their stays.
import type { SearchedHouse } from './house.js';
import { type Group, type Mark, marksOf, type Provenance } from './marks.js';
import { keysOfPage, type Talk } from './talks.js';

/** `after`: once they have left their numbers are looked for as well; while they are here these are what the stores hold. */
export type Gathered = {
  readonly during: readonly Mark[];
  readonly after: readonly Mark[];
  /** Of these nothing may be told to staff. What a volunteer's own tab and browser come back with is told to it. */
  readonly told: readonly Mark[];
  readonly count: Readonly<Record<string, number>>;
};

type Said = { readonly texts: readonly string[]; readonly comes: Provenance };

export async function gather(
  house: SearchedHouse,
  talks: readonly Talk[],
  { texts, comes }: Said,
): Promise<Gathered> {
  const visits = talks.flatMap(({ caller, volunteer }) => [caller, volunteer]);
  const keys = (await Promise.all(visits.map(({ page }) => keysOfPage(page)))).flat();
  const secrets = (await Promise.all(talks.map(secretsOf))).flat();
  const ids = await idsOfStays(house);
  const callers = [
    ...(await numbersOfCallers(house)),
    ...(await networksOfCallers(house)),
    ...(await Promise.all(talks.map(keptByCaller))).flat(),
  ];
  const during = [
    ...marks('text', texts),
    ...marks('key', keys),
    ...marksOf(comes),
    ...marks('secret', secrets),
  ];
  const told = [
    ...marks('text', texts),
    ...marks('key', keys),
    ...marksOf(comes),
    ...marks('caller', callers),
  ];
  const count = {
    text: texts.length,
    key: keys.length,
    provenance: marksOf(comes).length,
    secret: secrets.length,
    id: ids.length,
    caller: callers.length,
  };
  for (const group of ['secret', 'id', 'caller'] as const)
    if (count[group] < talks.length * 2) throw new Error(`nobody looks for a ${group} that was not gathered`);
  return { during, after: [...during, ...marks('id', ids)], told, count };
}

const marks = (group: Group, all: readonly Mark['is'][]): Mark[] => all.map((is) => ({ group, is }));

/** A ticket, a continuity secret, a cookie: ids of the live store are shorter. */
const SECRET = /[A-Za-z0-9_-]{32,}/g;

/** What both tabs keep to come back, and the volunteer's cookie. */
async function secretsOf({ caller, volunteer }: Talk): Promise<string[]> {
  const kept = await Promise.all([caller, volunteer].map(keptBy));
  const cookies = await volunteer.context.cookies();
  return [...kept.flat(), ...cookies.flatMap(({ value }) => value.match(SECRET) ?? [])];
}

export const keptByCaller = ({ caller }: Talk): Promise<string[]> => keptBy(caller);

async function keptBy({ page }: Talk['caller']): Promise<string[]> {
  const kept: unknown = await page.evaluate('Object.values(sessionStorage)');
  return (Array.isArray(kept) ? kept : []).flatMap((text) => String(text).match(SECRET) ?? []);
}

/** Of everybody who calls at this moment, and of their conversations. */
const idsOfStays = (house: SearchedHouse) => idsIn(house, /:(?:caller|conversation):([^:]+)$/);

/** Of everybody who calls at this moment. */
export const numbersOfCallers = (house: SearchedHouse) => idsIn(house, /:caller:([^:]+)$/);

/** What the networks they come from are called. */
async function networksOfCallers({ stores }: SearchedHouse): Promise<string[]> {
  const names = stores.map(async ({ redis }) => {
    const callers = (await redis.keys('*')).filter(
      (key) => /:caller:[^:]+$/.test(key) && !key.includes(':tab:'),
    );
    return Promise.all(callers.map((key) => redis.hget(key, 'network')));
  });
  const known = [...new Set((await Promise.all(names)).flat().flatMap((name) => name ?? []))];
  if (known.length === 0) throw new Error('nobody looks for the name of a network that was not gathered');
  return known;
}

async function idsIn({ stores }: SearchedHouse, named: RegExp): Promise<string[]> {
  const keys = (await Promise.all(stores.map(({ redis }) => redis.keys('*')))).flat();
  return [...new Set(keys.flatMap((key) => named.exec(key)?.slice(1) ?? []))];
}
