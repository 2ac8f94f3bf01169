// What two paired tabs say to each other through the server, which can read none of it.
import * as v from 'valibot';
import { limits } from './limits.js';
import { nothing } from './refusal.js';

// Every word said is judged by these on its way: one check each costs less than a chain of them (row 4 of the bench).
const base64url = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.check((said) => said.length >= min && said.length <= max && /^[A-Za-z0-9_-]+$/.test(said)),
  );
const countFrom = (least: number) =>
  v.pipe(
    v.number(),
    v.check((said) => Number.isSafeInteger(said) && said >= least),
  );
const count = countFrom(0);
const id = base64url(8, 40);
/** A P-256 point, uncompressed (65 bytes, RFC 9180 §7.1.1), in base64url. */
const publicKey = base64url(87, 87);

/** First thing a tab says on every (re)connection: its key, what it holds of the other, and where it starts. */
export const hello = v.strictObject({
  conversation: id,
  /** The tab's public key, fresh for each page load. */
  key: publicKey,
  /** Grows with every page load of this side, so that a late hello of an older page is known and dropped. */
  epoch: count,
  /** The other side's key that this tab holds, or empty: the exchange is over when both have heard. */
  heard: v.union([v.literal(''), publicKey]),
  /** Everything of the other side up to this number is on this screen. */
  haveUpTo: count,
  /** The first number this side will seal under this key. */
  from: count,
  /** The name of the continuity this tab holds, for the tab named in `heard`; empty without one. Its secret is never said. */
  continues: v.union([v.literal(''), base64url(22, 22)]),
  /** Whether this tab has everything that was said under it, for the tab named in `heard`. */
  whole: v.boolean(),
});
export type Hello = v.InferOutput<typeof hello>;

/** One sealed message. The server sees its size class and its number, nothing else. */
export const envelope = v.strictObject({
  conversation: id,
  epoch: count,
  number: countFrom(1),
  /** HPKE's encapsulated key: the same in every envelope of one sender context. */
  enc: publicKey,
  sealed: base64url(1, limits.sealed),
});
export type Envelope = v.InferOutput<typeof envelope>;

/** "Displayed, up to here": the proof stands inside the sealed message, so only who opened it can answer it. */
export const receipt = v.strictObject({
  conversation: id,
  upTo: countFrom(1),
  proof: base64url(22, 22),
});
export type Receipt = v.InferOutput<typeof receipt>;

export const typing = v.strictObject({ conversation: id });
export type Typing = v.InferOutput<typeof typing>;

/** Where the other side is, as the server last saw it. */
export const peer = v.picklist(['here', 'away']);
export type Peer = v.InferOutput<typeof peer>;

/** `relayed` to a live peer, or `peer-away`: keep it and send it again at the next hello. Never "delivered". */
export const relayed = v.strictObject({ relay: v.picklist(['relayed', 'peer-away']) });

export const talking = v.strictObject({
  at: v.literal('talking'),
  conversation: id,
  /** The number of this tab's connection; a page takes the first one it is told as its epoch. */
  tab: count,
  peer,
  /** Nobody has written for a while. `nudge` is told to the volunteer only. */
  silence: v.optional(v.picklist(['nudge', 'ask'])),
});
export type Talking = v.InferOutput<typeof talking>;

/** Both sides of a conversation may ask these, */
export const conversationAsks = {
  'conversation.hello': { payload: hello, answer: relayed },
  'conversation.say': { payload: envelope, answer: relayed },
  'conversation.receipt': { payload: receipt, answer: relayed },
  'conversation.typing': { payload: typing, answer: relayed },
  /** Without a word to say: the person is still there. */
  'conversation.here': { payload: v.strictObject({ conversation: id }), answer: nothing },
  'conversation.end': { payload: v.strictObject({ conversation: id }), answer: nothing },
};

/** and are told the same things, as the other side sent them. */
export const conversationTells = {
  'conversation.hello': hello,
  'conversation.say': envelope,
  'conversation.receipt': receipt,
  'conversation.typing': typing,
};
