// What is remembered of wrong guesses, and when it is forgotten.
import { expect, it } from '@jest/globals';
import { firstAssociation, hours } from '@veille/domain';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { GuessingMemoryStore } from '../../test/harness/memory/guessing.memory-store.js';
import { NetworkMemoryStore } from '../../test/harness/memory/network.memory-store.js';
import { NetworkService } from '../network/network.service.js';
import { GuessingService } from './guessing.service.js';

const at = (pseudonym: string) => ({ association: firstAssociation.id, pseudonym });

async function slowed(pseudonym: string) {
  const clock = new FakeClock();
  const networks = new NetworkService(new NetworkMemoryStore(), clock, Buffer.from('house'));
  const guessing = new GuessingService(new GuessingMemoryStore(), networks, clock);
  const guess = await guessing.begin(at(pseudonym));
  if (guess === 'too-fast') throw new Error('nobody guessed before');
  for (const _ of [2, 3]) await guessing.begin(at(pseudonym));
  return { clock, guessing, guess };
}

it('[AC8] a name written another way is the same name', async () => {
  const { guessing } = await slowed('Ève');
  expect(await guessing.begin(at('eve '))).toBe('too-fast');
});

it('[AC8] a right guess is the end of it', async () => {
  const { guessing, guess } = await slowed('Ève');
  await guessing.wasRight(guess);
  expect(await guessing.begin(at('Ève'))).not.toBe('too-fast');
});

it('[AC8] wrong guesses are forgotten after an hour without any', async () => {
  const { guessing, clock } = await slowed('Ève');
  clock.advance(hours(1));
  for (const _ of [1, 2, 3]) expect(await guessing.begin(at('Ève'))).not.toBe('too-fast');
  expect(await guessing.begin(at('Ève'))).toBe('too-fast');
});

it('[AC19] a device the service has recognised is slowed for itself alone', async () => {
  const { guessing } = await slowed('Ève');
  const there = { device: 'central-1' };
  for (const _ of [1, 2, 3]) expect(await guessing.begin(at('Ève'), there)).not.toBe('too-fast');
  expect(await guessing.begin(at('Ève'), there)).toBe('too-fast');
  expect(await guessing.begin(at('Ève'), { device: 'central-2' })).not.toBe('too-fast');
});
