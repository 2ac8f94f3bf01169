// Nobody writes: the volunteer is suggested a word, the caller is asked softly, and whoever stirs ends it for both.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { aPair } from '../harness/people.js';
import { LineRunner } from '../harness/run-the-line.js';

let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 2 });
  const chosen = await (await LineRunner.of(service)).chooses({ silenceNudge: 500, silenceAsk: 5_000 });
  if (chosen.status !== 200) throw new Error('the lengths of a silence were refused');
});
afterAll(() => service.end());

it('[SL1, SL2] on two nodes both are told of a silence, and a sign of one ends it for both', async () => {
  const { caller, volunteer, conversation } = await aPair(service, { caller: 0, volunteer: 1 });
  // Whoever looks late finds it among what was told: the next step may have come meanwhile.
  await eventually(() => {
    const silences = volunteer.told('volunteer.is').map((is) => is.at === 'talking' && is.silence);
    expect(silences).toContain('nudge');
  });
  await caller.until('caller.is', (is) => is.at === 'talking' && is.silence === 'ask');
  const nudges = caller.told('caller.is').filter((is) => is.at === 'talking' && is.silence === 'nudge');
  expect(nudges).toEqual([]);
  expect(await caller.ask('conversation.here', { conversation })).toEqual({ answer: {} });
  await eventually(() => {
    const since = volunteer
      .told('volunteer.is')
      .findLastIndex((is) => is.at === 'talking' && is.silence === 'ask');
    const after = volunteer.told('volunteer.is').slice(since + 1);
    expect(after.some((is) => is.at === 'talking' && is.silence === undefined)).toBe(true);
  });
  expect(await caller.ask('conversation.here', { conversation: 'another-one' })).toEqual({
    refused: 'not-now',
  });
  expect(caller.last('caller.is')?.at).toBe('talking');
});
