// Closures in the live store: one small hash an association, which ends by itself half an hour after anybody touched it.
import { Inject, Injectable } from '@nestjs/common';
import {
  accountId,
  type AssociationId,
  type CallerId,
  type ClosedNetwork,
  type Closure,
  closureLasts,
  type Duration,
  type Instant,
  type LineId,
  lineId,
  type NetworkId,
  networkId,
  type Networks,
} from '@veille/domain';
import * as v from 'valibot';
import { LIVE_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { doorKeys, liveKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { type Asking, ClosureStore, type Confirming, type Hearing } from './closure.store.js';

const askClosure = luaMove('network/ask-closure.lua', {
  keys: ['closures'],
  args: ['notAfter', 'now', 'network', 'record', 'keptFor'],
  says: ['asked', 'asked-already', 'closed-already', 'stale'],
});
const confirmClosure = luaMove('network/confirm-closure.lua', {
  keys: ['closures'],
  args: ['notAfter', 'now', 'network', 'id', 'by', 'until', 'keptFor'],
  says: ['closed', 'same-person', 'gone', 'stale'],
});
const openClosure = luaMove('network/open-closure.lua', {
  keys: ['closures'],
  args: ['notAfter', 'network', 'id'],
  says: ['opened', 'gone', 'stale'],
});
const turnAway = luaMove('network/turn-away.lua', {
  keys: ['closures'],
  args: ['notAfter', 'now', 'networks'],
  says: ['open', 'closed', 'stale'],
});
const noteNetwork = luaMove('network/note-network.lua', {
  keys: ['caller'],
  args: ['notAfter', 'network'],
  says: ['noted', 'gone', 'stale'],
});

const Record = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    id: v.string(),
    line: v.pipe(v.string(), v.transform(lineId)),
    by: v.pipe(v.string(), v.transform(accountId)),
    at: v.picklist(['asked', 'closed']),
    until: v.number(),
    refused: v.number(),
  }),
);

const closuresOf = (association: AssociationId) => ({ closures: doorKeys.closures(association) });
const metBy = ({ line, volunteer }: Hearing) => doorKeys.met(line, volunteer);

@Injectable()
export class ClosureRedisStore extends ClosureStore {
  constructor(
    private readonly moves: Moves,
    @Inject(LIVE_REDIS) private readonly live: Redis,
  ) {
    super();
  }

  async ask({ association, network }: Asking, closure: Closure, now: Instant) {
    const keptFor = closureLasts.closed;
    const args = { now, network, record: JSON.stringify(closure), keptFor };
    return (await this.moves.run(askClosure, { keys: closuresOf(association), args })).word;
  }

  async confirm({ association, network, id, by, now }: Confirming) {
    const keptFor = closureLasts.closed;
    const args = { now, network, id, by, until: now + keptFor, keptFor };
    return (await this.moves.run(confirmClosure, { keys: closuresOf(association), args })).word;
  }

  async open({ association, network }: Asking, id: string): Promise<'opened' | 'gone'> {
    return (await this.moves.run(openClosure, { keys: closuresOf(association), args: { network, id } })).word;
  }

  async of(association: AssociationId): Promise<ClosedNetwork[]> {
    const kept = await this.live.hgetall(doorKeys.closures(association));
    return Object.entries(kept).map(([network, record]) => ({
      network: networkId(network),
      closure: v.parse(Record, record),
    }));
  }

  async turnsAway(association: AssociationId, networks: Networks, now: Instant): Promise<boolean> {
    const args = { now, networks: JSON.stringify(networks) };
    return (await this.moves.run(turnAway, { keys: closuresOf(association), args })).word === 'closed';
  }

  async note(line: LineId, caller: CallerId, network: NetworkId): Promise<void> {
    await this.moves.run(noteNetwork, { keys: { caller: liveKeys(line).caller(caller) }, args: { network } });
  }

  async meet(hearing: Hearing, caller: CallerId, lasts: Duration): Promise<void> {
    const network = await this.live.hget(liveKeys(hearing.line).caller(caller), 'network');
    if (network === null) await this.live.del(metBy(hearing));
    else await this.live.set(metBy(hearing), network, 'PX', lasts);
  }

  async part(hearing: Hearing, lasts: Duration): Promise<void> {
    await this.live.pexpire(metBy(hearing), lasts);
  }

  async met(hearing: Hearing): Promise<NetworkId | undefined> {
    const network = await this.live.get(metBy(hearing));
    return network === null ? undefined : networkId(network);
  }
}
