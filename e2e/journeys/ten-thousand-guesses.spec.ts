// T24: guesses at many accounts from many networks, at two nodes of their own that hash as they do in production: how many are
// looked at, and how late the nodes' event loops are meanwhile. GUESSES and ACCOUNTS make it shorter.
import { randomInt } from 'node:crypto';
import { afterEach, expect, it } from '@jest/globals';
import { mostGuesses } from '../../libs/domain/src/guessing.js';
import { addressIn, manyAccounts, password, signsIn } from '../../apps/api/test/harness/many-accounts.js';
import { type NodesApart, nodesApart } from '../harness/nodes-apart.js';

const guesses = Number(process.env['GUESSES'] ?? 10_000);
const accounts = Number(process.env['ACCOUNTS'] ?? 200);
const PATIENCE = 900_000;
const AT_ONCE = 16;
const NETWORKS = 300;
/** Milliseconds a loop may be late beyond what the machine does to one that idles. */
const MOST_LATE = 100;
/** A busy machine may spoil a round; a node that hashes on its loop spoils every one. */
const ROUNDS = 3;

let service: NodesApart;
afterEach(() => service.end());

type Guessing = { readonly names: readonly string[]; readonly count: number; readonly nodes: number };

/** Whose guesses were looked at, how often; and what was answered, how often. */
async function guess({ names, count, nodes }: Guessing) {
  const looked = new Map<string, number>();
  const answers = new Map<number, number>();
  let left = count;
  const guessing = async () => {
    while (left-- > 0) {
      const pseudonym = names[randomInt(names.length)] ?? '';
      const address = addressIn(randomInt(NETWORKS));
      const { status } = await signsIn(service.at(randomInt(nodes)), { pseudonym, secret: 'faux', address });
      answers.set(status, (answers.get(status) ?? 0) + 1);
      if (status === 401) looked.set(pseudonym, (looked.get(pseudonym) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, guessing));
  const [spent] = [...looked].find(([, count]) => count === mostGuesses.count) ?? [];
  return { most: Math.max(...looked.values()), looked: sum(looked.values()), answers, spent };
}

const sum = (counts: Iterable<number>) => [...counts].reduce((all, one) => all + one, 0);

it(
  '[AC18] [AC22] of guesses at many accounts ten an account are looked at, and the nodes answer everybody else in time',
  async () => {
    service = await nodesApart({ nodes: 2, settings: { PROXY_DEPTH: '1' } });
    const names = await manyAccounts(service, accounts * ROUNDS);
    const beyond: number[] = [];
    let spent: string | undefined;
    while (beyond.length < ROUNDS && !beyond.some((late) => late < MOST_LATE)) {
      const round = names.slice(beyond.length * accounts, (beyond.length + 1) * accounts);
      let tried: Awaited<ReturnType<typeof guess>> | undefined;
      const began = performance.now();
      const lag = await service.lagWhile(async () => {
        tried = await guess({ names: round, count: guesses, nodes: 2 });
      });
      const seconds = Math.round((performance.now() - began) / 1_000);
      const { most = NaN, looked = NaN, answers = new Map<number, number>() } = tried ?? {};
      spent = tried?.spent;
      console.log(
        JSON.stringify({
          guesses,
          accounts,
          seconds,
          most,
          looked,
          answers: Object.fromEntries(answers),
          lag,
        }),
      );
      expect(most).toBeLessThanOrEqual(mostGuesses.count);
      expect(most).toBeGreaterThan(3);
      expect([...answers.keys()].filter((status) => ![401, 429, 503].includes(status))).toEqual([]);
      beyond.push(lag.nodes.p99 - lag.idle.p99);
    }
    // Whoever forgot nothing, and comes from where nobody guessed, with a browser nobody knows, waits the hour out.
    expect(spent).toBeDefined();
    const late = { pseudonym: spent ?? '', secret: password, address: '12.0.0.1' };
    expect((await signsIn(service.at(0), late)).status).toBe(429);
    expect(Math.min(...beyond)).toBeLessThan(MOST_LATE);
  },
  PATIENCE,
);

it(
  '[AC22] a node that hashed on its event loop would be seen',
  async () => {
    const settings = { PROXY_DEPTH: '1' };
    service = await nodesApart({ nodes: 1, settings, preload: './slow-passwords.mjs' });
    const names = await manyAccounts(service, 20);
    const lag = await service.lagWhile(async () => {
      await guess({ names, count: 24, nodes: 1 });
    });
    expect(lag.nodes.p99 - lag.idle.p99).toBeGreaterThan(MOST_LATE);
  },
  PATIENCE,
);
