// Every association's audit, judged: for `npm run audit:verify`.
import type { AssociationId } from '@veille/domain';
import { AssociationRedisStore } from './association/association.redis-store.js';
import { AuditRedisStore } from './audit/audit.redis-store.js';
import { AuditService, type Verdict } from './audit/audit.service.js';
import { Sha256Seals } from './audit/sha256-seals.js';
import { StoreClock } from './platform/clock/clock.js';
import type { Redis } from './platform/redis/client.js';
import { keptKeys } from './platform/redis/keys.js';

/** `holds`: nothing was changed, and where there are accounts something is written. */
export type Judged = Verdict & { readonly association: AssociationId; readonly holds: boolean };

export async function auditReport(kept: Redis): Promise<Judged[]> {
  const clock = new StoreClock();
  const audit = new AuditService(new AuditRedisStore(kept, clock), new Sha256Seals(), clock);
  const judged: Judged[] = [];
  for (const { id: association } of await new AssociationRedisStore(kept, clock).associations()) {
    const verdict = await audit.verify(association);
    const accounts = await kept.hlen(keptKeys.pseudonyms(association));
    // Whoever has an account accepted an invitation, which is written: with accounts, nothing there is something taken away.
    const holds = verdict.is === 'whole' || (verdict.is === 'nothing-there' && accounts === 0);
    judged.push({ association, holds, ...verdict });
  }
  return judged;
}
