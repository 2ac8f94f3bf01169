// Enrolments under way in the kept store: one small record each, that Redis forgets by itself.
import { Inject, Injectable } from '@nestjs/common';
import { accountId, type Duration } from '@veille/domain';
import * as v from 'valibot';
import { KEPT_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { type Enrolment, EnrolmentStore } from './enrolment.store.js';

const common = {
  shape: v.literal(1),
  account: v.pipe(v.string(), v.transform(accountId)),
  replaces: v.boolean(),
};
const Record = v.pipe(
  v.string(),
  v.parseJson(),
  v.variant('kind', [
    v.object({ ...common, kind: v.literal('totp'), id: v.string(), sealed: v.string() }),
    v.object({ ...common, kind: v.literal('passkey'), challenge: v.string() }),
  ]),
);

@Injectable()
export class EnrolmentRedisStore extends EnrolmentStore {
  constructor(@Inject(KEPT_REDIS) private readonly kept: Redis) {
    super();
  }

  async keep(session: string, enrolment: Enrolment, keptFor: Duration): Promise<void> {
    await this.kept.set(
      keptKeys.enrolment(session),
      JSON.stringify({ shape: 1, ...enrolment }),
      'PX',
      keptFor,
    );
  }

  /** A record of a shape this version does not know is none: it is begun anew. */
  async find(session: string): Promise<Enrolment | undefined> {
    const read = v.safeParse(Record, await this.kept.get(keptKeys.enrolment(session)));
    if (!read.success) return undefined;
    const { shape: _, ...enrolment } = read.output;
    return enrolment;
  }

  async end(session: string): Promise<'ended' | 'over'> {
    return (await this.kept.del(keptKeys.enrolment(session))) === 1 ? 'ended' : 'over';
  }
}
