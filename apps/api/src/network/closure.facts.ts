// What closures state, for the journal of the association.
import type { AccountId, AssociationId, LineId } from '@veille/domain';
import { fact } from '../platform/facts.js';

export const closureChanged = fact<{
  association: AssociationId;
  did: 'network-asked' | 'network-closed' | 'network-opened';
  by: AccountId;
  line: LineId;
}>();
