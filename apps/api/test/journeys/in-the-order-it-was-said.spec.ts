// What is said while the relay still reads who is paired with whom waits for that reading, and nothing overtakes it.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { Memories } from '../../src/faces/memories.js';
import { aService, type Service } from '../harness/a-service.js';
import { anEnvelope } from '../harness/envelopes.js';
import { eventually } from '../harness/eventually.js';
import { aPair } from '../harness/people.js';

let service: Service;
beforeAll(async () => {
  service = await aService();
});
afterAll(() => service.end());

it('[DO9] words are handed over in the order they were said, however long the first reading of a pair takes', async () => {
  const { caller, volunteer, conversation } = await aPair(service);
  const memories = service.nodes[0]?.app.get(Memories);
  if (!memories) throw new Error('no node');
  const see = memories.see.bind(memories);
  let goesOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goesOn = resolve));
  jest.spyOn(memories, 'see').mockImplementation(async (line, person) => {
    await held;
    return see(line, person);
  });
  // What only a reading of the pair asks.
  const reads = jest.spyOn(memories, 'mayBeHere');
  for (const number of [1, 2, 3]) void caller.ask('conversation.say', anEnvelope(conversation, number));
  await caller.ask('presence.here', {});
  goesOn();
  await eventually(() => expect(volunteer.told('conversation.say')).toHaveLength(3));
  expect(volunteer.told('conversation.say').map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(reads).toHaveBeenCalledTimes(1);
});
