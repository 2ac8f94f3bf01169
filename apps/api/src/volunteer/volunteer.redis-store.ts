// Shifts in the live store: a hash per volunteer, and the set of the free ones by how long they have been idle.
import { Inject, Injectable } from '@nestjs/common';
import {
  type Duration,
  hours,
  type Instant,
  type Language,
  type LineId,
  type OfferId,
  offerId,
  type Pausing,
  type Started,
  type Starting,
  type Volunteer,
  type VolunteerId,
  volunteerId,
} from '@veille/domain';
import { LIVE_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { liveKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { volunteerFrom } from './volunteer-record.js';
import { type Speakers, type VolunteerBoard, VolunteerStore } from './volunteer.store.js';

const startShift = luaMove('volunteer/start-shift.lua', {
  keys: ['free', 'volunteer', 'seen'],
  args: ['notAfter', 'id', 'from', 'languages', 'now', 'keepFor'],
  says: ['free', 'already-on-shift', 'not-here', 'stale'],
});
const becomeFree = luaMove('volunteer/become-free.lua', {
  keys: ['free', 'volunteer'],
  args: ['notAfter', 'id', 'now'],
  says: ['free', 'busy', 'off', 'stale'],
});
const goAway = luaMove('volunteer/go-away.lua', {
  keys: ['free', 'volunteer'],
  args: ['notAfter', 'id'],
  says: ['away', 'busy', 'off', 'stale'],
});
const stopShift = luaMove('volunteer/stop-shift.lua', {
  keys: ['free', 'volunteer'],
  args: ['notAfter', 'id'],
  says: ['off', 'busy', 'stale'],
});
const lapseVolunteer = luaMove('volunteer/lapse-volunteer.lua', {
  keys: ['free', 'volunteer', 'seen'],
  args: ['notAfter', 'id', 'now', 'grace'],
  says: ['off', 'still-here', 'busy', 'stale'],
});
const readBoard = luaMove('volunteer/read-board.lua', {
  keys: ['seen'],
  args: ['tag'],
  says: ['counted'],
});

const keepFor = hours(24);

@Injectable()
export class VolunteerRedisStore extends VolunteerStore {
  constructor(
    private readonly moves: Moves,
    @Inject(LIVE_REDIS) private readonly redis: Redis,
  ) {
    super();
  }

  async startShift(line: LineId, { id, from, languages, now }: Starting): Promise<Started> {
    const args = { id, from, languages: [...languages].join(' '), now, keepFor };
    const { word } = await this.moves.run(startShift, {
      keys: { ...keysOf(line, id), seen: liveKeys(line).volunteersSeen },
      args,
    });
    return word;
  }

  async becomeFree(line: LineId, id: VolunteerId, now: Instant): Promise<'free' | 'busy' | 'off'> {
    const { word } = await this.moves.run(becomeFree, { keys: keysOf(line, id), args: { id, now } });
    return word;
  }

  async goAway(line: LineId, id: VolunteerId): Promise<Pausing<'away'> | 'busy' | 'off'> {
    const { word, details } = await this.moves.run(goAway, { keys: keysOf(line, id), args: { id } });
    return pausing(word, details);
  }

  async stopShift(line: LineId, id: VolunteerId): Promise<Pausing<'off'> | 'busy'> {
    const { word, details } = await this.moves.run(stopShift, { keys: keysOf(line, id), args: { id } });
    return pausing(word, details);
  }

  async lapse(
    line: LineId,
    id: VolunteerId,
    { grace, now }: { grace: Duration; now: Instant },
  ): Promise<Pausing<'off'> | 'still-here' | 'busy'> {
    const keys = { ...keysOf(line, id), seen: liveKeys(line).volunteersSeen };
    const { word, details } = await this.moves.run(lapseVolunteer, { keys, args: { id, now, grace } });
    return pausing(word, details);
  }

  async find(line: LineId, id: VolunteerId): Promise<Volunteer | undefined> {
    return volunteerFrom(id, await this.redis.hgetall(liveKeys(line).volunteer(id)));
  }

  async free(line: LineId): Promise<VolunteerId[]> {
    return (await this.redis.zrange(liveKeys(line).free, '0', '-1')).map(volunteerId);
  }

  async board(line: LineId): Promise<VolunteerBoard> {
    const { volunteersSeen: seen, tag } = liveKeys(line);
    const { details } = await this.moves.run(readBoard, { keys: { seen }, args: { tag } });
    const [free = 0, offered = 0, talking = 0, breather = 0, away = 0] = details.map(Number);
    return { free, offered, talking, breather, away, spoken: spokenIn(details.slice(5)) };
  }
}

function keysOf(line: LineId, id: VolunteerId) {
  const { free, volunteer } = liveKeys(line);
  return { free, volunteer: volunteer(id) };
}

function spokenIn(details: string[]): Map<Language, Speakers> {
  const spoken = new Map<Language, Speakers>();
  for (let at = 0; at < details.length; at += 3) {
    const [language = '', free, working] = details.slice(at, at + 3);
    spoken.set(language, { free: Number(free), working: Number(working) });
  }
  return spoken;
}

const pausing = <Word extends string>(word: Word, [offer]: string[]): Word | { of: OfferId } =>
  offer === undefined ? word : { of: offerId(offer) };
