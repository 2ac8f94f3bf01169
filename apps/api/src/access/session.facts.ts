// What a session tells the rest of this process.
import type { AccountId, AssociationId } from '@veille/domain';
import { fact } from '../platform/facts.js';

/** Signed out, or taken over by a new sign-in of the same browser: sockets that came in with it are to be closed. */
export const sessionEnded = fact<{ session: string; account: AccountId }>();

/** An account may do less than it could: sockets it came in by are to be looked at again. */
export const standingChanged = fact<{ account: AccountId }>();

/** An account enters no more, and its sessions are over: nobody waits for its volunteer to come back. */
export const shutOut = fact<{ account: AccountId; association: AssociationId }>();
