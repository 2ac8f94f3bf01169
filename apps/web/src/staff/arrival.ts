// How somebody of the staff comes to a page, as its address says it: by which door, with an invitation, or back from a provider.
import { invitationToken } from '@veille/shared';
import type { LeaveForProvider, SignOnEnd } from '@veille/shared';
import * as v from 'valibot';
import { pageIn, signOnEndIn } from './sign-on.js';

export type Arrival = {
  readonly invitation: string | undefined;
  readonly association?: string | undefined;
  readonly page?: LeaveForProvider['page'];
  /** How it went at the association's provider, where they come from. */
  readonly signOn?: SignOnEnd | undefined;
};

export const arrivalIn = (location: Pick<Location, 'hash' | 'pathname'>): Arrival => ({
  invitation: invitationIn(location),
  association: associationIn(location),
  page: pageIn(location),
  signOn: signOnEndIn(location),
});

const fragment = /^#invitation=(.*)$/;

/** The invitation in the address: empty where it is not whole, undefined where there is none. */
export function invitationIn({ hash }: Pick<Location, 'hash'>): string | undefined {
  const written = fragment.exec(hash)?.[1];
  return written === undefined || v.is(invitationToken, written) ? written : '';
}

const door = /^\/(?:ecoute|desk)\/([^/]+)$/;

/** The association whose door the address names; undefined for the first one's, or whoever is signed in. */
export const associationIn = ({ pathname }: Pick<Location, 'pathname'>): string | undefined =>
  door.exec(pathname)?.[1];

/** Out of the address, so that neither the history nor a glance keeps it. */
export const forgetInvitation = () => window.history.replaceState(null, '', window.location.pathname);
