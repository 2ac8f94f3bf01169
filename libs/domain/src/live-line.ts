// Everything that is live on one line, as one value: the rules take one and give the next, and never change it.
import type { CallerId, ConversationId, OfferId, PlaceId, VolunteerId } from './ids.js';
import type { Language } from './language.js';
import type { Instant } from './time.js';

export const sinces = ['joined', 'listener-lost', 'handed-over'] as const;

/** An anonymous person in the line or in a conversation; who is gone is not there at all. */
export type Caller = {
  readonly id: CallerId;
  /** The order of the line: smaller is earlier. Kept through offers and conversations, so that a return is to the same place. */
  readonly place: number;
  readonly joinedAt: Instant;
  /** What brought them to where they wait: `listener-lost`: their conversation was cut on the other side; `handed-over`: their listener gave them on. */
  readonly since: (typeof sinces)[number];
  /** What they asked to be heard in; kept like the place. */
  readonly language: Language;
  /** Volunteers who declined, and until when the two are not brought together again. */
  readonly resting: ReadonlyMap<VolunteerId, Instant>;
} & (
  | { readonly at: 'waiting' }
  /** An offer is being made, and they are asked first whether they are still there. */
  | { readonly at: 'asked'; readonly offer: OfferId }
  | { readonly at: 'offered'; readonly offer: OfferId }
  /** Did not say that they are still there: they keep the place, and nobody is kept waiting for them. */
  | { readonly at: 'asleep'; readonly asleepSince: Instant }
  | { readonly at: 'talking'; readonly conversation: ConversationId }
);

/** Somebody hears them, or did before they were in the line again. */
export const wasHeard = ({ at, since }: Caller): boolean => at === 'talking' || since !== 'joined';

/** A volunteer on shift; who is off is not there at all. */
export type Volunteer = {
  readonly id: VolunteerId;
  /** A post, or home. */
  readonly from: PlaceId;
  /** What they hear people in, on this shift. */
  readonly languages: ReadonlySet<Language>;
  /** Offers left unanswered in a row. */
  readonly misses: number;
} & (
  | { readonly at: 'free'; readonly since: Instant }
  /** A caller is asked for them whether they are still there. They know nothing of it, and are free to pause. */
  | { readonly at: 'reserved'; readonly since: Instant; readonly offer: OfferId }
  | { readonly at: 'offered'; readonly since: Instant; readonly offer: OfferId }
  | { readonly at: 'talking'; readonly conversation: ConversationId }
  | { readonly at: 'breather'; readonly until: Instant }
  | { readonly at: 'away'; readonly why: 'paused' | 'missed' }
);

/** What of a caller stays the same wherever they are, and what of a volunteer lasts as long as the shift. */
export const stayOf = ({ id, place, joinedAt, since, language, resting }: Caller) => ({
  ...{ id, place, joinedAt, since, language, resting },
});
export const shiftOf = ({ id, from, languages }: Volunteer) => ({ id, from, languages });

/**
 * One caller held for one volunteer: a lease, not a flag. While it is `asking`, the caller is asked whether they are still
 * there; once it is `standing`, the volunteer is asked.
 */
export type Offer = {
  readonly id: OfferId;
  readonly caller: CallerId;
  readonly volunteer: VolunteerId;
  readonly at: 'asking' | 'standing';
  /** When the time of whoever is asked is up. */
  readonly until: Instant;
};

export type Conversation = {
  readonly id: ConversationId;
  readonly caller: CallerId;
  readonly volunteer: VolunteerId;
  readonly openedAt: Instant;
  /** When one of the two last wrote, to about half a minute; not there before they did. */
  readonly heardAt?: Instant;
};

/** The lease of a live tab. The number tells this tab from the ones before it. */
export type Presence = { readonly tab: number; readonly until: Instant };

/** One life of the live store: a new one begins, under a new name, whenever everything in it was lost. */
export type Epoch = {
  readonly name: string;
  readonly began: Instant;
  /** Until when those who are still to come back are waited for; 0 while nobody has come back. */
  readonly settles: Instant;
  /** Who was put back in it, or is known to be over: as of when. */
  readonly returned: ReadonlyMap<CallerId | VolunteerId, Instant>;
};

export type LiveLine = {
  readonly epoch: Epoch;
  readonly callers: ReadonlyMap<CallerId, Caller>;
  readonly volunteers: ReadonlyMap<VolunteerId, Volunteer>;
  readonly offers: ReadonlyMap<OfferId, Offer>;
  readonly conversations: ReadonlyMap<ConversationId, Conversation>;
  readonly callerTabs: ReadonlyMap<CallerId, Presence>;
  readonly volunteerTabs: ReadonlyMap<VolunteerId, Presence>;
};

/** What a rule gives back: the line as it is now, and what happened, in a word. */
export type Step<Says> = { readonly line: LiveLine; readonly says: Says };

export const emptyLine: LiveLine = {
  epoch: { name: '', began: 0, settles: 0, returned: new Map() },
  callers: new Map(),
  volunteers: new Map(),
  offers: new Map(),
  conversations: new Map(),
  callerTabs: new Map(),
  volunteerTabs: new Map(),
};

export const unchanged = <Says>(line: LiveLine, says: Says): Step<Says> => ({ line, says });

export function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map(map).set(key, value);
}

export function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
