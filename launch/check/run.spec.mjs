// Proves the runner: every step is run and told of in order, and one that fails hides no other.
import { expect, it } from '@jest/globals';
import { finding, runSteps } from './run.mjs';

const passes = async () => ({ ok: true, output: 'said by one that passed' });
const fails = async () => ({ ok: false, output: 'said by one that failed' });
const breaks = async () => {
  throw new Error('broken');
};
const run = (steps) => runSteps({ steps, atOnce: 2, tell: () => {} });

it('[CK10] runs every step though one fails and one breaks, and shows only what those said', async () => {
  const steps = [
    { name: 'one', parts: [passes, fails] },
    { name: 'two', parts: [breaks] },
    { name: 'three', parts: [passes] },
  ];
  expect(await run(steps)).toMatchObject([
    { name: 'one', ok: false, output: 'said by one that failed' },
    { name: 'two', ok: false, output: expect.stringContaining('broken') },
    { name: 'three', ok: true, output: '' },
  ]);
});

it('[CK10] tells of the steps in their order, whichever ends first', async () => {
  let release;
  const held = () => new Promise((resolve) => void (release = () => resolve({ ok: true, output: '' })));
  const frees = async () => {
    release();
    return { ok: true, output: '' };
  };
  const told = [];
  const steps = [
    { name: 'slow', parts: [held] },
    { name: 'quick', parts: [frees] },
  ];
  await runSteps({ steps, atOnce: 2, tell: ({ name }) => told.push(name) });
  expect(told).toEqual(['slow', 'quick']);
});

it('[CK10] never runs more parts at once than it may', async () => {
  let running = 0;
  let most = 0;
  const part = async () => {
    most = Math.max(most, (running += 1));
    await Promise.resolve();
    running -= 1;
    return { ok: true, output: '' };
  };
  await run([{ name: 'many', parts: Array.from({ length: 9 }, () => part) }]);
  expect(most).toBe(2);
});

it('[CK10] a step of our own passes when it finds nothing, and says what it found', async () => {
  expect(await finding(() => [])()).toEqual({ ok: true, output: '' });
  expect(await finding(async () => ['a', 'b'])()).toEqual({ ok: false, output: 'a\nb' });
});
