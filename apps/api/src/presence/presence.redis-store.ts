// Presence in the live store: a number per person for the newest tab, and one set per role of when leases end.
import { Inject, Injectable } from '@nestjs/common';
import {
  callerId,
  hours,
  type Instant,
  type LineId,
  type Person,
  type Presence,
  type Tab,
  volunteerId,
} from '@veille/domain';
import { LIVE_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { liveKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { type Arrival, PresenceStore } from './presence.store.js';

const appear = luaMove('presence/appear.lua', {
  keys: ['tab', 'seen', 'record'],
  args: ['notAfter', 'id', 'now', 'until', 'keepFor'],
  says: ['new', 'back', 'takes-over', 'stale'],
});
const renew = luaMove('presence/renew.lua', {
  keys: ['tab', 'seen', 'record'],
  args: ['notAfter', 'id', 'tab', 'until', 'keepFor'],
  says: ['renewed', 'not-yours', 'unknown', 'stale'],
});
const drop = luaMove('presence/drop.lua', {
  keys: ['tab', 'seen'],
  args: ['notAfter', 'id', 'tab', 'now'],
  says: ['dropped', 'not-yours', 'stale'],
});
const forgetAway = luaMove('presence/forget-away.lua', {
  keys: ['tab', 'seen', 'record'],
  args: ['notAfter', 'id', 'now'],
  says: ['forgotten', 'here', 'stale'],
});

/** A backstop for a service that vanishes whole: whoever is here renews it, whoever leaves is forgotten at once. */
const keepFor = hours(24);

@Injectable()
export class PresenceRedisStore extends PresenceStore {
  constructor(
    private readonly moves: Moves,
    @Inject(LIVE_REDIS) private readonly redis: Redis,
  ) {
    super();
  }

  async appear(
    line: LineId,
    person: Person,
    { now, until }: { now: Instant; until: Instant },
  ): Promise<Arrival> {
    const args = { id: person.id, now, until, keepFor };
    const { word, details } = await this.moves.run(appear, { keys: keysOf(line, person), args });
    return { as: word, tab: Number(details[0]) };
  }

  async renew(
    line: LineId,
    { person, tab }: Tab,
    until: Instant,
  ): Promise<'renewed' | 'not-yours' | 'unknown'> {
    const args = { id: person.id, tab, until, keepFor };
    const { word } = await this.moves.run(renew, { keys: keysOf(line, person), args });
    return word;
  }

  async drop(line: LineId, { person, tab }: Tab, now: Instant): Promise<'dropped' | 'not-yours'> {
    const args = { id: person.id, tab, now };
    const { word } = await this.moves.run(drop, { keys: keysOf(line, person), args });
    return word;
  }

  async forgetAway(line: LineId, person: Person, now: Instant): Promise<'forgotten' | 'here'> {
    const { word } = await this.moves.run(forgetAway, {
      keys: keysOf(line, person),
      args: { id: person.id, now },
    });
    return word;
  }

  async forget(line: LineId, person: Person): Promise<void> {
    const { tab, seen } = keysOf(line, person);
    await this.redis.multi().del(tab).zrem(seen, person.id).exec();
  }

  async of(line: LineId, person: Person): Promise<Presence | undefined> {
    const { tab, seen } = keysOf(line, person);
    const [number, until] = await Promise.all([this.redis.get(tab), this.redis.zscore(seen, person.id)]);
    return number === null || until === null ? undefined : { tab: Number(number), until: Number(until) };
  }

  async callersUnseenSince(line: LineId, instant: Instant, most: number) {
    return (await this.#unseen(liveKeys(line).callersSeen, instant, most)).map(callerId);
  }

  async volunteersUnseenSince(line: LineId, instant: Instant, most: number) {
    return (await this.#unseen(liveKeys(line).volunteersSeen, instant, most)).map(volunteerId);
  }

  #unseen(seen: string, instant: Instant, most: number): Promise<string[]> {
    return this.redis.zrange(seen, '-inf', String(instant), 'BYSCORE', 'LIMIT', 0, most);
  }
}

function keysOf(line: LineId, { role, id }: Person): { tab: string; seen: string; record: string } {
  const { tab, caller, volunteer, callersSeen, volunteersSeen } = liveKeys(line);
  return role === 'caller'
    ? { tab: tab(role, id), seen: callersSeen, record: caller(id) }
    : { tab: tab(role, id), seen: volunteersSeen, record: volunteer(id) };
}
