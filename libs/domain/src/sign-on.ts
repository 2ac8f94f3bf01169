// Single sign-on: an association's own people enter by its own OpenID Connect provider, and how sure that makes us.
import type { AssociationId } from './ids.js';
import { type Duration, minutes } from './time.js';

/** A client of the association's provider, as the provider's own administrator registered it. */
export type Provider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** Where somebody was when they went to their provider, and where they are taken back to. */
export type WayIn = {
  readonly association: AssociationId;
  readonly page: 'listen' | 'desk';
  /** With it a new account is made; it bears this pseudonym. */
  readonly newcomer?: { readonly invitation: string; readonly pseudonym: string };
};

/** Who went to their provider comes back within this time, or begins anew (SO3). */
export const signOnLasts: Duration = minutes(10);

/** Whoever comes back proved to the provider who they are after they left us: no older login of a shared computer counts (SO4). */
export const provenWithin: Duration = signOnLasts;

/** The provider says that it asked for two factors (RFC 8176, `mfa`); without that word we ask for ours (SO5). */
export const isTwofold = (methods: readonly string[]): boolean => methods.includes('mfa');
