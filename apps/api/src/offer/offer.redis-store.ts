// Offers in the live store: a hash each, and the set of when they end.
import { Inject, Injectable } from '@nestjs/common';
import {
  type Accepted,
  type Answer,
  callerId,
  conversationFrom,
  type HandingOver,
  hours,
  type Instant,
  type LineId,
  type Made,
  type Making,
  type Offer,
  type OfferId,
  offerId,
  volunteerId,
} from '@veille/domain';
import { waitingFrom } from '../line/caller-record.js';
import { LIVE_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { liveKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { type NoOffer, OfferStore } from './offer.store.js';

const makeOffer = luaMove('offer/make-offer.lua', {
  keys: ['queue', 'free', 'offers', 'callersSeen', 'volunteersSeen', 'epoch'],
  args: ['notAfter', 'tag', 'offer', 'now', 'until', 'keepFor', 'at'],
  says: ['offered', 'settling', 'nobody-waiting', 'nobody-free', 'nobody-fits', 'stale'],
});
const standOffer = luaMove('offer/stand-offer.lua', {
  keys: ['offer', 'offers', 'caller', 'volunteer', 'volunteersSeen'],
  args: ['notAfter', 'id', 'now', 'until'],
  says: ['stands', 'too-late', 'nobody-there', 'stale'],
});
const skipCaller = luaMove('offer/skip-caller.lua', {
  keys: ['offer', 'offers', 'caller', 'volunteer', 'free', 'asleep'],
  args: ['notAfter', 'id', 'now'],
  says: ['skipped', 'still-asked', 'nothing-to-do', 'stale'],
});
const acceptOffer = luaMove('offer/accept-offer.lua', {
  keys: ['offer', 'offers', 'caller', 'volunteer', 'conversation', 'queue'],
  args: ['notAfter', 'id', 'by', 'now', 'keepFor'],
  says: ['accepted', 'already-accepted', 'too-late', 'not-yours', 'stale'],
});
const declineOffer = luaMove('offer/decline-offer.lua', {
  keys: ['offer', 'offers', 'caller', 'volunteer', 'free'],
  args: ['notAfter', 'id', 'tag', 'by', 'now', 'restsUntil'],
  says: ['declined', 'too-late', 'not-yours', 'stale'],
});
const expireOffer = luaMove('offer/expire-offer.lua', {
  keys: ['offer', 'offers', 'caller', 'volunteer', 'free'],
  args: ['notAfter', 'id', 'tag', 'now', 'missesBeforeAway'],
  says: ['expired', 'still-stands', 'nothing-to-do', 'stale'],
});
const withdrawOffer = luaMove('offer/withdraw-offer.lua', {
  keys: ['offer', 'offers', 'caller', 'volunteer', 'free'],
  args: ['notAfter', 'id', 'tag'],
  says: ['withdrawn', 'nothing-to-do', 'stale'],
});

const handOver = luaMove('offer/hand-over.lua', {
  keys: ['conversation', 'queue', 'free', 'offers', 'callersSeen', 'volunteersSeen'],
  args: [
    'notAfter',
    'tag',
    'id',
    'by',
    'to',
    'now',
    'breatherUntil',
    'restsUntil',
    'offer',
    'until',
    'keepFor',
  ],
  says: ['handed-over', 'already-over', 'not-yours', 'not-free', 'stale'],
});

const keepFor = hours(24);

@Injectable()
export class OfferRedisStore extends OfferStore {
  constructor(
    private readonly moves: Moves,
    @Inject(LIVE_REDIS) private readonly redis: Redis,
  ) {
    super();
  }

  async make(line: LineId, { id, at, now, until }: Making): Promise<Made | NoOffer> {
    const args = { tag: liveKeys(line).tag, offer: id, at, now, until, keepFor };
    const { word, details } = await this.moves.run(makeOffer, { keys: liveKeys(line), args });
    if (word !== 'offered') return word;
    const [caller = '', volunteer = '', joinedAt = '', language = '', since = ''] = details;
    const offer = { id, caller: callerId(caller), volunteer: volunteerId(volunteer), at, until };
    return { offer, caller: waitingFrom({ joinedAt, language, since }) };
  }

  async stand(line: LineId, id: OfferId, when: { now: Instant; until: Instant }) {
    const keys = await this.#keysOf(line, id);
    const { word } = await this.moves.run(standOffer, { keys, args: { id, ...when } });
    return word;
  }

  async skip(line: LineId, id: OfferId, now: Instant) {
    const { word } = await this.moves.run(skipCaller, {
      keys: await this.#keysOf(line, id),
      args: { id, now },
    });
    return word;
  }

  async accept(line: LineId, { offer: id, by, now }: Answer): Promise<Accepted | 'too-late' | 'not-yours'> {
    const keys = await this.#keysOf(line, id);
    const { word, details } = await this.moves.run(acceptOffer, { keys, args: { id, by, now, keepFor } });
    if (word === 'too-late' || word === 'not-yours') return word;
    return { accepted: word === 'accepted' ? 'now' : 'before', caller: callerId(details[0] ?? '') };
  }

  async decline(line: LineId, { offer: id, by, now }: Answer, restsUntil: Instant) {
    const keys = await this.#keysOf(line, id);
    const { word } = await this.moves.run(declineOffer, {
      keys,
      args: { id, tag: liveKeys(line).tag, by, now, restsUntil },
    });
    return word;
  }

  async expire(line: LineId, id: OfferId, when: { now: Instant; missesBeforeAway: number }) {
    const { word } = await this.moves.run(expireOffer, {
      keys: await this.#keysOf(line, id),
      args: { id, tag: liveKeys(line).tag, ...when },
    });
    return word;
  }

  async withdraw(line: LineId, id: OfferId) {
    const { word } = await this.moves.run(withdrawOffer, {
      keys: await this.#keysOf(line, id),
      args: { id, tag: liveKeys(line).tag },
    });
    return word;
  }

  async handOver(line: LineId, { conversation, ...handing }: HandingOver) {
    const keys = { ...liveKeys(line), conversation: liveKeys(line).conversation(conversation) };
    const args = { tag: liveKeys(line).tag, id: conversation, ...handing, keepFor };
    const { word, details } = await this.moves.run(handOver, { keys, args });
    if (word !== 'handed-over') return word;
    const { offer: id, to: volunteer, until } = handing;
    return { id, caller: callerId(details[0] ?? ''), volunteer, at: 'standing' as const, until };
  }

  async find(line: LineId, id: OfferId): Promise<Offer | undefined> {
    const { caller, volunteer, at, until } = await this.redis.hgetall(liveKeys(line).offer(id));
    if (caller === undefined || volunteer === undefined) return undefined;
    return {
      id,
      caller: callerId(caller),
      volunteer: volunteerId(volunteer),
      at: at === 'asking' ? at : 'standing',
      until: Number(until),
    };
  }

  async overdue(line: LineId, now: Instant, most: number): Promise<OfferId[]> {
    const { offers } = liveKeys(line);
    const ids = await this.redis.zrange(offers, '-inf', String(now), 'BYSCORE', 'LIMIT', 0, most);
    return ids.map(offerId);
  }

  /** Whom an offer holds never changes, so reading it before the move is safe; the move's guard decides. */
  async #keysOf(line: LineId, id: OfferId) {
    const held = await this.find(line, id);
    const keys = liveKeys(line);
    return {
      ...keys,
      offer: keys.offer(id),
      conversation: keys.conversation(conversationFrom(id)),
      caller: keys.caller(held?.caller ?? ''),
      volunteer: keys.volunteer(held?.volunteer ?? ''),
    };
  }
}
