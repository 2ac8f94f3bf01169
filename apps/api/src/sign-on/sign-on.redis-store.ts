// Providers in the kept store: one small record each, our secret there sealed under the house's key of tickets.
import { Inject, Injectable } from '@nestjs/common';
import type { AssociationId, Provider } from '@veille/domain';
import * as v from 'valibot';
import type { TicketKey } from '../access/ticket-key.js';
import { TICKET_KEY } from '../access/tickets.js';
import { KEPT_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { seal, unseal } from '../platform/sealing.js';
import { SignOnStore } from './sign-on.store.js';

const purpose = 'veille sign-on 1 secret';

const Record = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ shape: v.literal(1), issuer: v.string(), clientId: v.string(), sealed: v.string() }),
);

@Injectable()
export class SignOnRedisStore extends SignOnStore {
  constructor(
    @Inject(KEPT_REDIS) private readonly kept: Redis,
    @Inject(TICKET_KEY) private readonly sealing: TicketKey,
  ) {
    super();
  }

  /** A record this version does not know, or sealed under another key, is no provider: it is chosen anew. */
  async provider(association: AssociationId): Promise<Provider | undefined> {
    const read = v.safeParse(Record, await this.kept.get(keptKeys.provider(association)));
    if (!read.success) return undefined;
    const { issuer, clientId, sealed } = read.output;
    const clientSecret = unseal(sealed, { purpose, key: this.sealing.key });
    return clientSecret === undefined ? undefined : { issuer, clientId, clientSecret };
  }

  async keep(association: AssociationId, { issuer, clientId, clientSecret }: Provider): Promise<void> {
    const sealed = seal(clientSecret, { purpose, key: this.sealing.key });
    const record = JSON.stringify({ shape: 1, issuer, clientId, sealed });
    await this.kept.set(keptKeys.provider(association), record);
  }

  async forget(association: AssociationId): Promise<'forgotten' | 'nothing-to-do'> {
    return (await this.kept.del(keptKeys.provider(association))) === 1 ? 'forgotten' : 'nothing-to-do';
  }
}
