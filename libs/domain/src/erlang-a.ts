// Erlang-A, the queue M/M/n+M: how many are answered, and how long one waits, when everybody's patience has an end.
import type { Duration } from './time.js';

/**
 * Callers come at random (rate `arrivals`), `servers` listeners hear one each (each ends at rate `service`), and who waits
 * gives up at rate `patience`; rates are per millisecond. The number in the house is a birth-death process: from j it grows
 * at λ and falls at min(j, n)·μ + max(0, j − n)·θ, so p(j) = p(j − 1)·λ / fall(j), and the sums below are exact.
 *
 * Garnett, Mandelbaum & Reiman, "Designing a Call Center with Impatient Customers" (M&SOM 4, 2002), §2;
 * Mandelbaum & Zeltyn, "Service Engineering in Action: The Palm/Erlang-A Queue" (2007), §2–3.
 */
export type House = {
  readonly arrivals: number;
  readonly servers: number;
  readonly service: number;
  readonly patience: number;
};

export type Forecast = {
  /** The share that finds nobody free. */
  readonly waits: number;
  /** The share that gives up. */
  readonly abandons: number;
  readonly meanQueue: number;
  /** How long those who are answered waited. */
  readonly servedWait: Duration;
};

/** Weights this much smaller than the largest are nothing, in doubles. */
const negligible = Math.log(1e-18);

/** Everything divided by the largest weight, in logarithms: nothing overflows, whatever n and however long the queue. */
export function erlangA(house: House): Forecast {
  const weights = logWeights(house);
  const largest = weights.reduce((most, weight) => Math.max(most, weight), -Infinity);
  const { arrivals, servers, service, patience } = house;
  const capacity = servers * service;
  let [all, waits, queue, served, servedWait, behind] = [0, 0, 0, 0, 0, 0];
  for (const [present, weight] of weights.entries()) {
    const p = Math.exp(weight - largest);
    all += p;
    const ahead = present - servers;
    if (ahead < 0) continue;
    // Who finds `ahead` in the line moves up at nμ + iθ, and gives up at θ: the product telescopes.
    const isServed = capacity / (capacity + (ahead + 1) * patience);
    behind += 1 / (capacity + (ahead + 1) * patience);
    waits += p;
    queue += ahead * p;
    served += p * isServed;
    servedWait += p * isServed * behind;
  }
  return {
    waits: waits / all,
    abandons: (patience * queue) / all / arrivals,
    meanQueue: queue / all,
    servedWait: servedWait / (all - waits + served),
  };
}

/** ln p(j), but for a constant, until nothing more comes. */
function logWeights({ arrivals, servers, service, patience }: House): number[] {
  const weights = [0];
  let [weight, largest] = [0, 0];
  for (let present = 1; present <= servers || weight - largest > negligible; present += 1) {
    const fall = Math.min(present, servers) * service + Math.max(0, present - servers) * patience;
    weight += Math.log(arrivals / fall);
    largest = Math.max(largest, weight);
    weights.push(weight);
  }
  return weights;
}

/**
 * How long somebody who does not give up waits behind `ahead` others, while all listeners are busy: the sum of
 * 1 / (nμ + iθ) for i from 0 to `ahead`, because those ahead are heard or give up. Endless when there are no listeners.
 *
 * It is the same queue as above, seen from one place in it: who comes later stands behind, so that arrivals are nothing to it.
 * Ibrahim & Whitt, "Real-Time Delay Estimation in Overloaded Multiserver Queues with Abandonments" (Management Science 55,
 * 2009) study this estimator from the length of the line and the rate of giving up.
 * Everybody in a long line is told at every tick: after the first terms the sum is Euler and Maclaurin's, exact to 1e-8.
 */
export function waitBehind(ahead: number, { servers, service, patience }: Omit<House, 'arrivals'>): Duration {
  const capacity = servers * service;
  if (capacity <= 0) return Infinity;
  let wait = 0;
  for (let still = 0; still < Math.min(ahead + 1, oneByOne); still += 1)
    wait += 1 / (capacity + still * patience);
  return ahead < oneByOne ? wait : wait + sumOf(capacity + oneByOne * patience, ahead - oneByOne, patience);
}

const oneByOne = 32;

/** 1 / (from + iθ) for i from 0 to `last`: the integral, half of both ends, and the first correction by the slopes. */
function sumOf(from: number, last: number, step: number): number {
  const until = from + last * step;
  const integral = step > 0 ? Math.log1p((last * step) / from) / step : last / from;
  const slopes = step / from ** 2 - step / until ** 2;
  return integral + (1 / from + 1 / until) / 2 + slopes / 12;
}
