// Sessions in the kept store: one small record each, that Redis forgets by itself.
import { Inject, Injectable } from '@nestjs/common';
import { accountId, type Duration, type SignedIn } from '@veille/domain';
import * as v from 'valibot';
import { KEPT_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { digestOf, newSecret } from '../platform/secrets.js';
import { SessionStore } from './session.store.js';

const Record = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    shape: v.literal(2),
    account: v.pipe(v.string(), v.transform(accountId)),
    assurance: v.picklist(['whole', 'at-post', 'enrols']),
    startedAt: v.number(),
    seenAt: v.number(),
  }),
);

@Injectable()
export class SessionRedisStore extends SessionStore {
  constructor(@Inject(KEPT_REDIS) private readonly kept: Redis) {
    super();
  }

  async open(session: SignedIn, keptFor: Duration): Promise<string> {
    const token = newSecret();
    await this.kept.set(keptKeys.session(digestOf(token)), recordOf(session), 'PX', keptFor);
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

  async end(id: string): Promise<'ended' | 'nothing-to-do'> {
    return (await this.kept.del(keptKeys.session(id))) === 1 ? 'ended' : 'nothing-to-do';
  }
}

const recordOf = (session: SignedIn): string => JSON.stringify({ shape: 2, ...session });
