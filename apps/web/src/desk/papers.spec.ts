// One line after another on one desk: what is written in the form of a line is that line's.
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { chosenSettings } from '../../test/chosen-settings.js';
import { lateAnswers } from '../../test/late-answers.js';
import { Papers } from './papers.svelte.js';

const told = { name: 'Une ligne', timeZone: 'Europe/Paris', settings: chosenSettings, imposed: [] };
let service: ReturnType<typeof lateAnswers>;
beforeEach(() => {
  service = lateAnswers({ '/api/desk/lines/jour': told, '/api/desk/lines/nuit': told });
});
afterEach(() => service.stop());

it('[ST8] settings that come when another line is shown are in no form of that one', async () => {
  const papers = new Papers(() => undefined);
  papers.take('jour');
  const { running } = papers;
  let asked = Promise.resolve();
  await service.holdWhat(() => (asked = running.open()));
  papers.take('nuit');
  service.letCome();
  await asked;
  expect([papers.running.line, papers.running.form]).toEqual(['nuit', undefined]);
  await papers.running.open();
  const form = { ...papers.running.form };
  papers.take('nuit');
  expect(papers.running.form).toEqual(form);
});
