// Everything these people could have left somewhere: what they said, the keys of their pages, where they came from, what lets
// their tabs and browsers back in, and the numbers of their stays.
import type { SearchedHouse } from './house.js';
import { type Group, type Mark, marksOf, type Provenance } from './marks.js';
import { keysOfPage, type Talk } from './talks.js';

/** `after`: once they have left their numbers are looked for as well; while they are here these are what the stores hold. */
export type Gathered = {
  readonly during: readonly Mark[];
  readonly after: readonly Mark[];
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
  const during = [
    ...marks('text', texts),
    ...marks('key', keys),
    ...marksOf(comes),
    ...marks('secret', secrets),
  ];
  const count = {
    text: texts.length,
    key: keys.length,
    provenance: marksOf(comes).length,
    secret: secrets.length,
    id: ids.length,
  };
  for (const group of ['secret', 'id'] as const)
    if (count[group] < talks.length * 2) throw new Error(`nobody looks for a ${group} that was not gathered`);
  return { during, after: [...during, ...marks('id', ids)], count };
}

const marks = (group: Group, all: readonly Mark['is'][]): Mark[] => all.map((is) => ({ group, is }));

/** A ticket, a continuity secret, a cookie: ids of the live store are shorter. */
const SECRET = /[A-Za-z0-9_-]{32,}/g;

/** What both tabs keep to come back, and the volunteer's cookie. */
async function secretsOf({ caller, volunteer }: Talk): Promise<string[]> {
  const kept: unknown[] = await Promise.all(
    [caller, volunteer].map(({ page }) => page.evaluate('Object.values(sessionStorage)')),
  );
  const cookies = await volunteer.context.cookies();
  return [...kept.flat().map(String), ...cookies.map(({ value }) => value)].flatMap(
    (text) => text.match(SECRET) ?? [],
  );
}

/** Of everybody who calls at this moment, and of their conversations. */
async function idsOfStays({ stores }: SearchedHouse): Promise<string[]> {
  const keys = (await Promise.all(stores.map(({ redis }) => redis.keys('*')))).flat();
  return [...new Set(keys.flatMap((key) => /:(?:caller|conversation):([^:]+)$/.exec(key)?.slice(1) ?? []))];
}
