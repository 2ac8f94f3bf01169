// What staff did is in their association's audit, whichever node they did it on; what callers did is nowhere in it.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { firstAssociation } from '@veille/domain';
import { AuditService } from '../../src/audit/audit.service.js';
import { auditReport, noteDisclosure } from '../../src/audit-report.js';
import { keptKeys } from '../../src/platform/redis/keys.js';
import { anAccount, theAdministrator } from '../harness/accounts.js';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { aPair } from '../harness/people.js';
import { LineRunner } from '../harness/run-the-line.js';
import { staffAt } from '../harness/run-the-staff.js';

const here = firstAssociation.id;
let service: Service;
let runner: LineRunner;
beforeAll(async () => {
  service = await aService({ nodes: 2 });
  runner = await LineRunner.of(service);
});
afterAll(() => service.end());

/** Newest first, as the first node reads them. */
async function written() {
  return service.nodes[0]?.app.get(AuditService).newest(here, 0, 200) ?? [];
}

async function signsIn(association: string, pseudonym: string, node = 0): Promise<number> {
  const response = await fetch(`${service.at(node)}/api/access/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-veille': '1' },
    body: JSON.stringify({ association, pseudonym, password: 'rien de tel' }),
  });
  return response.status;
}

it('[AU6] an invitation, the account made of it, and a line’s settings by their names are written', async () => {
  await runner.chooses({ breather: 420_000, closedText: 'Un texte à nous.' });
  await runner.ask('lines/principale/mode', { method: 'POST', body: { mode: 'draining' }, node: 1 });
  await runner.chooses({ breather: 420_000 });
  await eventually(async () => {
    const said = (await written()).map(({ did, of, what }) => ({ did, of, what }));
    expect(said).toEqual(
      expect.arrayContaining([
        { did: 'invited', of: undefined, what: ['coordinator'] },
        { did: 'account-made', of: undefined, what: ['coordinator'] },
        { did: 'settings-changed', of: 'principale', what: ['breather', 'closedText'] },
        { did: 'mode-changed', of: 'principale', what: ['draining'] },
      ]),
    );
  });
  const changes = (await written()).filter(({ did }) => did === 'settings-changed');
  expect(changes).toHaveLength(1);
});

it('[SF10] what becomes of a factor is written: enrolled, and refused to whoever gives a wrong one', async () => {
  const { cookie, pseudonym, password } = await staffAt(service, await theAdministrator(service)).aMember();
  const theirs = staffAt(service, cookie);
  const half = await theirs.post('/api/access/sign-in', { pseudonym, password }, { cookie: '' });
  const proof = { recovery: 'A'.repeat(16) };
  const refused = await theirs.post('/api/factor/prove', { proof }, { cookie: half.cookie });
  expect(refused).toMatchObject({ status: 401, body: { refused: 'refused' } });
  await eventually(async () => {
    const said = await written();
    expect(said).toContainEqual(expect.objectContaining({ did: 'factor-enrolled', what: ['totp'] }));
    expect(said).toContainEqual(expect.objectContaining({ did: 'factor-refused', what: ['wrong'] }));
  });
});

it('[AU6] [AU5] refusals are written seldom, and none of an association that is not there', async () => {
  for (let n = 0; n < 4; n += 1) await signsIn('veille', `Personne ${n}`, n % 2);
  await signsIn('nulle-part', 'Personne');
  await eventually(async () => {
    const refused = (await written()).filter(({ did }) => did === 'sign-in-refused');
    expect(refused).toMatchObject([{ number: expect.any(Number) }]);
    expect(refused[0]).not.toHaveProperty('to');
  });
  expect(await service.kept.client.exists(keptKeys.audit('nulle-part'))).toBe(0);
});

it('[AU3] nothing a caller did, and no text anybody wrote, is in it', async () => {
  await runner.ask('lines/principale/mode', { method: 'POST', body: { mode: 'open-now' } });
  const { caller } = await aPair(service);
  await caller.ask('line.leave', {});
  await anAccount(service, 'volunteer');
  const texts = await service.kept.client.lrange(keptKeys.audit(here), 0, -1);
  expect(texts.length).toBeGreaterThan(3);
  for (const word of ['Camille', 'Un texte', 'conversation', 'offer', 'caller'])
    expect(texts.join()).not.toContain(word);
});

it('[AU6] every association is told that somebody at the machine read everything', async () => {
  await noteDisclosure(service.kept.client);
  const [newest] = await written();
  expect(newest).toMatchObject({ did: 'disclosed' });
  expect(newest).not.toHaveProperty('by');
});

it('[AU8] the report of every association holds, until somebody takes a record away', async () => {
  const { client } = service.kept;
  expect(await auditReport(client)).toMatchObject([{ association: here, is: 'whole', holds: true }]);
  await client.lpop(keptKeys.audit(here));
  expect(await auditReport(client)).toMatchObject([{ is: 'broken', broken: 1, holds: false }]);
  await client.del(keptKeys.audit(here), keptKeys.auditChain(here));
  expect(await auditReport(client)).toMatchObject([{ is: 'nothing-there', holds: false }]);
});
