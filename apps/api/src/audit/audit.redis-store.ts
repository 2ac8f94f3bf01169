// The staff audit in the kept store: a list of texts for each association, and beside it where its chain begins and ends.
import { Inject, Injectable } from '@nestjs/common';
import type { AssociationId, Duration } from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { KEPT_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { AuditStore, type Chain, type ChainEnd } from './audit.store.js';

const appendRecord = luaMove('audit/append-record.lua', {
  keys: ['audit', 'auditChain'],
  args: ['before', 'first', 'number', 'seal', 'text'],
  says: ['appended', 'moved-on'],
});
const forgetRecords = luaMove('audit/forget-records.lua', {
  keys: ['audit', 'auditChain'],
  args: ['first', 'count', 'number', 'seal'],
  says: ['forgotten', 'moved-on'],
});
const saySeldom = luaMove('audit/say-seldom.lua', {
  keys: ['auditNews'],
  args: ['about', 'every', 'inAll'],
  says: ['news', 'said-already'],
});

@Injectable()
export class AuditRedisStore extends AuditStore {
  readonly #moves: Moves;

  constructor(
    @Inject(KEPT_REDIS) private readonly kept: Redis,
    clock: Clock,
  ) {
    super();
    this.#moves = new Moves(kept, clock);
  }

  async chain(association: AssociationId): Promise<Chain | undefined> {
    const kept = await this.kept.hgetall(keptKeys.auditChain(association));
    if (Object.keys(kept).length === 0) return undefined;
    // Of what somebody else made of it, no number and no seal fits: that is how it is found out (AU2).
    const placeAt = (name: 'begin' | 'end'): ChainEnd => {
      const number = Number(kept[name] ?? NaN);
      return { number: Number.isSafeInteger(number) ? number : -1, seal: kept[`${name}Seal`] ?? '' };
    };
    return { begins: placeAt('begin'), ends: placeAt('end') };
  }

  async append(
    association: AssociationId,
    { text, before, end }: { text: string; before: ChainEnd; end: ChainEnd },
  ): Promise<'appended' | 'moved-on'> {
    const { word } = await this.#moves.run(appendRecord, {
      keys: this.#keys(association),
      args: {
        before: before.seal,
        first: before.number === 0 ? 'yes' : 'no',
        number: end.number,
        seal: end.seal,
        text,
      },
    });
    return word;
  }

  async read(association: AssociationId, skip: number, count: number): Promise<string[]> {
    return this.kept.lrange(keptKeys.audit(association), skip, skip + count - 1);
  }

  async readBack(association: AssociationId, skip: number, count: number): Promise<string[]> {
    const texts = await this.kept.lrange(keptKeys.audit(association), -skip - count, -skip - 1);
    return texts.reverse();
  }

  async forget(
    association: AssociationId,
    { first, count, begins }: { first: string; count: number; begins: ChainEnd },
  ): Promise<'forgotten' | 'moved-on'> {
    const { word } = await this.#moves.run(forgetRecords, {
      keys: this.#keys(association),
      args: { first, count, number: begins.number, seal: begins.seal },
    });
    return word;
  }

  async isNews(
    association: AssociationId,
    { about, every, inAll }: { about: string; every: Duration; inAll: number },
  ): Promise<boolean> {
    const { word } = await this.#moves.run(saySeldom, {
      keys: { auditNews: keptKeys.auditNews(association) },
      args: { about, every, inAll },
    });
    return word === 'news';
  }

  #keys(association: AssociationId) {
    return { audit: keptKeys.audit(association), auditChain: keptKeys.auditChain(association) };
  }
}
