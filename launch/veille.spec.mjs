// Proves a whole launch, in a process of its own, with a fake api: how it stands, and that it never leaves
// anything.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { eventually } from './fixtures/eventually.mjs';
import { launch } from './fixtures/launched.mjs';
import { groupLives, lives } from './fixtures/processes.mjs';
import { startStores } from './stores.mjs';

const TWO_SECONDS = 2000;
/** A machine that stands still spoils a try; a launcher that takes its time spoils every one. */
const TRIES = 3;

let place;
let launched;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'la-'));
});
afterEach(async () => {
  await launched?.clear();
  await rm(place, { recursive: true });
});

async function launchToReady(env) {
  launched = await launch(env);
  await launched.until('Ctrl-C arrête tout.');
  return launched.askService();
}

/**
 * Begins a launch, asks it to end and looks at what is left, until one ended in time. { code, took, begun }: of the last, `begun`
 * as `begin` gave it.
 */
async function endedBy(signal, begin) {
  for (let tries = 1; ; tries += 1) {
    const begun = await begin();
    launched.ask(signal);
    const { code, took } = await launched.ended;
    if (took < TWO_SECONDS || tries === TRIES) return { code, took, begun };
    await launched.clear();
  }
}

it('[LA11] says the three addresses and the first coordinator’s link, and gives the api its two stores', async () => {
  const { live, kept } = await launchToReady();
  for (const path of ['/\n', '/ecoute\n', '/desk\n', '/desk#invitation\n'])
    expect(launched.said()).toContain(path);
  expect(new Set([live, kept]).size).toBe(2);
  expect(await launched.traces()).toHaveLength(2);
});

it('[LA12] Ctrl-C ends everything within two seconds and leaves no process and no socket file', async () => {
  const { code, took, begun } = await endedBy('SIGINT', launchToReady);
  expect(code).toBe(0);
  expect(took).toBeLessThan(TWO_SECONDS);
  expect(await launched.traces()).toEqual([]);
  await eventually(() => !groupLives(begun.pid));
});

it('[LA12] an api that does not listen to reason is ended all the same', async () => {
  const { took, begun } = await endedBy('SIGTERM', () => launchToReady({ FAKE_API: 'deaf' }));
  expect(took).toBeLessThan(TWO_SECONDS);
  await eventually(() => !lives(begun.pid));
});

it('[LA12] a launch whose npm was asked to stop stops too, though npm’s shell tells it nothing', async () => {
  const asNpm = () => launchToReady({ npm_lifecycle_event: 'start' });
  const { took, begun } = await endedBy('SIGTERM', asNpm);
  expect(took).toBeLessThan(TWO_SECONDS);
  expect(await launched.traces()).toEqual([]);
  await eventually(() => !groupLives(begun.pid));
});

it('[LA12] a launch that is interrupted while it installs ends that too, and says it was interrupted', async () => {
  const installs = async () => {
    launched = await launch({ SLOW_INSTALL: '1' });
    const installer = () => readFile(join(launched.place, 'installer'), 'utf8').catch(() => '');
    await eventually(async () => (await installer()).endsWith('\n'));
    return Number(await installer());
  };
  const { code, took, begun } = await endedBy('SIGTERM', installs);
  expect(code).toBe(143);
  expect(took).toBeLessThan(TWO_SECONDS);
  await eventually(() => !groupLives(begun));
});

it('[LA7] a launcher that is killed outright takes everything with it', async () => {
  const { pid } = await launchToReady();
  launched.ask('SIGKILL');
  await launched.ended;
  await eventually(() => !lives(pid));
  await eventually(async () => (await launched.traces()).length === 0);
});

it('[LA8] what a killed launch left beside its data keeps nobody out', async () => {
  await launchToReady();
  launched.ask('SIGKILL');
  await launched.ended;
  const again = await launch({ DATA: launched.data });
  await again.until('Ctrl-C arrête tout.');
  await again.clear();
});

it('[LA13] a part that ends by itself ends everything, with one sentence and exit code 1', async () => {
  const { pid } = await launchToReady();
  process.kill(pid, 'SIGKILL');
  expect((await launched.ended).code).toBe(1);
  expect(launched.said()).toContain('Le service s’est arrêté, donc tout s’arrête');
  expect(await launched.traces()).toEqual([]);
});

it('[LA13] an api that cannot start says why in one sentence', async () => {
  launched = await launch({ FAKE_API: 'refuses' });
  expect((await launched.ended).code).toBe(1);
  expect(launched.said().trim().split('\n').at(-1)).toBe('  Ce service ne veut pas commencer.');
});

it('[LA9] stores given by address are used as they are, and none is started beside them', async () => {
  const own = await startStores({ dataDir: join(place, 'kept') });
  const { live, kept } = await launchToReady(own.env);
  expect({ REDIS_LIVE_URL: live, REDIS_KEPT_URL: kept }).toEqual(own.env);
  expect(await launched.traces()).toEqual([]);
  await own.stop();
});

it('[LA9] stores that do not answer are told before any other step', async () => {
  launched = await launch({ REDIS_LIVE_URL: 'redis://127.0.0.1:1', REDIS_KEPT_URL: 'redis://127.0.0.1:1' });
  expect((await launched.ended).code).toBe(1);
  expect(launched.said()).not.toContain('Paquets');
  expect(launched.said()).toContain('Aucun Redis ne répond à l’adresse de REDIS_LIVE_URL');
});

it('[LA10] a taken port is told before any step is begun', async () => {
  const taken = createServer();
  await new Promise((done) => taken.listen(0, '127.0.0.1', done));
  launched = await launch({ PORT: String(taken.address().port) });
  const { code } = await launched.ended;
  taken.close();
  expect(code).toBe(1);
  expect(launched.said().trim()).toMatch(/^Le port \d+ est déjà pris.*$/);
});
