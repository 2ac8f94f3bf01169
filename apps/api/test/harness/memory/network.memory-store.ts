// Networks kept in this process for a test; halves of keys end when the test says so.
import { type Duration, type Instant, type Rate, takeTurn } from '@veille/domain';
import { type Coming, NetworkStore } from '../../../src/network/network.store.js';

export class NetworkMemoryStore extends NetworkStore {
  readonly kept = new Map<number, string>();
  readonly #busyUntil = new Map<string, Instant>();

  async keep(period: number, half: string): Promise<void> {
    if (!this.kept.has(period)) this.kept.set(period, half);
  }

  async halves(periods: readonly number[]): Promise<(string | undefined)[]> {
    return periods.map((period) => this.kept.get(period));
  }

  async take({ what, network }: Coming, rate: Rate, now: Instant): Promise<{ wait: Duration } | 'too-fast'> {
    const key = `${what}/${network}`;
    const taken = takeTurn(this.#busyUntil.get(key) ?? 0, rate, now);
    if (taken === 'too-fast') return taken;
    this.#busyUntil.set(key, taken.busyUntil);
    return { wait: taken.wait };
  }
}
