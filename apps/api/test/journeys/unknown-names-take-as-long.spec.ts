// How long the door takes for a name that is somebody's and for one that is nobody's: measured through it, with the real hash.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { addressIn, manyAccounts, signsIn } from '../harness/many-accounts.js';

const EACH = 60;
/** Noise may spoil a round on a busy machine; a door that tells them apart spoils every one. */
const ROUNDS = 4;

let service: Service;
let known: string[];
beforeAll(async () => {
  service = await aService({ settings: { PROXY_DEPTH: '1' } });
  known = await manyAccounts(service, EACH * ROUNDS);
});
afterAll(() => service.end());

const median = (times: readonly number[]): number =>
  [...times].sort((one, other) => one - other)[Math.trunc(times.length / 2)] ?? NaN;

async function timed(pseudonym: string, network: number, expected: number): Promise<number> {
  const secret = 'une phrase qui n’est pas la bonne';
  const { status, took } = await signsIn(service.at(0), { pseudonym, secret, address: addressIn(network) });
  expect(status).toBe(expected);
  return took;
}

/** One of each in turn, so that whatever else the machine does falls on both alike. */
async function measures(round: number): Promise<{ known: number; unknown: number }> {
  const times = { known: new Array<number>(), unknown: new Array<number>() };
  for (let n = 0; n < EACH; n += 1) {
    const one = round * EACH + n;
    const first = n % 2 === 0;
    if (first) times.unknown.push(await timed(`Inconnue ${one}`, one, 401));
    times.known.push(await timed(known[one] ?? '', one, 401));
    if (!first) times.unknown.push(await timed(`Inconnue ${one}`, one, 401));
  }
  return { known: median(times.known), unknown: median(times.unknown) };
}

it('[AC20] a name that is nobody’s takes as long as one that is somebody’s, and a guess that is not looked at far less', async () => {
  const ratios: number[] = [];
  let medians = { known: NaN, unknown: NaN };
  while (ratios.length < ROUNDS && !ratios.some((ratio) => ratio > 0.8 && ratio < 1.25)) {
    medians = await measures(ratios.length);
    ratios.push(medians.unknown / medians.known);
  }
  // The control: what is refused without the hash shows at once.
  const slowed: number[] = [];
  for (let n = 0; n < 23; n += 1) {
    const { status, took } = await signsIn(service.at(0), {
      pseudonym: 'Inconnue',
      secret: 'faux',
      address: addressIn(0),
    });
    if (status === 429) slowed.push(took);
  }
  const tooFast = median(slowed);
  console.log(JSON.stringify({ ...medians, tooFast, ratios, guessesEach: EACH }));
  expect(ratios.at(-1)).toBeGreaterThan(0.8);
  expect(ratios.at(-1)).toBeLessThan(1.25);
  expect(tooFast).toBeLessThan(medians.known / 2);
});
