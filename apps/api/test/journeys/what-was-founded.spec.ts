// An association, a line and a post that are made are in the audit, each in that of its own association.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { associationId, firstAssociation } from '@veille/domain';
import { AuditService } from '../../src/audit/audit.service.js';
import { theAdministrator } from '../harness/accounts.js';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { staffAt } from '../harness/run-the-staff.js';

let service: Service;
beforeAll(async () => {
  service = await aService();
});
afterAll(() => service.end());

it('[AU6] an association, a line and a post that were made are written, each in the journal of its own association', async () => {
  const { post } = staffAt(service, await theAdministrator(service));
  const line = { line: 'de-nuit', lineName: 'De nuit', timeZone: 'Europe/Paris' };
  expect(await post('/api/desk/posts', { post: 'Rue Haute' })).toMatchObject({ status: 200 });
  expect(await post('/api/desk/lines', line)).toMatchObject({ status: 200 });
  const sud = { association: 'sud', name: 'Sud', post: 'Sud', ...line, line: 'sud' };
  expect(await post('/api/desk/associations', sud)).toMatchObject({ status: 200 });
  expect(await post('/api/desk/associations', sud)).toMatchObject({ status: 422 });
  const audit = service.nodes[0]?.app.get(AuditService);
  await eventually(async () => {
    const dids = ((await audit?.newest(firstAssociation.id, 0, 50)) ?? []).map(({ did, of }) => ({
      did,
      of,
    }));
    expect(dids).toEqual(
      expect.arrayContaining([
        { did: 'post-added', of: expect.any(String) },
        { did: 'line-added', of: 'de-nuit' },
        { did: 'association-founded', of: undefined },
      ]),
    );
    expect(dids.filter(({ did }) => did === 'association-founded')).toHaveLength(1);
    expect(await audit?.newest(associationId('sud'), 0, 10)).toMatchObject([{ did: 'association-founded' }]);
  });
});
