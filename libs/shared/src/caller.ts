// Everything the caller's face may ask and be told.
import * as v from 'valibot';
import { closing } from './closing.js';
import { conversationAsks, conversationTells, talking } from './conversation.js';
import { presenceAsks } from './presence.js';
import { nothing } from './refusal.js';

/** A ticket is opaque to the page: it keeps the latest one in its tab and shows it when it comes back. */
const ticket = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));

/** What the page says when it knocks. Nothing here says who someone is. */
export const callerHandshake = v.strictObject({
  version: v.number(),
  line: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  ticket: v.optional(ticket),
});
export type CallerHandshake = v.InferOutput<typeof callerHandshake>;

/** Why a caller's stay is over. `lost`: their tab was away past its grace. */
export const goneReasons = ['you-left', 'you-ended', 'listener-ended', 'lost'] as const;

/** Where the caller is: the page is a switch on this. */
export const callerIs = v.variant('at', [
  v.strictObject({ at: v.literal('outside'), open: v.boolean() }),
  v.strictObject({
    at: v.literal('waiting'),
    /** 1 is next. Never grows while the caller waits. */
    place: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    /** `listener-lost`: the conversation was cut on the other side, and the caller is back at the front. */
    since: v.picklist(['joined', 'listener-lost']),
  }),
  talking,
  v.strictObject({ at: v.literal('gone'), why: v.picklist(goneReasons) }),
]);
export type CallerIs = v.InferOutput<typeof callerIs>;

export const callerAsks = {
  'line.join': { payload: nothing, answer: nothing },
  'line.leave': { payload: nothing, answer: nothing },
  ...presenceAsks,
  ...conversationAsks,
};
export type CallerAsks = typeof callerAsks;

export const callerTells = {
  'caller.is': callerIs,
  /** While waiting: the place now. It comes between two `caller.is`, changes nothing else, and never grows. */
  'line.moved': v.strictObject({ place: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
  'caller.ticket': v.strictObject({ ticket }),
  /** Answered by the page at once (Socket.IO acknowledgement): a frozen tab does not. */
  'presence.ping': nothing,
  closing,
  ...conversationTells,
};
export type CallerTells = typeof callerTells;
