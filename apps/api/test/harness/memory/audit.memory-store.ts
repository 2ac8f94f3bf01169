// The staff audit kept in this process for a test.
import type { AssociationId } from '@veille/domain';
import { AuditStore, type Chain, type ChainEnd } from '../../../src/audit/audit.store.js';

type Kept = { texts: string[]; chain: Chain };

export class AuditMemoryStore extends AuditStore {
  readonly #kept = new Map<AssociationId, Kept>();
  readonly #news = new Map<AssociationId, Set<string>>();

  async chain(association: AssociationId): Promise<Chain | undefined> {
    return this.#kept.get(association)?.chain;
  }

  async append(
    association: AssociationId,
    { text, before, end }: { text: string; before: ChainEnd; end: ChainEnd },
  ): Promise<'appended' | 'moved-on'> {
    const kept = this.#kept.get(association);
    if (!kept && before.number !== 0) return 'moved-on';
    if (kept && kept.chain.ends.seal !== before.seal) return 'moved-on';
    const { begins } = kept?.chain ?? { begins: before };
    this.#kept.set(association, { texts: [...(kept?.texts ?? []), text], chain: { begins, ends: end } });
    return 'appended';
  }

  async read(association: AssociationId, skip: number, count: number): Promise<string[]> {
    return this.#texts(association).slice(skip, skip + count);
  }

  async readBack(association: AssociationId, skip: number, count: number): Promise<string[]> {
    return this.#texts(association)
      .reverse()
      .slice(skip, skip + count);
  }

  async forget(
    association: AssociationId,
    { first, count, begins }: { first: string; count: number; begins: ChainEnd },
  ): Promise<'forgotten' | 'moved-on'> {
    const kept = this.#kept.get(association);
    if (!kept || kept.texts[0] !== first) return 'moved-on';
    const { ends } = kept.chain;
    this.#kept.set(association, { texts: kept.texts.slice(count), chain: { begins, ends } });
    return 'forgotten';
  }

  async isNews(
    association: AssociationId,
    { about, inAll }: { about: string; inAll: number },
  ): Promise<boolean> {
    const said = this.#news.get(association) ?? new Set();
    this.#news.set(association, said);
    if (said.has(about) || said.size >= inAll) return false;
    said.add(about);
    return true;
  }

  #texts(association: AssociationId): string[] {
    return [...(this.#kept.get(association)?.texts ?? [])];
  }
}
