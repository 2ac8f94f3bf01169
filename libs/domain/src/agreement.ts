// Partners: by agreement, the volunteers of one association serve a line of another, until either of the two ends it.
import { type Maker, stands, stillMay } from './access.js';
import { type AccountId, type AgreementId, type AssociationId, type LineId, placeId } from './ids.js';
import { type Duration, hours, type Instant } from './time.js';

export type Agreement = {
  /** A random name that says nothing of either. */
  readonly id: AgreementId;
  readonly line: LineId;
  /** Whose line it is. */
  readonly of: AssociationId;
  /** Whose volunteers may serve it. */
  readonly partner: AssociationId;
  readonly since: Instant;
};

/** What a code stands for on its way to a partner. It names nobody it is for: neither can find out who else there is (AG1). */
export type Proposal = {
  readonly line: LineId;
  readonly of: AssociationId;
  readonly by: AccountId;
  readonly standsUntil: Instant;
};

export const proposalLasts: Duration = hours(72);
export const mostPartnersOfOne = 12;

/** From where a partner's volunteer listens, as the line is told: nothing of a post that is another's (AG5). */
export const partnerPlace = placeId('partner');

export type NotAgreed = 'own-line' | 'agreed-already' | 'too-many';

/** A proposal that was found, and its maker; nobody, where their account is gone. */
export type Found = { readonly proposal: Proposal; readonly maker: Maker | undefined };

/** Until its hour, and while its maker may still open this line to others: a code does not outlive their right (AG9). */
export const isGood = ({ proposal, maker }: Found, now: Instant): boolean =>
  stands(proposal, now) && stillMay(maker, 'agree', { association: proposal.of });

/** `standing`: the agreements about this line. What is refused leaves the code as good as it was (AG2). */
export function agreedOn(
  found: Found,
  standing: readonly Agreement[],
  accepting: Pick<Agreement, 'id' | 'partner' | 'since'>,
): Agreement | NotAgreed | 'gone' {
  if (!isGood(found, accepting.since)) return 'gone';
  const { line, of } = found.proposal;
  if (of === accepting.partner) return 'own-line';
  if (standing.some(({ partner }) => partner === accepting.partner)) return 'agreed-already';
  return standing.length >= mostPartnersOfOne ? 'too-many' : { ...accepting, line, of };
}

/** Either of the two sees it, and ends it; to anybody else there is none (AG4). */
export const isOf = ({ of, partner }: Agreement, association: AssociationId): boolean =>
  of === association || partner === association;

/** The volunteers of an association serve its own lines, and those that are opened to it (AG3). */
export const mayServe = (
  association: AssociationId,
  line: { readonly id: LineId; readonly association: AssociationId },
  agreements: readonly Agreement[],
): boolean =>
  line.association === association ||
  agreements.some((one) => one.line === line.id && one.partner === association);
