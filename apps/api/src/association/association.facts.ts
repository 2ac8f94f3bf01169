// What the noun tells upward: a line lives by other settings than before.
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
