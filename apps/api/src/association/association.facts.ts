// What the noun tells upward: a line lives by other settings than before, there is something that was not there, or an agreement
// is over.
import type { AccountId, AssociationId, LineId, LineMode } from '@veille/domain';
import { fact } from '../platform/facts.js';

/** `fields`: the names of the settings that are others now; `mode`: the one it has since, if that is among them. */
export const lineChosen = fact<{
  association: AssociationId;
  line: LineId;
  by: AccountId;
  fields: readonly string[];
  mode?: LineMode;
}>();

/** `by`: whoever made it, and whose they are. `of`: the line or post it is. */
export type Founder = { readonly account: AccountId; readonly association: AssociationId };
export const founded = fact<{
  association: AssociationId;
  by: Founder;
  did: 'association-founded' | 'line-added' | 'post-added';
  of?: string;
}>();

/** The volunteers of this partner serve the line no more. */
export const agreementEnded = fact<{ line: LineId; partner: AssociationId }>();
