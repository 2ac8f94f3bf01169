// Accounts and invitations as the kept store writes them, each with the number of its shape.
import { type Account, accountId, associationId, type Invitation, placeId } from '@veille/domain';
import * as v from 'valibot';
import type { Credentials, Proof } from './access.store.js';

const role = v.picklist(['volunteer', 'coordinator', 'administrator']);
const association = v.pipe(v.string(), v.transform(associationId));
const post = v.exactOptional(v.pipe(v.string(), v.transform(placeId)));

const InvitationRecord = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    shape: v.literal(1),
    association,
    role,
    post,
    by: v.exactOptional(v.pipe(v.string(), v.transform(accountId))),
    standsUntil: v.number(),
  }),
);

/** A flat hash: factors, a PIN or a language become fields of it without touching the others. */
const AccountRecord = v.object({
  shape: v.literal('1'),
  id: v.pipe(v.string(), v.transform(accountId)),
  association,
  role,
  pseudonym: v.string(),
  createdAt: v.pipe(v.string(), v.transform(Number), v.safeInteger()),
  post,
  suspended: v.pipe(
    v.picklist(['yes', 'no']),
    v.transform((word) => word === 'yes'),
  ),
  seenOn: v.exactOptional(v.string()),
  sealed: v.exactOptional(v.string()),
  identity: v.exactOptional(v.string()),
});

export const invitationRecord = (invitation: Invitation): string =>
  JSON.stringify({ shape: 1, ...invitation });

/** A record of a shape this version does not know is no invitation. */
export function invitationFrom(record: string | null): Invitation | undefined {
  const read = v.safeParse(InvitationRecord, record);
  if (!read.success) return undefined;
  const { shape: _, ...invitation } = read.output;
  return invitation;
}

export const accountRecord = ({ account, proof }: Credentials): Record<string, string> => ({
  ...account,
  shape: '1',
  createdAt: String(account.createdAt),
  suspended: account.suspended ? 'yes' : 'no',
  ...proof,
});

/** `undefined` for an empty hash. @throws on a record this version does not know: an account is never guessed */
export function accountFrom(record: Record<string, string>): Credentials | undefined {
  if (Object.keys(record).length === 0) return undefined;
  const { shape: _, sealed, identity, ...account } = v.parse(AccountRecord, record);
  return { account, proof: proofOf(sealed, identity) };
}

function proofOf(sealed: string | undefined, identity: string | undefined): Proof {
  if (sealed !== undefined) return { sealed };
  if (identity !== undefined) return { identity };
  throw new Error('an account that nobody can enter');
}

export const newAccount = (
  { association, role, post }: Invitation,
  account: Pick<Account, 'id' | 'pseudonym' | 'createdAt'>,
): Account => ({
  ...account,
  association,
  role,
  ...(post !== undefined && { post }),
  suspended: false,
});
