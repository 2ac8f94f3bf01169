// Associations, lines and posts as the kept store writes them: JSON with the number of its shape.
import { type Association, associationId, type KeptLine, lineId, type Post, placeId } from '@veille/domain';
import * as v from 'valibot';
import { settingsRecord } from './settings-record.js';

const shape = v.literal(1);
const name = v.pipe(v.string(), v.minLength(1));

const association = v.object({ shape, id: v.pipe(v.string(), v.transform(associationId)), name });
const post = v.object({ shape, id: v.pipe(v.string(), v.transform(placeId)), name });
const line = v.object({
  shape,
  id: v.pipe(v.string(), v.transform(lineId)),
  association: v.pipe(v.string(), v.transform(associationId)),
  name,
  timeZone: v.string(),
  since: v.exactOptional(v.number()),
  settings: settingsRecord,
});

export const recordOf = (kept: Association | KeptLine | Post): string =>
  JSON.stringify({ shape: 1, ...kept });

// @throws on a record of a shape this version does not know: better no answer than a wrong one
const { parse } = JSON;
export const associationFrom = (record: string): Association => plain(v.parse(association, parse(record)));
export const postFrom = (record: string): Post => plain(v.parse(post, parse(record)));
export const lineFrom = (record: string): KeptLine => plain(v.parse(line, parse(record)));

/** Without the number of its shape, which concerns nobody else. */
function plain<T extends { shape: 1 }>({ shape: _, ...rest }: T): Omit<T, 'shape'> {
  return rest;
}
