// Nobody writes: the listener is offered a gentle sentence, the caller is asked softly, a word ends it, and only a person ends the conversation.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aHouse, type House } from '../harness/a-house.js';
import { barriersIn } from '../harness/axe.js';
import { theLineChooses } from '../harness/line-choices.js';
import { accepts, aCaller, aFreeVolunteer, ends, reads } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
  await theLineChooses(house, { silenceNudge: 3_000, silenceAsk: 15_000 });
});
afterAll(() => house.end());

it('[SL1, SL2] a silence is told to both as what it is, ends with a sign of the caller, and ends nothing by itself', async () => {
  const { page: caller } = await aCaller(house);
  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  const nudge = volunteer.getByText('Un silence peut dire beaucoup : rien ne presse.');
  await nudge.waitFor();
  await volunteer.getByRole('button', { name: 'Me proposer une phrase douce' }).click();
  await nudge.waitFor({ state: 'hidden' });
  const box = volunteer.getByRole('textbox');
  expect(await box.inputValue()).toBe(
    'Je suis toujours là. Prenez votre temps, je vous lis quand vous voulez.',
  );
  expect(await caller.getByRole('log').textContent()).not.toContain('Je suis toujours là');
  await box.fill('');

  const asked = caller.getByText('Vous êtes toujours là ?');
  await asked.waitFor();
  await volunteer.getByText('C’est vous qui décidez d’attendre ou de terminer.').waitFor();
  for (const page of [caller, volunteer]) expect(await barriersIn(page)).toEqual([]);
  await volunteer.getByRole('button', { name: 'Me proposer une phrase pour finir' }).click();
  expect(await caller.getByRole('log').textContent()).not.toContain('Je n’ai rien lu');
  await caller.getByRole('button', { name: 'Je suis là' }).click();
  await asked.waitFor({ state: 'hidden' });
  await volunteer.getByRole('heading', { name: 'Vous êtes en conversation.' }).waitFor();

  await volunteer.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await reads(
    caller,
    'Je n’ai rien lu de vous depuis un moment, et je vais mettre fin à notre conversation. Vous pouvez revenir quand vous voulez.',
  );
  await ends(volunteer);
  await caller.getByRole('heading', { name: 'Cette conversation est terminée.' }).waitFor();
});
