// The bench in its quick form: processor time only, because a latency on a busy machine is weather; and that it sees what it must.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';

const bench = fileURLToPath(new URL('./run.mjs', import.meta.url));
const slowRelay = new URL('./slow-relay.mjs', import.meta.url).href;
const PATIENCE = 900_000;

/** { code, report }: how the command ended, and its last line. */
const run = (...words) =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [bench, ...words], { maxBuffer: 1 << 24 }, (fault, said) => {
      const last = said.trimEnd().split('\n').at(-1) ?? '';
      if (last.startsWith('{')) resolve({ code: fault?.code ?? 0, report: JSON.parse(last) });
      else reject(new Error(`the bench broke: ${said}`, { cause: fault }));
    });
  });

const over = ({ rows }) =>
  rows.filter(({ verdict }) => verdict === 'OVER').map(({ row, ratio }) => [row, ratio]);

describe('in its quick form', () => {
  let ran;
  beforeAll(async () => {
    ran = await run('--quick');
  }, PATIENCE);

  it('[BN5] what a message, a join, a match, a place and a leave cost is within the limits', () => {
    expect(over(ran.report)).toEqual([]);
    expect(ran.report.rows.filter(({ verdict }) => verdict !== 'told').length).toBeGreaterThan(10);
  });

  it('[BN4] every message was heard once, in order, by its peer alone, and no store holds a word', () => {
    expect(ran.report.faults.relay).toEqual({ lost: 0, disordered: 0, strayed: 0, written: 0 });
  });

  it('[BN2] and then it ends well', () => expect([ran.code, ran.report.ok]).toEqual([0, true]));
});

it(
  '[BN2, BN3] a millisecond lost in the handler of the relay turns it red',
  async () => {
    const { code, report } = await run('relay', '--quick', '--rounds', '1', `--node=--import=${slowRelay}`);
    expect(over(report).map(([row]) => row)).toEqual(expect.arrayContaining(['4', '5', '6', '6b']));
    expect([code, report.ok]).toEqual([1, false]);
  },
  PATIENCE,
);
