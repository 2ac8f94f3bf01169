// One reading of a person and whom they talk with, as `look-at.lua` says it: Lua's own words for nothing are read away.
import { callerId, conversationId, type Person, volunteerId } from '@veille/domain';
import * as v from 'valibot';
import { Glimpse } from './glimpse.js';

/** Fields and values, one after the other; Lua writes none of them as `{}`. */
const nothing = v.pipe(
  v.strictObject({}),
  v.transform((): string[] => []),
);
const hash = v.pipe(v.union([v.array(v.string()), nothing]), v.transform(recordIn));
/** What is not there is `false` to Lua. */
const word = v.union([
  v.string(),
  v.pipe(
    v.literal(false),
    v.transform(() => null),
  ),
]);
const looked = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictObject({
    epoch: hash,
    talk: word,
    talking: hash,
    people: v.array(
      v.strictObject({
        role: v.picklist(['caller', 'volunteer']),
        id: v.string(),
        record: hash,
        tab: word,
        lease: word,
        mark: word,
      }),
    ),
  }),
);

/** @throws on what the script never says */
export function glimpseIn(said: string | undefined): Glimpse {
  const { epoch, talk, talking, people } = v.parse(looked, said);
  return new Glimpse({
    epoch,
    talk: talk === null ? undefined : conversationId(talk),
    talking,
    people: people.map(({ role, id, lease: until, ...held }) => ({
      person: personOf(role, id),
      until,
      ...held,
    })),
  });
}

function recordIn(flat: string[]): Record<string, string> {
  const record: Record<string, string> = {};
  for (let at = 0; at < flat.length; at += 2) record[flat[at] ?? ''] = flat[at + 1] ?? '';
  return record;
}

const personOf = (role: Person['role'], id: string): Person =>
  role === 'caller' ? { role, id: callerId(id) } : { role, id: volunteerId(id) };
