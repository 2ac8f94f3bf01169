// Rebuilding in the live store: the rule decides on what is there of the two people concerned, and one move writes it down.
import { Inject, Injectable } from '@nestjs/common';
import {
  type Conversation,
  hours,
  type Instant,
  type LineId,
  type LiveLine,
  type Person,
  putBack,
  remainsOver,
  type Remembered,
  type Returning,
  type Step,
  whose,
} from '@veille/domain';
import { LIVE_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { liveKeys } from '../platform/redis/keys.js';
import { luaMove, MoveFailed, Moves } from '../platform/redis/lua-move.js';
import { type Concerned, decided, Glimpse } from './glimpse.js';
import { glimpseIn } from './look-record.js';
import { type EpochSeen, type NextEpoch, type Rebuilding, RebuildStore } from './rebuild.store.js';

const beginEpoch = luaMove('rebuild/begin-epoch.lua', {
  keys: ['epoch'],
  args: ['notAfter', 'name', 'now', 'settles'],
  says: ['epoch', 'stale'],
});
const lookAt = luaMove('rebuild/look-at.lua', {
  keys: ['epoch', 'returned'],
  args: ['tag', 'role', 'id'],
  says: ['seen'],
});
const putDown = luaMove('rebuild/put-back.lua', {
  keys: ['epoch', 'returned'],
  args: ['notAfter', 'tag', 'decided', 'now', 'keepFor', 'keepMarks'],
  says: ['done', 'changed', 'stale'],
});

const keepFor = hours(24);
/** What one decision concerns changes seldom; somebody who changes it every time is a fault. */
const MOST_TRIES = 10;

@Injectable()
export class RebuildRedisStore extends RebuildStore {
  constructor(
    private readonly moves: Moves,
    @Inject(LIVE_REDIS) private readonly redis: Redis,
  ) {
    super();
  }

  async epoch(line: LineId, next: NextEpoch): Promise<EpochSeen> {
    const { epoch } = liveKeys(line);
    const [name, began, settles] = await this.redis.hmget(epoch, 'name', 'began', 'settles');
    if (name) return { name, began: Number(began), settles: Number(settles) };
    const { details } = await this.moves.run(beginEpoch, { keys: { epoch }, args: next });
    const [begun = '', at, until] = details;
    return { name: begun, began: Number(at), settles: Number(until) };
  }

  async see(line: LineId, person: Person): Promise<LiveLine> {
    return (await this.#seen(line, person)).line;
  }

  putBack(line: LineId, memory: Remembered, when: Rebuilding): Promise<Returning> {
    const both = memory.role === 'pair' ? bothIn(memory.conversation) : undefined;
    return this.#decide(line, {
      see: () => (both ? this.#look(line, both) : this.#seen(line, whose(memory))),
      rule: (seen) => putBack(seen, memory, when),
      when,
    });
  }

  remainsOver(line: LineId, person: Person, when: Rebuilding & { asOf: Instant }): Promise<'over' | 'here'> {
    return this.#decide(line, {
      see: () => this.#seen(line, person),
      rule: (seen) => remainsOver(seen, person, when),
      when,
    });
  }

  async #decide<Says>(line: LineId, { see, rule, when }: Decision<Says>): Promise<Says> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const seen = await see();
      const step = rule(seen.line);
      if (step.line === seen.line || (await this.#writeDown(line, { seen, after: step.line, when })))
        return step.says;
    }
    throw new MoveFailed('somebody who comes back changes all the time');
  }

  async #writeDown(line: LineId, { seen, after, when }: Written): Promise<boolean> {
    const { epoch, returned, tag } = liveKeys(line);
    const { word } = await this.moves.run(putDown, {
      keys: { epoch, returned },
      args: {
        ...{ tag, keepFor, now: when.now, keepMarks: when.keepFor },
        decided: JSON.stringify(decided(seen, after)),
      },
    });
    return word === 'done';
  }

  /** Somebody who talks concerns the one they talk with. */
  async #seen(line: LineId, { role, id }: Person): Promise<Glimpse> {
    const { epoch, returned, tag } = liveKeys(line);
    const { details } = await this.moves.run(lookAt, { keys: { epoch, returned }, args: { tag, role, id } });
    return glimpseIn(details[0]);
  }

  /** The two a memory names, whatever the store says of them. */
  async #look(line: LineId, { people, talk }: Concerned): Promise<Glimpse> {
    const keys = liveKeys(line);
    const [epoch, talking, ...each] = await Promise.all([
      this.redis.hgetall(keys.epoch),
      talk === undefined ? {} : this.redis.hgetall(keys.conversation(talk)),
      ...people.map(async (person) => {
        const { role, id } = person;
        const [record, tab, until, mark] = await Promise.all([
          this.redis.hgetall(role === 'caller' ? keys.caller(id) : keys.volunteer(id)),
          this.redis.get(keys.tab(role, id)),
          this.redis.zscore(role === 'caller' ? keys.callersSeen : keys.volunteersSeen, id),
          this.redis.zscore(keys.returned, id),
        ]);
        return { person, record, tab, until, mark };
      }),
    ]);
    return new Glimpse({ epoch, talk, talking, people: each });
  }
}

type Decision<Says> = {
  see: () => Promise<Glimpse>;
  rule: (line: LiveLine) => Step<Says>;
  when: Rebuilding;
};
type Written = { seen: Glimpse; after: LiveLine; when: Rebuilding };

const bothIn = ({ id, caller, volunteer }: Conversation): Concerned => ({
  people: [
    { role: 'caller', id: caller },
    { role: 'volunteer', id: volunteer },
  ],
  talk: id,
});
