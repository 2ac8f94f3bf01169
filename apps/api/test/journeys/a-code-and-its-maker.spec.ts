// A code for a partner is its maker's word: when they may not give it any more, it opens nothing, by the word of a code nobody made.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { associationId } from '@veille/domain';
import { AuditService } from '../../src/audit/audit.service.js';
import { aService, type Service } from '../harness/a-service.js';
import { theAdministrator } from '../harness/accounts.js';
import { aSecondAssociation, etoile } from '../harness/an-association.js';
import { eventually } from '../harness/eventually.js';
import { partnerDesk } from '../harness/partners.js';
import { staffAt } from '../harness/run-the-staff.js';

const line = 'principale';
const gone = { status: 422, body: { refused: 'cannot-hold', field: 'code', why: 'gone' } };
let service: Service;
let admin: string;
let partner: string;
beforeAll(async () => {
  service = await aService();
  admin = await theAdministrator(service);
  partner = await aSecondAssociation(service);
});
afterAll(() => service.end());

const brings = (code: string) => partnerDesk(service, partner).does('accept', { code });
const stands = async () => (await partnerDesk(service, admin).shows()).lines[0]?.codeFor;

/** A coordinator who made a code, and their account. */
async function aMaker() {
  const staff = staffAt(service, admin);
  const { cookie, pseudonym } = await staff.aMember('coordinator');
  const { members } = await staff.members();
  const account = members.find((member) => member.pseudonym === pseudonym)?.account ?? 'nobody';
  return { staff, account, code: await partnerDesk(service, cookie).aCode(line) };
}

it.each(['suspend', 'demote', 'remove'] as const)(
  '[AG9] after its maker: %s, a code opens nothing, and the desk says of none that it is good',
  async (deed) => {
    const { staff, account, code } = await aMaker();
    expect(await stands()).toEqual(expect.any(Number));
    expect(await staff.run(deed, account)).toMatchObject({ status: 200 });
    expect(await stands()).toBeUndefined();
    expect(await brings(code)).toEqual(gone);
    expect((await partnerDesk(service, partner).shows()).agreements).toEqual([]);
  },
);

it('[AG9] [AU9] it is written as any code that opens nothing, in the journal of who brought it and in no other', async () => {
  const audit = service.nodes[0]?.app.get(AuditService);
  const refusedIn = async (association: string) =>
    ((await audit?.newest(associationId(association), 0, 200)) ?? []).filter(
      ({ did }) => did === 'link-refused',
    );
  await eventually(async () =>
    expect(await refusedIn(etoile.association)).toEqual([
      expect.objectContaining({ by: expect.any(String), what: ['partner', 'gone'] }),
    ]),
  );
  expect(await refusedIn('veille')).toEqual([]);
});

it('[AG9] who is restored within its hours finds it good, and what is agreed outlives its maker', async () => {
  const { staff, account, code } = await aMaker();
  await staff.run('suspend', account);
  expect(await brings(code)).toEqual(gone);
  await staff.run('restore', account);
  expect(await stands()).toEqual(expect.any(Number));
  expect(await brings(code)).toMatchObject({ status: 200 });
  await staff.run('remove', account);
  expect((await partnerDesk(service, partner).shows()).agreements).toHaveLength(1);
});
