// What is remembered of wrong guesses, and when it is forgotten.
import { expect, it } from '@jest/globals';
import { firstAssociation, minutes } from '@veille/domain';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { GuessingService } from './guessing.service.js';

const at = (pseudonym: string) => ({ association: firstAssociation.id, pseudonym });

function slowed(pseudonym: string) {
  const clock = new FakeClock();
  const guessing = new GuessingService(clock);
  for (const _ of [1, 2, 3]) guessing.begin(at(pseudonym));
  return { clock, guessing };
}

it('[AC8] a name written another way is the same name', () => {
  const { guessing } = slowed('Ève');
  expect(guessing.begin(at('eve '))).toBe('too-fast');
});

it('[AC8] a right guess is the end of it', () => {
  const { guessing } = slowed('Ève');
  guessing.wasRight(at('Ève'));
  expect(guessing.begin(at('Ève'))).toBe('go-on');
});

it('[AC8] wrong guesses are forgotten after a quarter of an hour without any', () => {
  const { guessing, clock } = slowed('Ève');
  clock.advance(minutes(15));
  for (const _ of [1, 2, 3]) expect(guessing.begin(at('Ève'))).toBe('go-on');
  expect(guessing.begin(at('Ève'))).toBe('too-fast');
});

it('[AC8] ever new names do not fill the process: the longest untouched is forgotten', () => {
  const { guessing } = slowed('Ève');
  for (let n = 1; n < 10_000; n += 1) guessing.begin(at(`inconnu ${n}`));
  expect(guessing.begin(at('Ève'))).toBe('too-fast');
  guessing.begin(at('le dix-millième'));
  expect(guessing.begin(at('Ève'))).toBe('go-on');
});
