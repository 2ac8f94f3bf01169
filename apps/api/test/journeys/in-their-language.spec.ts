// Two languages on two nodes: who asks for one is heard in it, nobody passes anybody, and who could not be heard is told before waiting.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import {
  aCaller,
  aDesk,
  aVolunteer,
  accepts,
  aWaitingCaller,
  type CallerTab,
  type VolunteerTab,
} from '../harness/people.js';
import { LineRunner } from '../harness/run-the-line.js';

let service: Service;
let runner: LineRunner;
beforeAll(async () => {
  service = await aService({ nodes: 2 });
  runner = await LineRunner.of(service);
  await runner.chooses({ languages: ['fr', 'en', 'ar'] });
});
afterAll(() => service.end());

/** What the page was told last of the languages: on arrival, or since. */
function languagesTold(page: CallerTab) {
  const is = page.last('caller.is');
  return (page.last('line.status') ?? (is?.at === 'outside' ? is.line : undefined))?.languages ?? [];
}

const isSpoken = (page: CallerTab, language: string) =>
  eventually(() => expect(languagesTold(page)).toContainEqual({ tag: language, spoken: true }));

/** Asks on this node once its page is told that somebody speaks the language. */
async function asks(node: number, language: string): Promise<CallerTab> {
  const caller = aCaller(service, node);
  await isSpoken(caller, language);
  expect(await caller.ask('line.join', { language })).toEqual({ answer: {} });
  return caller;
}

async function listens(node: number, languages: string[]): Promise<VolunteerTab> {
  const { tab } = await aVolunteer(service, node);
  await eventually(async () => {
    expect(await tab.ask('shift.start', { place: 'home', languages })).toEqual({ answer: {} });
  });
  return tab;
}

it('[LG4] [OV12] who asks for what nobody speaks is told before waiting; nothing is stored, and it is counted', async () => {
  const desk = await aDesk(service, 1);
  await desk.until('desk.now', () => true);
  const refused = () => desk.last('desk.now')?.today.counts['refused-not-spoken'] ?? 0;
  const before = refused();
  const keys = async () =>
    (await service.live.client.keys('*')).filter((key) => /caller|queue|ready/.test(key));
  const page = aCaller(service, 0);
  await page.until('caller.is', (is) => is.at === 'outside' && is.line.languages.length === 3);
  for (const language of ['en', 'es'])
    expect(await page.ask('line.join', { language })).toEqual({ refused: 'not-spoken' });
  expect(page.last('caller.is')).toMatchObject({ at: 'outside', line: { is: 'open' } });
  expect(page.told('caller.ticket')).toEqual([]);
  expect(await keys()).toEqual([]);
  await eventually(() => expect(refused()).toBe(before + 2));
  // The main language is what everybody is offered instead, whoever is there.
  expect(await page.ask('line.join', {})).toEqual({ answer: {} });
  expect((await page.until('caller.is', ({ at }) => at === 'waiting')).at).toBe('waiting');
  await page.ask('line.leave', {});
});

it('[LG1] [LG2] [LG3] whoever speaks several is offered the first who came, on whatever node, and sees the language', async () => {
  const english = await listens(1, ['en']);
  const first = await asks(0, 'en');
  const offered = await english.until('volunteer.is', ({ at }) => at === 'offered');
  expect(offered).toMatchObject({ language: 'en' });
  await accepts(english);

  const second = await asks(1, 'en');
  const third = await aWaitingCaller(service, 0);
  expect(second.last('caller.is')).toMatchObject({ at: 'waiting', language: 'en' });
  const both = await listens(0, ['fr', 'en']);
  expect(await both.until('volunteer.is', ({ at }) => at === 'offered')).toMatchObject({ language: 'en' });
  await accepts(both);
  await second.until('caller.is', ({ at }) => at === 'talking');
  const french = await listens(1, ['fr']);
  expect(await french.until('volunteer.is', ({ at }) => at === 'offered')).toMatchObject({ language: null });
  await accepts(french);
  for (const caller of [first, second, third]) {
    const talking = await caller.until('caller.is', ({ at }) => at === 'talking');
    if (talking.at === 'talking')
      await caller.ask('conversation.end', { conversation: talking.conversation });
  }
  for (const volunteer of [english, both, french]) {
    await volunteer.until('volunteer.is', ({ at }) => at === 'breather');
    await volunteer.ask('shift.stop', {});
  }
});

it('[LG5] a shift is in languages of the line, its main one if nothing is said', async () => {
  const { tab: volunteer } = await aVolunteer(service, 0);
  expect(volunteer.last('volunteer.is')).toEqual({ at: 'off', languages: ['fr', 'en', 'ar'] });
  for (const languages of [['es'], ['fr', 'es'], [], ['FR']])
    expect(await volunteer.ask('shift.start', { place: 'home', languages })).toEqual({
      refused: 'malformed',
    });
  expect(await volunteer.ask('shift.start', { place: 'home' })).toEqual({ answer: {} });
  const page = aCaller(service, 0);
  await isSpoken(page, 'fr');
  expect(await page.ask('line.join', { language: 'en' })).toEqual({ refused: 'not-spoken' });
  await volunteer.ask('shift.stop', {});
});
