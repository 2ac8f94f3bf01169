// Proves what an operator sees of a step, on a terminal and in a log file.
import { expect, it, jest } from '@jest/globals';
import { createSteps, formatElapsed } from './steps.mjs';

function paper(isTTY) {
  const sheet = { isTTY, text: '' };
  sheet.write = (words) => void (sheet.text += words);
  return sheet;
}

it('[LA16] a step ends with a mark, what came of it and the time it took', async () => {
  const out = paper(false);
  const result = await createSteps(out)(
    'Redis',
    async () => ({ version: '7.0.15' }),
    ({ version }) => version,
  );
  expect(out.text).toMatch(/^ {2}✓ Redis {9}7\.0\.15 · \d+ ms\n$/);
  expect(result).toEqual({ version: '7.0.15' });
});

it('[LA16] a step that fails says so and hands its fault on', async () => {
  const out = paper(false);
  const work = async () => {
    throw new Error('no');
  };
  await expect(createSteps(out)('Redis', work)).rejects.toThrow('no');
  expect(out.text).toMatch(/^ {2}✗ Redis/);
});

it('[LA16] a terminal sees at once what a step is doing', async () => {
  const out = paper(true);
  const work = async (note) => {
    note('téléchargement');
    expect(out.text).toMatch(/· Redis {9}téléchargement…$/);
    return 'là';
  };
  await createSteps(out)('Redis', work);
  expect(out.text.split('\r').at(-1)).toMatch(/✓ Redis {9}là/);
});

it('[LA16] a log file hears of a step early only if it turns out to be long, and then once a minute', async () => {
  jest.useFakeTimers();
  const out = paper(false);
  await createSteps(out)('Paquets', async (note) => {
    note('installation');
    expect(out.text).toBe('');
    jest.advanceTimersByTime(1000);
    expect(out.text).toBe('  · Paquets       installation…\n');
    note('presque');
    jest.advanceTimersByTime(60_000);
    expect(out.text).toMatch(/\n {2}· Paquets {7}presque…\n$/);
    return 'installés';
  });
  jest.useRealTimers();
});

it('[LA16] times are said as a person says them', () => {
  expect([12, 340, 9940, 28_000, 125_000].map(formatElapsed)).toEqual([
    '12 ms',
    '0,3 s',
    '9,9 s',
    '28 s',
    '2 min 05 s',
  ]);
});
