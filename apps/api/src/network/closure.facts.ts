// What closures state, for the journal of the association.
import type { AccountId, AssociationId, LineId } from '@veille/domain';
import { fact } from '../platform/facts.js';

export const closureChanged = fact<{
  association: AssociationId;
  did: 'network-asked' | 'network-closed' | 'network-opened';
  by: AccountId;
  line: LineId;
}>();
/** Decided on by its name `id`, which is over, or was never their association's. Nothing was changed. */
export const closureNotTheirs = fact<{
  association: AssociationId;
  by: AccountId;
  did: 'network-closed' | 'network-opened';
  id: string;
}>();
/** By who asked for it. Nothing was changed. */
export const ownClosureConfirmed = fact<{ association: AssociationId; by: AccountId }>();
