// Agreements and proposals as the kept store writes them: JSON with the number of its shape.
import { accountId, type Agreement, agreementId, associationId, lineId, type Proposal } from '@veille/domain';
import * as v from 'valibot';

const shape = v.literal(1);
const association = v.pipe(v.string(), v.transform(associationId));
const line = v.pipe(v.string(), v.transform(lineId));

const ofLine = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    shape,
    agreements: v.array(
      v.object({
        id: v.pipe(v.string(), v.transform(agreementId)),
        line,
        of: association,
        partner: association,
        since: v.number(),
      }),
    ),
  }),
);
const aProposal = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    shape,
    line,
    of: association,
    by: v.pipe(v.string(), v.transform(accountId)),
    standsUntil: v.number(),
  }),
);

/** All that stand about one line; nothing where there is none. */
export const recordOf = (agreements: readonly Agreement[]): string =>
  agreements.length === 0 ? '' : JSON.stringify({ shape: 1, agreements });

/** @throws on a record of a shape this version does not know: better no answer than a wrong one */
export const agreementsFrom = (record: string | null): Agreement[] =>
  record === null || record === '' ? [] : v.parse(ofLine, record).agreements;

export const proposalRecord = (proposal: Proposal): string => JSON.stringify({ shape: 1, ...proposal });

/** A record of another shape is no proposal: it is made anew. */
export function proposalFrom(record: string | null): Proposal | undefined {
  const read = v.safeParse(aProposal, record);
  if (!read.success) return undefined;
  const { shape: _, ...proposal } = read.output;
  return proposal;
}
