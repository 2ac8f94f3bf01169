// Everything the listen face (volunteers) may ask and be told. Nothing in it can name or mark a caller.
import * as v from 'valibot';
import { closing } from './closing.js';
import { conversationAsks, conversationTells, talking } from './conversation.js';
import { language } from './line.js';
import { presenceAsks, serviceTells } from './presence.js';
import { ticket } from './ticket.js';
import { nothing } from './refusal.js';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const milliseconds = count;
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,40}$/));

/** The session is in the cookie; the handshake says only how the page speaks. */
export const listenHandshake = v.strictObject({
  version: v.number(),
  /** Which of their lines; the first unless it is said. Whoever is on shift is on the line of their shift. */
  line: v.optional(id),
  ticket: v.optional(ticket),
});

const called = v.strictObject({ id, name: v.string() });

/** Told once on arrival: who the page works for, and where one may listen from. */
export const welcome = v.strictObject({
  pseudonym: v.string(),
  line: called,
  /** All they may hear, of which one is chosen before a shift. `of`: the partner whose line it is. */
  lines: v.array(v.strictObject({ ...called.entries, of: v.exactOptional(v.string()) })),
  posts: v.array(called),
  /** The post the account belongs to, if to one. */
  post: v.exactOptional(id),
});
export type Welcome = v.InferOutput<typeof welcome>;

/** Where the volunteer is. Times are lengths from now, because two clocks never agree. */
export const volunteerIs = v.variant('at', [
  /** `languages`: what the line offers, its main one first; the shift is in some of them. */
  v.strictObject({ at: v.literal('off'), languages: v.array(language) }),
  v.strictObject({ at: v.literal('free') }),
  v.strictObject({
    at: v.literal('offered'),
    offer: id,
    /** How long the caller has waited so far. */
    waited: milliseconds,
    /** How long the offer still stands, and how long it stood in all. */
    stands: milliseconds,
    lasts: milliseconds,
    /** What they asked to be heard in; null for the line's main language. */
    language: v.nullable(language),
    /** They were in a conversation already, and another volunteer gave them on. */
    handedOver: v.boolean(),
  }),
  talking,
  v.strictObject({ at: v.literal('breather'), left: milliseconds }),
  v.strictObject({ at: v.literal('away'), why: v.picklist(['paused', 'missed']) }),
]);
export type VolunteerIs = v.InferOutput<typeof volunteerIs>;

/** How full the line is: numbers, never persons. */
export const queueSeen = v.strictObject({ waiting: count, longest: milliseconds });
export type QueueSeen = v.InferOutput<typeof queueSeen>;

/** Told once when too many wait, and once when it is over, to who wished it and is off or away: numbers, never persons. */
export const recall = v.strictObject({ called: v.boolean(), waiting: count });

/** Why the last conversation is over, told to the volunteer when it was not their doing. */
export const conversationOver = v.strictObject({
  why: v.picklist(['caller-left', 'caller-lost', 'you-ended', 'you-handed-over', 'you-were-lost']),
});

/** The conversation the page is in, so that a late press does not touch the next one. */
const named = v.strictObject({ conversation: id });

/** A colleague who is free. `handle` is a name for this list alone; null is home, and on a partner's line nothing is said of it. */
const colleague = v.strictObject({
  handle: id,
  pseudonym: v.string(),
  place: v.exactOptional(v.nullable(v.string())),
});
export type Colleague = v.InferOutput<typeof colleague>;

export const listenAsks = {
  /** `place`: a post's id, or `home`. `languages`: of those the line offers; its main one if nothing is said. From off to free. */
  'shift.start': {
    payload: v.strictObject({
      place: id,
      languages: v.exactOptional(v.pipe(v.array(language), v.minLength(1), v.maxLength(8))),
    }),
    answer: nothing,
  },
  'shift.free': { payload: nothing, answer: nothing },
  'shift.away': { payload: nothing, answer: nothing },
  'shift.stop': { payload: nothing, answer: nothing },
  /** Whether to be called, off or away, when too many wait; of this visit only. */
  'recall.wish': { payload: v.strictObject({ wished: v.boolean() }), answer: nothing },
  'offer.accept': { payload: v.strictObject({ offer: id }), answer: nothing },
  'offer.decline': { payload: v.strictObject({ offer: id }), answer: nothing },
  /**
   * Asks who coordinates to close the door for a while to where the caller comes from whom one hears, or has just heard.
   * `cannot-tell`: nobody knows where that is.
   */
  'network.ask': {
    payload: nothing,
    answer: v.strictObject({ is: v.picklist(['asked', 'closed', 'cannot-tell']) }),
  },
  /** Gives the caller back to the line, at the place they always had. */
  'conversation.hand-back': { payload: named, answer: nothing },
  /** Who could be asked to take over, at this moment. */
  'conversation.colleagues': { payload: named, answer: v.strictObject({ colleagues: v.array(colleague) }) },
  /** Offers the caller to one of them, by a name from the latest list. `too-late`: they are not free any more. */
  'conversation.hand-over': { payload: v.strictObject({ conversation: id, to: id }), answer: nothing },
  ...presenceAsks,
  ...conversationAsks,
};
export type ListenAsks = typeof listenAsks;

export const listenTells = {
  'listen.welcome': welcome,
  'volunteer.is': volunteerIs,
  'volunteer.ticket': v.strictObject({ ticket }),
  'line.queue': queueSeen,
  'line.recall': recall,
  'conversation.over': conversationOver,
  'presence.ping': v.strictObject({ ticket: v.exactOptional(ticket), is: v.exactOptional(volunteerIs) }),
  closing,
  ...serviceTells,
  ...conversationTells,
};
export type ListenTells = typeof listenTells;
