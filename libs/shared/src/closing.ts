// Why the service closes a socket, and whether the page should come back by itself.
import * as v from 'valibot';

/** `true`: come back with the same ticket or session. `false`: do not; the page says why. */
export const closings = {
  'another-tab': false,
  'signed-out': false,
  unruly: false,
  'agreement-ended': false,
  restarting: true,
} as const;
export type Closing = keyof typeof closings;
export const closing = v.strictObject({
  why: v.picklist(['another-tab', 'signed-out', 'unruly', 'agreement-ended', 'restarting']),
});
