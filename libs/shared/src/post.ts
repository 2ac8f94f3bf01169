// The HTTP words of a listening post's own browser: making it one, and signing in there by a PIN. Under `/api/post`.
import * as v from 'valibot';
import { limits } from './limits.js';

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
const whole = v.pipe(v.number(), v.safeInteger());
const post = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,40}$/));

/** 60 random bits in base32 (RFC 4648), however they are spaced; typed on the browser that is to be a post's. */
export const postCode = v.pipe(
  v.string(),
  v.maxLength(30),
  v.transform((written) => written.replace(/[\s-]/g, '').toUpperCase()),
  v.regex(/^[A-Z2-7]{12}$/),
);

const figures = v.pipe(v.string(), v.maxLength(10), v.regex(/^\d{6}$/));
const runs = ['01234567890', '09876543210'];
/** Six figures, and none of those a thief tries first: one of them six times, or all in a row. */
export const newPin = v.pipe(
  figures,
  v.check((pin) => new Set(pin).size > 1 && !runs.some((run) => run.includes(pin))),
);

/** `GET here` → what this browser is: `post`, the name of the post whose it is; `pin`, of who is signed in, at this device. */
export const postHere = v.strictObject({
  post: v.exactOptional(v.string()),
  pin: v.exactOptional(v.picklist(['none', 'chosen', 'used'])),
});
export type PostHere = v.InferOutput<typeof postHere>;
/** `POST here`, on the browser the code is for → `postHere`, and the cookie of a device. */
export const becomeDevice = v.strictObject({ code: postCode });
/** `POST sign-in`, at a device → `who` and the session cookie. `refused` says neither who has a PIN nor who is anybody. */
export const pinSignIn = v.strictObject({
  pseudonym: v.pipe(v.string(), v.maxLength(limits.pseudonym.max)),
  pin: v.pipe(v.string(), v.maxLength(10)),
});
/** `POST pin` → `postHere`: for who signed in at this device by more than a PIN. `POST pin/end` forgets it. */
export const choosePin = v.strictObject({ pin: newPin });

/** Days: `yyyy-mm-dd`. */
export const deviceTold = v.strictObject({
  id,
  post: v.string(),
  registeredOn: v.string(),
  usedOn: v.string(),
  /** Who registered it, as they are called today. */
  by: v.exactOptional(v.string()),
  isHere: v.boolean(),
});
export type DeviceTold = v.InferOutput<typeof deviceTold>;
/** `GET devices` → those within one's reach, and the posts one may register a browser for. */
export const devicesTold = v.strictObject({
  devices: v.array(deviceTold),
  posts: v.array(v.strictObject({ id: post, name: v.string() })),
});
export type DevicesTold = v.InferOutput<typeof devicesTold>;
/** `POST devices` → `devicesTold`, and this browser's cookie. `POST devices/code` → `deviceCode`, told once. */
export const forPost = v.strictObject({ post });
export const deviceCode = v.strictObject({ code: v.string(), validFor: whole });
/** `POST devices/end` → `devicesTold` as it is since. */
export const endDevice = v.strictObject({ device: id });
