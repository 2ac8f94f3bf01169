// Everything the caller's face may ask and be told.
import * as v from 'valibot';
import { closing } from './closing.js';
import { conversationAsks, conversationTells, talking } from './conversation.js';
import { held } from './held.js';
import { language, lineStatus, outlook } from './line.js';
import { presenceAsks, serviceTells } from './presence.js';
import { nothing } from './refusal.js';
import { ticket } from './ticket.js';

/** What the page says when it knocks. Nothing here says who someone is. */
export const callerHandshake = v.strictObject({
  version: v.number(),
  line: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  ticket: v.optional(ticket),
});
export type CallerHandshake = v.InferOutput<typeof callerHandshake>;

/** Why a caller's stay is over. `lost`: their tab was away, or they did not answer, past the grace. `waited-too-long`: nobody could hear them. */
export const goneReasons = ['you-left', 'you-ended', 'listener-ended', 'lost', 'waited-too-long'] as const;

/** 1 is next. Never grows while the caller waits. */
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** Where the caller is: the page is a switch on this. */
export const callerIs = v.variant('at', [
  v.strictObject({ at: v.literal('outside'), line: lineStatus }),
  v.strictObject({
    at: v.literal('waiting'),
    place,
    /** `listener-lost`: the conversation was cut on the other side; `handed-over`: their listener gave them on. */
    since: v.picklist(['joined', 'listener-lost', 'handed-over']),
    /** What they will be heard in. */
    language,
    ...outlook,
  }),
  /** Somebody could hear them now: `left` milliseconds to say `line.here`. */
  v.strictObject({ at: v.literal('asked'), place, left: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
  /** They did not: the place is kept for a while, and `line.here` takes it up again. */
  v.strictObject({ at: v.literal('asleep'), place }),
  talking,
  v.strictObject({ at: v.literal('gone'), why: v.picklist(goneReasons) }),
]);
export type CallerIs = v.InferOutput<typeof callerIs>;

export const callerAsks = {
  /** To be heard in this language, or in the line's main one. `not-spoken`: nobody who hears the line speaks it. */
  'line.join': { payload: v.strictObject({ language: v.exactOptional(language) }), answer: nothing },
  /** The person is there: asked or not, it is never wrong to say. */
  'line.here': { payload: nothing, answer: nothing },
  'line.leave': { payload: nothing, answer: nothing },
  /** In the line, in a conversation or in neither: what stands in the store for this caller, and nothing of anybody else. */
  'caller.held': { payload: nothing, answer: held },
  ...presenceAsks,
  ...conversationAsks,
};
export type CallerAsks = typeof callerAsks;

export const callerTells = {
  'caller.is': callerIs,
  /** While outside or waiting: the line, whenever it changed. */
  'line.status': lineStatus,
  /** While waiting: the place now, and how long. It comes between two `caller.is`; the place never grows. */
  /** `ticket`: in place of the one before, for whoever is told a lower place. */
  'line.moved': v.strictObject({ place, ...outlook, ticket: v.exactOptional(ticket) }),
  'caller.ticket': v.strictObject({ ticket }),
  /** Answered by the page at once (Socket.IO acknowledgement): a frozen tab does not. It bears where they are, where that is known. */
  'presence.ping': v.strictObject({ ticket: v.exactOptional(ticket), is: v.exactOptional(callerIs) }),
  closing,
  ...serviceTells,
  ...conversationTells,
};
export type CallerTells = typeof callerTells;
