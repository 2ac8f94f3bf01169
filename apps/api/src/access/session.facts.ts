// What a session tells the rest of this process.
import type { AccountId } from '@veille/domain';
import { fact } from '../platform/facts.js';

/** Signed out, or taken over by a new sign-in of the same browser: sockets that came in with it are to be closed. */
export const sessionEnded = fact<{ session: string; account: AccountId }>();
