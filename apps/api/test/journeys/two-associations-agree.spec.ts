// Two associations agree about a line at their desks: by a code, once; each sees the other's name, and what is refused changes
// nothing, says one word, and stands in the journal of who asked.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { associationId, firstAssociation } from '@veille/domain';
import { AuditService } from '../../src/audit/audit.service.js';
import { aService, type Service } from '../harness/a-service.js';
import { anAccount, theAdministrator } from '../harness/accounts.js';
import { aSecondAssociation, etoile } from '../harness/an-association.js';
import { eventually } from '../harness/eventually.js';
import { agree, partnerDesk } from '../harness/partners.js';

const third = { ...etoile, association: 'nord', name: 'Le Nord', line: 'nord', lineName: 'Ligne du Nord' };
const line = 'principale';
let service: Service;
let own: string;
let partner: string;
let stranger: string;
beforeAll(async () => {
  service = await aService();
  own = await anAccount(service, 'coordinator');
  partner = await aSecondAssociation(service);
  stranger = await aSecondAssociation(service, third);
});
afterAll(() => service.end());

const desk = (cookie: string) => partnerDesk(service, cookie);
const notAllowed = { status: 403, body: { refused: 'not-allowed' } };
const cannotHold = (why: string) => ({
  status: 422,
  body: { refused: 'cannot-hold', field: 'code', why },
});

/** What stands in an association's journal, the newest first, without when and how it is sealed. */
async function written(association: string) {
  const audit = service.nodes[0]?.app.get(AuditService);
  const records = (await audit?.newest(associationId(association), 0, 200)) ?? [];
  return records.map(({ did, by, of, what }) => ({ did, by: by !== undefined, of, what }));
}

it('[AG1] a code made at one desk and brought at the other, however it is spaced, is an agreement', async () => {
  const code = await desk(own).aCode(line);
  expect((await desk(own).shows()).lines).toEqual([
    { id: line, name: 'Ligne principale', codeFor: expect.any(Number) },
  ]);
  const written = ` ${code.toLowerCase().replace(/.{4}/g, '$&-')} `;
  const said = await desk(partner).does('accept', { code: written });
  const agreement = {
    agreement: expect.stringMatching(/^[\w-]{22}$/),
    line: 'Ligne principale',
    since: expect.any(Number),
  };
  expect(said).toEqual({
    status: 200,
    body: {
      lines: [{ id: etoile.line, name: etoile.lineName }],
      agreements: [{ ...agreement, with: firstAssociation.name, isOwn: false }],
    },
  });
  expect(await desk(own).shows()).toEqual({
    lines: [{ id: line, name: 'Ligne principale' }],
    agreements: [{ ...agreement, with: etoile.name, isOwn: true }],
  });
  expect((await desk(stranger).shows()).agreements).toEqual([]);
});

it('[AG2] a used code, a replaced one, one that was taken back and one that never was get one word', async () => {
  const replaced = await desk(own).aCode(line);
  const takenBack = await desk(own).aCode(line);
  expect((await desk(own).does('take-back', { line })).status).toBe(200);
  const used = await desk(own).aCode(line);
  expect((await desk(stranger).does('accept', { code: used })).status).toBe(200);
  const before = await desk(partner).shows();
  for (const code of [replaced, takenBack, used, 'A'.repeat(16), '', 'Ligne principale', '{{{'])
    expect(await desk(partner).does('accept', { code })).toEqual(cannotHold('gone'));
  expect(await desk(partner).does('accept', { code: 'x'.repeat(61) })).toMatchObject({ status: 400 });
  expect(await desk(partner).does('accept', {})).toMatchObject({ status: 400 });
  expect(await desk(partner).shows()).toEqual(before);
});

it('[AG2] one’s own line and one that is served already change nothing, and leave the code good', async () => {
  const code = await desk(own).aCode(line);
  expect(await desk(own).does('accept', { code })).toEqual(cannotHold('own-line'));
  expect(await desk(partner).does('accept', { code })).toEqual(cannotHold('agreed-already'));
  expect((await desk(own).shows()).lines[0]).toHaveProperty('codeFor');
});

it('[AG4] either of the two ends it, and nobody else can', async () => {
  const agreement = await agree(service, { owner: partner, partner: stranger, line: etoile.line });
  const body = { agreement };
  expect(await desk(own).does('end', body)).toEqual(notAllowed);
  expect(await desk(own).does('end', { agreement: 'x'.repeat(22) })).toEqual(notAllowed);
  expect(await desk(stranger).does('end', body)).toMatchObject({ status: 200 });
  expect((await desk(partner).shows()).agreements.filter(({ isOwn }) => isOwn)).toEqual([]);
  expect(await desk(partner).does('end', body)).toEqual(notAllowed);
  const again = await agree(service, { owner: partner, partner: stranger, line: etoile.line });
  expect(await desk(partner).does('end', { agreement: again })).toMatchObject({ status: 200 });
});

it('[TN5] a line of another association, and one that is not there, are no line to open', async () => {
  for (const asked of [etoile.line, 'nulle-part']) {
    expect(await desk(own).does('propose', { line: asked })).toEqual(notAllowed);
    expect(await desk(own).does('take-back', { line: asked })).toEqual(notAllowed);
  }
});

it('[TN1] who runs a post, or hears, agrees with nobody', async () => {
  const accounts = [{ role: 'volunteer' }, { role: 'coordinator', post: 'central' }] as const;
  for (const account of accounts) {
    const cookie = await anAccount(service, account);
    expect(await desk(cookie).does('propose', { line })).toEqual(notAllowed);
    expect(await desk(cookie).does('accept', { code: 'A'.repeat(16) })).toEqual(notAllowed);
    await expect(desk(cookie).shows()).rejects.toThrow();
  }
  expect((await desk(await theAdministrator(service)).shows()).agreements).toHaveLength(2);
});

it('[AG6] each journal names the deed and its own people, and nothing of the other’s', async () => {
  const agreement = await agree(service, { owner: partner, partner: own, line: etoile.line });
  await desk(own).does('end', { agreement });
  const what = [agreement];
  await eventually(async () => {
    expect((await written('etoile')).slice(0, 3)).toEqual([
      { did: 'agreement-ended', by: false, of: etoile.line, what },
      { did: 'agreed', by: false, of: etoile.line, what },
      { did: 'line-proposed', by: true, of: etoile.line, what: undefined },
    ]);
    expect((await written(firstAssociation.id)).slice(0, 2)).toEqual([
      { did: 'agreement-ended', by: true, of: undefined, what },
      { did: 'agreed', by: true, of: undefined, what },
    ]);
  });
  expect(JSON.stringify(await written(firstAssociation.id))).not.toMatch(/etoile|nuit|nord/);
});

it('[AU9] a code that opens nothing and a deed out of reach leave one line', async () => {
  const [theirs, ours] = [await written('etoile'), await written(firstAssociation.id)];
  const codes = theirs.filter(({ did }) => did === 'link-refused');
  expect(codes).toEqual([{ did: 'link-refused', by: true, of: undefined, what: ['partner', 'gone'] }]);
  // Of one who asks again and again, the first time in an hour (AU5).
  const reaching = { did: 'reach-refused', by: true, of: undefined, what: ['agreement-ended'] };
  expect(ours.filter(({ what }) => what?.[0] === 'agreement-ended')).toEqual([reaching]);
});
