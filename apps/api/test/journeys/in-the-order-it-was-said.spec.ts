// What is said while the relay still reads who is paired with whom waits for that reading, and nothing overtakes it.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { ConversationService } from '../../src/conversation/conversation.service.js';
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
  const conversations = service.nodes[0]?.app.get(ConversationService);
  if (!conversations) throw new Error('no node');
  const read = conversations.of.bind(conversations);
  let goesOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goesOn = resolve));
  const reads = jest.spyOn(conversations, 'of').mockImplementationOnce(async (line, person) => {
    await held;
    return read(line, person);
  });
  for (const number of [1, 2, 3]) void caller.ask('conversation.say', anEnvelope(conversation, number));
  await caller.ask('presence.here', {});
  goesOn();
  await eventually(() => expect(volunteer.told('conversation.say')).toHaveLength(3));
  expect(volunteer.told('conversation.say').map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(reads).toHaveBeenCalledTimes(1);
});
