// Who may enter and what they may do there; how long an invitation and a session hold, and how guessing is slowed.
import type { AccountId, AssociationId, PlaceId } from './ids.js';
import { type Duration, hours, type Instant, minutes, seconds } from './time.js';

export type Role = 'volunteer' | 'coordinator';
export type Deed = 'listen' | 'see-desk' | 'run-line' | `invite-${Role}`;

const deeds: Readonly<Record<Role, readonly Deed[]>> = {
  volunteer: ['listen'],
  coordinator: ['listen', 'see-desk', 'run-line', 'invite-volunteer', 'invite-coordinator'],
};

/** What the table does not name is not allowed (AC1). */
export const may = (role: Role, deed: Deed): boolean => deeds[role].includes(deed);

export type Account = {
  readonly id: AccountId;
  readonly association: AssociationId;
  readonly role: Role;
  readonly pseudonym: string;
  readonly createdAt: Instant;
  /** The post this account belongs to, once it belongs to one. */
  readonly post?: PlaceId;
  readonly suspended: boolean;
};

/** Two pseudonyms that read the same are the same: case, accents, spaces, apostrophes and what nobody sees do not count (AC5). */
export const foldPseudonym = (pseudonym: string): string =>
  pseudonym
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

export type Invitation = {
  readonly association: AssociationId;
  readonly role: Role;
  /** Who invites; nobody does the first coordinator. */
  readonly by?: AccountId;
  readonly standsUntil: Instant;
};

export const invitationLasts: Duration = hours(72);
export const stands = ({ standsUntil }: Invitation, now: Instant): boolean => now < standsUntil; // AC4

/** A signed-in browser. */
export type SignedIn = {
  readonly account: AccountId;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
};

export const sessionLasts = { inAll: hours(12), unseen: minutes(30) } as const;
const seenAtMostEvery = minutes(1);

/** How much longer a session holds if nobody is seen: nothing or less when it is over (AC9). */
export const holdsFor = ({ startedAt, seenAt }: SignedIn, now: Instant): Duration =>
  Math.min(startedAt + sessionLasts.inAll, seenAt + sessionLasts.unseen) - now;

/** Being seen is written down at most once a minute (AC9). */
export const isToBeSeen = ({ seenAt }: SignedIn, now: Instant): boolean => now - seenAt >= seenAtMostEvery;

const freeGuesses = 3;
const longestDelay = seconds(30);
/** After so long without a wrong guess, nothing of them is remembered. */
export const guessesForgottenAfter: Duration = minutes(15);

/** Each wrong guess past the first few doubles the wait, up to a length that locks nobody out (AC8). */
export const delayAfter = (wrongGuesses: number): Duration =>
  wrongGuesses < freeGuesses ? 0 : Math.min(seconds(1) * 2 ** (wrongGuesses - freeGuesses), longestDelay);
