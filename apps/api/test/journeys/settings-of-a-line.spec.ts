// The settings of a line: chosen by its own coordinators, refused with the field named, known on every node within seconds.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { LineRunner } from '../harness/run-the-line.js';

let service: Service;
let runner: LineRunner;
beforeAll(async () => {
  service = await aService({ nodes: 2, settings: { BREATHER_SECONDS: '7' } });
  runner = await LineRunner.of(service);
});
afterAll(() => service.end());

it('[ST5] what is chosen on one node holds on the other within seconds', async () => {
  expect(await runner.chooses({ hardCap: 77, closedText: 'À demain.' })).toMatchObject({
    status: 200,
  });
  await eventually(async () => {
    expect(await runner.settings(1)).toMatchObject({ hardCap: 77, closedText: 'À demain.' });
  });
});

it('[AS2] what the environment says is told as such, and what is chosen instead has no effect', async () => {
  expect((await runner.ask('lines/principale')).body).toMatchObject({ imposed: ['breather'] });
  await runner.chooses({ breather: 60_000 });
  expect(await runner.settings()).toMatchObject({ breather: 7_000 });
});

it.each([
  [{ hardCap: -1 }, 'hardCap', 'not-positive'],
  [{ offerStands: 3_600_000 }, 'offerStands', 'longer-than-a-grace'],
  [{ hours: { weekly: [[], [], [], [], [], [], []], closedOn: [], exceptions: [] } }, 'hours', 'never-opens'],
  [{ hours: { weekly: [], closedOn: [], exceptions: [] } }, 'hours', 'malformed'],
  [{ elsewhere: [{ name: 'x', text: '', href: 'javascript:1' }] }, 'elsewhere', 'malformed'],
  [{ exitTo: 'http://www.meteofrance.com' }, 'exitTo', 'not-a-page'],
  [{ mode: 'sometimes' }, 'mode', 'malformed'],
  [{ callerGrace: 'long' }, 'callerGrace', 'malformed'],
])('[AS6] [ST1] [ST2] [ST3] %j is refused, and %s is named', async (changed, field, why) => {
  const before = await runner.settings();
  const said = await runner.chooses(changed);
  expect(said).toEqual({ status: 422, body: { refused: 'cannot-hold', field, why } });
  expect(await runner.settings()).toEqual(before);
});

it('[AC1] [ST5] a volunteer runs no line, and nobody does without a session', async () => {
  const volunteer = await LineRunner.of(service, 'volunteer');
  const closed = { method: 'POST', body: { mode: 'closed-now' } } as const;
  expect(await volunteer.ask('lines/principale')).toEqual({ status: 403, body: { refused: 'not-allowed' } });
  expect(await volunteer.ask('lines/principale/mode', closed)).toMatchObject({ status: 403 });
  expect(await runner.ask('lines/principale', { headers: { cookie: '' } })).toMatchObject({ status: 401 });
  expect(await runner.settings()).toMatchObject({ mode: 'open-now' });
});

it('[AC13] a decision comes from our own pages', async () => {
  const closed = { method: 'POST', body: { mode: 'closed-now' } } as const;
  for (const headers of [{ origin: 'https://elsewhere.example' }, { 'x-veille': '' }])
    expect(await runner.ask('lines/principale/mode', { ...closed, headers })).toMatchObject({ status: 403 });
  expect(await runner.settings()).toMatchObject({ mode: 'open-now' });
});
