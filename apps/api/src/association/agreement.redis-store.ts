// Agreements in the kept store: one small hash, a field for each line; and for three days at most the digest of a code.
import { Inject, Injectable } from '@nestjs/common';
import type { Agreement, Duration, Found, LineId, Maker, Proposal } from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { KEPT_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { digestOf, newCode } from '../platform/secrets.js';
import {
  agreementsFrom,
  makerFields,
  makerFrom,
  proposalFrom,
  proposalRecord,
  recordOf,
} from './agreement-records.js';
import { AgreementStore, type Judge } from './agreement.store.js';

const acceptProposal = luaMove('association/accept-proposal.lua', {
  keys: ['proposal', 'proposed', 'agreements', 'maker'],
  args: ['digest', 'line', 'before', 'after', 'role', 'suspended'],
  says: ['agreed', 'gone', 'changed-meanwhile'],
});

const endAgreement = luaMove('association/end-agreement.lua', {
  keys: ['agreements'],
  args: ['line', 'before', 'after'],
  says: ['ended', 'changed-meanwhile'],
});

const { agreements, account, proposal: proposalKey, proposed: proposedKey } = keptKeys;

@Injectable()
export class AgreementRedisStore extends AgreementStore {
  readonly #moves: Moves;

  constructor(
    @Inject(KEPT_REDIS) private readonly kept: Redis,
    clock: Clock,
  ) {
    super();
    this.#moves = new Moves(kept, clock);
  }

  async propose(proposal: Proposal, keptFor: Duration): Promise<string> {
    const code = newCode(LETTERS);
    const digest = digestOf(code);
    await this.takeBack(proposal.line);
    const done = await this.kept
      .multi()
      .set(proposalKey(digest), proposalRecord(proposal), 'PX', keptFor)
      .set(proposedKey(proposal.line), digest, 'PX', keptFor)
      .exec();
    if (done === null) throw new Error('a proposal was not kept');
    return code;
  }

  async proposed(line: LineId): Promise<Found | undefined> {
    const digest = await this.kept.get(proposedKey(line));
    const proposal = digest === null ? undefined : proposalFrom(await this.kept.get(proposalKey(digest)));
    return proposal && { proposal, maker: await this.#maker(proposal) };
  }

  async takeBack(line: LineId): Promise<'taken-back' | 'not-there'> {
    const digest = await this.kept.getdel(proposedKey(line));
    if (digest === null) return 'not-there';
    await this.kept.del(proposalKey(digest));
    return 'taken-back';
  }

  async spend<Refused extends string>(
    code: string,
    judge: Judge<Refused>,
  ): Promise<Agreement | Refused | 'gone'> {
    const digest = digestOf(code);
    for (;;) {
      const proposal = proposalFrom(await this.kept.get(proposalKey(digest)));
      if (!proposal) return 'gone';
      const { line, by } = proposal;
      const [maker, kept] = await Promise.all([this.#maker(proposal), this.kept.hget(agreements, line)]);
      const before = kept ?? '';
      const standing = agreementsFrom(before);
      const agreement = judge({ proposal, maker }, standing);
      if (typeof agreement === 'string') return agreement;
      const { word } = await this.#moves.run(acceptProposal, {
        keys: {
          proposal: proposalKey(digest),
          proposed: proposedKey(line),
          agreements,
          maker: account(by),
        },
        args: {
          digest,
          line,
          before,
          after: recordOf([...standing, agreement]),
          ...asJudged(maker),
        },
      });
      if (word !== 'changed-meanwhile') return word === 'agreed' ? agreement : word;
    }
  }

  async end({ id, line }: Pick<Agreement, 'id' | 'line'>): Promise<'ended' | 'not-there'> {
    for (;;) {
      const before = (await this.kept.hget(agreements, line)) ?? '';
      const standing = agreementsFrom(before);
      const left = standing.filter((one) => one.id !== id);
      if (left.length === standing.length) return 'not-there';
      const args = { line, before, after: recordOf(left) };
      const { word } = await this.#moves.run(endAgreement, { keys: { agreements }, args });
      if (word === 'ended') return word;
    }
  }

  async all(): Promise<Agreement[]> {
    const all = (await this.kept.hvals(agreements)).flatMap(agreementsFrom);
    return all.sort((one, other) => one.since - other.since || one.id.localeCompare(other.id));
  }

  #maker = async ({ by }: Proposal): Promise<Maker | undefined> =>
    makerFrom(await this.kept.hmget(account(by), ...makerFields));
}

/** 80 random bits, for three days: nobody comes upon one by trying. */
const LETTERS = 16;

/** Of a maker all that may change while a code is brought, as their record says it. */
const asJudged = (maker: Maker | undefined): { role: string; suspended: string } => ({
  role: maker?.role ?? '',
  suspended: maker?.suspended === false ? 'no' : 'yes',
});
