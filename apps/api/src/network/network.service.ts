// What a network is called, and whose turn it is to come from it. No prefix leaves here, and none is kept.
import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type Duration,
  type Instant,
  keyLastsFrom,
  keyPeriods,
  minutes,
  networkId,
  type Networks,
  rates,
  type Turning,
} from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { HOUSE_HALF, NetworkStore } from './network.store.js';

/** The newest first; a half the store gave up is forgotten here within the minute, too. */
type Halves = { readonly period: number; readonly readAt: Instant; readonly halves: readonly string[] };

const readAgainAfter = minutes(1);

@Injectable()
export class NetworkService {
  #known: Halves | undefined;

  constructor(
    private readonly store: NetworkStore,
    private readonly clock: Clock,
    @Inject(HOUSE_HALF) private readonly house: Buffer,
  ) {}

  /** `prefix`: in hexadecimal. None where nothing is known of it, and where the live store is out and was never asked. */
  async namesOf(prefix: string | undefined): Promise<Networks> {
    if (prefix === undefined) return [];
    const now = this.clock.now();
    const { halves } = await this.#halves(now).catch(() => this.#stillGood(now));
    return halves.map((half) => {
      const key = createHmac('sha256', this.house).update(half).digest();
      return networkId(createHmac('sha256', key).update(prefix).digest('base64url').slice(0, 22));
    });
  }

  /** Where nothing is known of a network nobody waits: a proxy that does not say whom it heard would make one of all (NW4). */
  async turn(what: Turning, [network]: Networks): Promise<{ wait: Duration } | 'too-fast'> {
    return network === undefined
      ? { wait: 0 }
      : this.store.take({ what, network }, rates[what], this.clock.now());
  }

  /** While the store is out, what this node read in this hour. */
  #stillGood(now: Instant): Pick<Halves, 'halves'> {
    const [newest = 0] = keyPeriods(now);
    const known = this.#known;
    return known?.period === newest ? known : { halves: [] };
  }

  async #halves(now: Instant): Promise<Pick<Halves, 'halves'>> {
    const [newest = 0, ...older] = keyPeriods(now);
    const known = this.#known;
    if (known?.period === newest && now - known.readAt < readAgainAfter) return known;
    // A store that was lost is given back the half that a node remembers: names made before the loss go on being theirs.
    const half = this.#stillGood(now).halves[0] ?? randomBytes(32).toString('base64url');
    await this.store.keep(newest, half, keyLastsFrom(newest, now));
    const kept = await this.store.halves([newest, ...older]);
    const read = { period: newest, readAt: now, halves: kept.filter((one) => one !== undefined) };
    this.#known = read;
    return read;
  }
}
