// Sessions in the kept store: one small record each, that Redis forgets by itself.
import { Inject, Injectable } from '@nestjs/common';
import {
  type AccountId,
  accountId,
  type Duration,
  placeId,
  sessionLasts,
  type SignedIn,
} from '@veille/domain';
import * as v from 'valibot';
import { Clock } from '../platform/clock/clock.js';
import { KEPT_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { digestOf, newSecret } from '../platform/secrets.js';
import { type Signed, SessionStore } from './session.store.js';

const openSession = luaMove('access/open-session.lua', {
  keys: ['session', 'sessions'],
  args: ['digest', 'record', 'keptFor', 'inAll', 'prefix'],
  says: ['open'],
});

const Record = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    shape: v.literal(2),
    account: v.pipe(v.string(), v.transform(accountId)),
    assurance: v.picklist(['whole', 'at-post', 'enrols']),
    startedAt: v.number(),
    seenAt: v.number(),
    talkedAt: v.exactOptional(v.number()),
    device: v.exactOptional(v.picklist(['phone', 'computer'])),
    at: v.exactOptional(
      v.object({
        device: v.string(),
        post: v.pipe(v.string(), v.transform(placeId)),
        by: v.picklist(['password', 'pin']),
      }),
    ),
  }),
);

@Injectable()
export class SessionRedisStore extends SessionStore {
  readonly #moves: Moves;

  constructor(
    @Inject(KEPT_REDIS) private readonly kept: Redis,
    clock: Clock,
  ) {
    super();
    this.#moves = new Moves(kept, clock);
  }

  async open(session: SignedIn, keptFor: Duration): Promise<string> {
    const token = newSecret();
    const digest = digestOf(token);
    await this.#moves.run(openSession, {
      keys: { session: keptKeys.session(digest), sessions: keptKeys.sessions(session.account) },
      args: {
        digest,
        record: recordOf(session),
        keptFor,
        inAll: sessionLasts.inAll,
        prefix: keptKeys.session(''),
      },
    });
    return token;
  }

  idOf(token: string): string {
    return digestOf(token);
  }

  /** A record of a shape this version does not know is no session: its owner signs in again. */
  async find(id: string): Promise<SignedIn | undefined> {
    const read = v.safeParse(Record, await this.kept.get(keptKeys.session(id)));
    if (!read.success) return undefined;
    const { shape: _, ...session } = read.output;
    return session;
  }

  async renew(id: string, session: SignedIn, keptFor: Duration): Promise<'renewed' | 'over'> {
    const done = await this.kept.set(keptKeys.session(id), recordOf(session), 'PX', keptFor, 'XX');
    return done === 'OK' ? 'renewed' : 'over';
  }

  async of(account: AccountId): Promise<Signed[]> {
    const ids = await this.kept.smembers(keptKeys.sessions(account));
    const found = await Promise.all(ids.map(async (id) => ({ id, session: await this.find(id) })));
    return found.flatMap(({ id, session }) => (session ? [{ ...session, id }] : []));
  }

  async end(id: string, account: AccountId): Promise<'ended' | 'nothing-to-do'> {
    const ended = await this.kept.del(keptKeys.session(id));
    await this.kept.srem(keptKeys.sessions(account), id);
    return ended === 1 ? 'ended' : 'nothing-to-do';
  }
}

const recordOf = (session: SignedIn): string => JSON.stringify({ shape: 2, ...session });
