// Turns: who runs, who waits, who is sent away.
import { expect, it } from '@jest/globals';
import { FewAtOnce } from './few-at-once.js';

/** Work that ends when it is told to. */
function held(turns: FewAtOnce) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const run = (name: string) =>
    turns.run(async () => {
      begun.push(name);
      await new Promise<void>((end) => ends.set(name, end));
      return name;
    });
  return { begun, run, end: (name: string) => ends.get(name)?.() };
}

it('[AC6] runs as many as may, in the order they came, and sends the rest away', async () => {
  const { begun, run, end } = held(new FewAtOnce({ running: 2, waiting: 1 }));
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(run);
  expect(await d).toBe('unavailable');
  expect(begun).toEqual(['a', 'b']);
  end('b');
  expect(await b).toBe('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  end('a');
  end('c');
  expect(await Promise.all([a, c])).toEqual(['a', 'c']);
});

it('[AC6] work that fails passes its turn on', async () => {
  const turns = new FewAtOnce({ running: 1, waiting: 0 });
  await expect(turns.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await turns.run(async () => 'next')).toBe('next');
});
