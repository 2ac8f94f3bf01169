// A listening post's own browser: who may sign in there, how long it is one, and what a PIN for it is worth.
import type { Standing } from './access.js';
import type { AccountId, AssociationId, PlaceId } from './ids.js';
import type { Day } from './local-time.js';
import { type Duration, hours, minutes } from './time.js';

/** `by`: the coordinator who registered it. Days are to the day and no finer. */
export type PostDevice = {
  readonly association: AssociationId;
  readonly post: PlaceId;
  readonly by: AccountId;
  readonly registeredOn: Day;
  readonly usedOn: Day;
};

/** A device that nobody signs in at for so long is one no more, and the PINs for it are forgotten (PD8). */
export const deviceLasts: Duration = hours(24) * 180;
/** A code is typed on the browser it is for, by somebody who stands beside it (PD1). */
export const deviceCodeLasts: Duration = minutes(10);

/** After so many wrong ones in a row a PIN is dropped: of a million there are, five are tried (PD5). */
export const mostWrongPins = 5;

/** Volunteers of that post, and those who belong to none: what a post's device vouches for is where they sit (PD2). */
export const mayEnterAt = (
  { role, association, post }: Standing,
  at: Pick<PostDevice, 'association' | 'post'>,
): boolean =>
  role === 'volunteer' && association === at.association && (post === undefined || post === at.post);
