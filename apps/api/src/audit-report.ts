// The audits of every association, for the commands of whoever runs the machine: judged, and written that all was read.
import type { AssociationId } from '@veille/domain';
import { AssociationRedisStore } from './association/association.redis-store.js';
import { AuditRedisStore } from './audit/audit.redis-store.js';
import { AuditService, type Verdict } from './audit/audit.service.js';
import { Sha256Seals } from './audit/sha256-seals.js';
import { StoreClock } from './platform/clock/clock.js';
import type { Redis } from './platform/redis/client.js';
import { keptKeys } from './platform/redis/keys.js';
import { storeTime } from './platform/redis/store-time.js';

/** `holds`: nothing was changed, and where there are accounts something is written. */
export type Judged = Verdict & { readonly association: AssociationId; readonly holds: boolean };

export async function auditReport(kept: Redis): Promise<Judged[]> {
  const { audit, associations } = await auditsIn(kept);
  const judged: Judged[] = [];
  for (const { id: association } of associations) {
    const verdict = await audit.verify(association);
    const accounts = await kept.hlen(keptKeys.pseudonyms(association));
    // Whoever has an account accepted an invitation, which is written: with accounts, nothing there is something taken away.
    const holds = verdict.is === 'whole' || (verdict.is === 'nothing-there' && accounts === 0);
    judged.push({ association, holds, ...verdict });
  }
  return judged;
}

/** Every association is told that somebody at the machine read everything (AU6). */
export async function noteDisclosure(kept: Redis): Promise<void> {
  const { audit, associations } = await auditsIn(kept);
  for (const { id } of associations) await audit.write(id, { did: 'disclosed' });
}

/**
 * Every journal, line by line: for each association one that says before which record it begins, then its records as they were
 * sealed, oldest first; that it was taken away is the last of them (AU7). Each seal is the SHA-256, in base64url, of the one
 * before it, a line feed, and the record without its seal.
 */
export async function* auditLines(kept: Redis): AsyncGenerator<string> {
  const { audit, store, seals, associations } = await auditsIn(kept);
  for (const { id: association } of associations) {
    await audit.write(association, { did: 'exported', what: ['json'] });
    const after = (await store.chain(association))?.begins ?? seals.beginningOf(association);
    yield JSON.stringify({ association, after });
    yield* audit.texts(association);
  }
}

async function auditsIn(kept: Redis) {
  const clock = new StoreClock();
  await clock.set(() => storeTime(kept));
  const [store, seals] = [new AuditRedisStore(kept, clock), new Sha256Seals()];
  const audit = new AuditService(store, seals, clock);
  const associations = await new AssociationRedisStore(kept, clock).associations();
  return { audit, store, seals, associations };
}
