// Those who are away, sealed under the house's key of tickets into the cookie they come back with: no store knows they left.
import { Inject, Injectable } from '@nestjs/common';
import { associationId, signOnLasts } from '@veille/domain';
import * as v from 'valibot';
import type { TicketKey } from '../access/ticket-key.js';
import { TICKET_KEY } from '../access/tickets.js';
import { Clock } from '../platform/clock/clock.js';
import { seal, unseal } from '../platform/sealing.js';
import { type Away, Aways } from './away.port.js';

const purpose = 'veille sign-on 1 away';

const sealedAway = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictObject({
    association: v.pipe(v.string(), v.transform(associationId)),
    page: v.picklist(['listen', 'desk']),
    newcomer: v.exactOptional(v.object({ invitation: v.string(), pseudonym: v.string() })),
    checks: v.strictObject({ state: v.string(), nonce: v.string(), verifier: v.string() }),
    until: v.number(),
  }),
);

@Injectable()
export class SealedAways extends Aways {
  constructor(
    @Inject(TICKET_KEY) private readonly sealing: TicketKey,
    private readonly clock: Clock,
  ) {
    super();
  }

  seal(away: Away): string {
    const until = this.clock.now() + signOnLasts;
    return seal(JSON.stringify({ ...away, until }), { purpose, key: this.sealing.key });
  }

  open(sealed: string): Away | undefined {
    const read = v.safeParse(sealedAway, unseal(sealed, { purpose, key: this.sealing.key }));
    if (!read.success || read.output.until <= this.clock.now()) return undefined;
    const { until: _over, ...away } = read.output;
    return away;
  }
}
