// Agreements and proposals as the kept store writes them: JSON with the number of its shape.
import {
  accountId,
  type Agreement,
  agreementId,
  associationId,
  lineId,
  type Maker,
  placeId,
  type Proposal,
} from '@veille/domain';
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

/** What of an account says whether its code is good, as it is asked for and as it is answered. */
export const makerFields = ['role', 'suspended', 'association', 'post'] as const;
const aMaker = v.pipe(
  v.tuple([
    v.picklist(['volunteer', 'coordinator', 'administrator']),
    v.picklist(['yes', 'no']),
    association,
    v.nullable(v.pipe(v.string(), v.transform(placeId))),
  ]),
  v.transform(([role, suspended, of, post]): Maker => ({
    role,
    suspended: suspended === 'yes',
    association: of,
    ...(post !== null && { post }),
  })),
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

/** Nobody, where the account is gone; one that cannot be read gives nobody a right either. */
export function makerFrom(fields: readonly (string | null)[]): Maker | undefined {
  const read = v.safeParse(aMaker, fields);
  return read.success ? read.output : undefined;
}
