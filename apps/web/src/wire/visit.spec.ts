// What is waited for belongs to a visit: it settles in it, or never.
import { expect, it } from '@jest/globals';
import { endVisit, ofThisVisit } from './visit.js';

it('[FA60] what is answered or fails in its visit does, and afterwards neither', async () => {
  const settled: string[] = [];
  const ask = (name: string, asked: Promise<unknown>) =>
    ofThisVisit(asked).then(
      () => settled.push(`${name} came`),
      () => settled.push(`${name} failed`),
    );
  await ask('an answer', Promise.resolve());
  await ask('a fault', Promise.reject(new Error('of the line')));
  void ask('a late answer', Promise.resolve());
  void ask('a late fault', Promise.reject(new Error('of the line')));
  endVisit();
  await ask('the next one', Promise.resolve());
  await ask('another', Promise.resolve());
  expect(settled).toEqual(['an answer came', 'a fault failed', 'the next one came', 'another came']);
});
