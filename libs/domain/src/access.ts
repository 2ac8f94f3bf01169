// Who may enter and what they may do there; how long an invitation and a session hold, and how guessing is slowed.
import type { AccountId, AssociationId, PlaceId } from './ids.js';
import type { Day } from './local-time.js';
import { type Duration, hours, type Instant, minutes } from './time.js';

export type Role = 'volunteer' | 'coordinator' | 'administrator';
/** A coordinator belongs to one post, or runs the whole association. */
export type Rank = 'volunteer' | 'post-coordinator' | 'coordinator' | 'administrator';
export type Deed =
  | 'listen'
  | 'see-desk'
  | 'run-line'
  | 'run-staff'
  | 'read-audit'
  | 'choose-provider'
  | 'close-network'
  | 'run-devices'
  | `invite-${Role}`
  | 'add-post'
  | 'add-line'
  | 'agree'
  | 'found-association';
/** How far a deed carries: to one's own post, to one's own association, or anywhere in the installation. */
export type Reach = 'post' | 'association' | 'installation';

/** Where somebody stands, and what a deed would touch. */
export type Standing = Pick<Account, 'role' | 'association' | 'post'>;
export type Touched = { readonly association: AssociationId; readonly post?: PlaceId | undefined };

const ofCoordinator = {
  listen: 'association',
  'see-desk': 'association',
  'run-line': 'association',
  'choose-provider': 'association',
  'close-network': 'association',
  'run-staff': 'association',
  'run-devices': 'association',
  'read-audit': 'association',
  'invite-volunteer': 'association',
  'invite-coordinator': 'association',
  'add-post': 'association',
  'add-line': 'association',
  agree: 'association',
} as const;

/** The whole of it: what stands in no row is not allowed to anybody (AC1, TN1). */
export const deeds: Readonly<Record<Rank, Readonly<Partial<Record<Deed, Reach>>>>> = {
  volunteer: { listen: 'association' },
  'post-coordinator': {
    listen: 'association',
    'see-desk': 'association',
    'run-staff': 'post',
    'run-devices': 'post',
    'invite-volunteer': 'post',
    'invite-coordinator': 'post',
  },
  coordinator: ofCoordinator,
  administrator: {
    ...ofCoordinator,
    'invite-volunteer': 'association',
    'invite-coordinator': 'installation',
    'invite-administrator': 'installation',
    'found-association': 'installation',
  },
};

export const rankIn = ({ role, post }: Pick<Standing, 'role' | 'post'>): Rank =>
  role === 'coordinator' && post !== undefined ? 'post-coordinator' : role;

/** What is touched is one's own association and post unless it is said. */
export function may(who: Standing, deed: Deed, touched: Touched = who): boolean {
  const reach = deeds[rankIn(who)][deed];
  if (reach === undefined) return false;
  if (reach === 'installation') return true;
  const isOwn = touched.association === who.association;
  return reach === 'association' ? isOwn : isOwn && who.post !== undefined && touched.post === who.post;
}

/** Who handed something over, as they stand when it is used. */
export type Maker = Standing & Pick<Account, 'suspended'>;

/** What somebody handed over opens nothing once they may not give it: who is gone, suspended, or may do less since (AC23). */
export const stillMay = (maker: Maker | undefined, deed: Deed, touched: Touched): boolean =>
  maker?.suspended === false && may(maker, deed, touched);

const heights: readonly Rank[] = ['volunteer', 'post-coordinator', 'coordinator', 'administrator'];

/** Suspending, removing and resetting: within one's reach, and never of who may do more than oneself (SP1). */
export const mayRun = (who: Standing, account: Standing): boolean =>
  may(who, 'run-staff', account) && heights.indexOf(rankIn(account)) <= heights.indexOf(rankIn(who));

/** The same of a link they made before. */
export const stillMayRun = (maker: Maker | undefined, account: Standing): boolean =>
  maker?.suspended === false && mayRun(maker, account);

export type Account = {
  readonly id: AccountId;
  readonly association: AssociationId;
  readonly role: Role;
  readonly pseudonym: string;
  readonly createdAt: Instant;
  /** The post this account belongs to; none for who belongs to the whole association. */
  readonly post?: PlaceId;
  readonly suspended: boolean;
  /** The day they were last seen, to the day and no finer. */
  readonly seenOn?: Day;
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
  /** The post the account will belong to, if to one. */
  readonly post?: PlaceId;
  /** Who invites; nobody does the first account. */
  readonly by?: AccountId;
  readonly standsUntil: Instant;
};

export const invitationLasts: Duration = hours(72);
export const stands = ({ standsUntil }: Pick<Invitation, 'standsUntil'>, now: Instant): boolean =>
  now < standsUntil; // AC4

/** A link by which somebody chooses another password; only the one made last for an account opens (SP4). */
export type Reset = { readonly account: AccountId; readonly by: AccountId; readonly standsUntil: Instant };
export const resetLasts: Duration = hours(72);

export type Device = 'phone' | 'computer';

/** How far a session goes: everywhere, no further than the post whose device it was begun on, or nowhere but to a factor. */
export type Assurance = 'whole' | 'at-post' | 'enrols';

/** Where a session was begun, if at a post's device, and by what. `device` names it and opens nothing. */
export type AtPost = {
  readonly device: string;
  readonly post: PlaceId;
  readonly by: 'password' | 'pin';
};

/** A signed-in browser. */
export type SignedIn = {
  readonly account: AccountId;
  readonly assurance: Assurance;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
  /** When it was last seen in a conversation, if it was. */
  readonly talkedAt?: Instant;
  /** As its page said; nobody else is asked. */
  readonly device?: Device;
  /** At which post's device it was begun, if at one. */
  readonly at?: AtPost;
};

/** `afterTalking`: longer than from one look at an open page to the next, and than a lost line takes to come back (AC21). */
export const sessionLasts = { inAll: hours(12), unseen: minutes(30), afterTalking: minutes(5) } as const;
const seenAtMostEvery = minutes(1);

/** How much longer a session holds if nobody is seen: nothing or less when it is over (AC9). No conversation is cut by it (AC21). */
export const holdsFor = ({ startedAt, seenAt, talkedAt }: SignedIn, now: Instant): Duration => {
  const until = Math.min(startedAt + sessionLasts.inAll, seenAt + sessionLasts.unseen);
  return Math.max(until, talkedAt === undefined ? until : talkedAt + sessionLasts.afterTalking) - now;
};

/** What is seen of somebody: they asked for something, or are in a conversation, or a page of theirs is only open. */
export type OnPage = 'active' | 'talking' | 'idle';

/** What is to be written of a session that is looked at; nothing of a page that is only open, which keeps nobody signed in (AC9). */
export function seenAs(session: SignedIn, on: OnPage, now: Instant): SignedIn | undefined {
  if (on === 'idle' || !isToBeSeen(session, now)) return undefined;
  return { ...session, seenAt: now, ...(on === 'talking' && { talkedAt: now }) };
}

/** Being seen is written down at most once a minute (AC9). */
const isToBeSeen = ({ seenAt }: SignedIn, now: Instant): boolean => now - seenAt >= seenAtMostEvery;
