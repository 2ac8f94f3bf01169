// The staff audit: written in one order by however many, whole until somebody touches it, forgotten after a year.
import { expect, it } from '@jest/globals';
import {
  accountId,
  associationId,
  auditKeptFor,
  type AuditEntry,
  firstAssociation,
  minutes,
} from '@veille/domain';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { AuditMemoryStore } from '../../test/harness/memory/audit.memory-store.js';
import { AuditService } from './audit.service.js';
import { Sha256Seals } from './sha256-seals.js';

const here = firstAssociation.id;
const ève = accountId('eve');
const signedIn: AuditEntry = { did: 'signed-in', by: ève };

function anAudit() {
  const clock = new FakeClock();
  const store = new AuditMemoryStore();
  const node = () => new AuditService(store, new Sha256Seals(), clock);
  return { clock, store, node, audit: node() };
}

it('[AU1] two nodes that write at once lose nothing, and the chain is whole', async () => {
  const { node } = anAudit();
  const [one, other] = [node(), node()];
  await Promise.all(Array.from({ length: 60 }, (_, n) => (n % 2 === 0 ? one : other).write(here, signedIn)));
  const records = await node().newest(here, 0, 100);
  expect(records.map(({ number }) => number)).toEqual(Array.from({ length: 60 }, (_, n) => 60 - n));
  expect(await node().verify(here)).toMatchObject({ is: 'whole', records: 60, forgotten: 0 });
});

it('[AU1] a record says who did what to whom, and when', async () => {
  const { audit, clock } = anAudit();
  await audit.write(here, { did: 'suspended', by: ève, to: accountId('paul') });
  await audit.write(here, { did: 'settings-changed', by: ève, of: 'principale', what: ['breather'] });
  expect(await audit.newest(here, 0, 10)).toMatchObject([
    { number: 2, did: 'settings-changed', by: 'eve', of: 'principale', what: ['breather'] },
    { number: 1, at: clock.now(), did: 'suspended', by: 'eve', to: 'paul' },
  ]);
  expect(await audit.newest(here, 1, 10)).toHaveLength(1);
});

it('[AU3] what a person wrote cannot be put into a record, and the next one is written all the same', async () => {
  const { audit } = anAudit();
  const text = 'je ne dors plus';
  await expect(audit.write(here, { did: 'mode-changed', what: [text] })).rejects.toThrow();
  await expect(audit.write(here, { did: 'mode-changed', of: text })).rejects.toThrow();
  await expect(audit.write(here, { did: 'removed', to: accountId('Ève du Nord') })).rejects.toThrow();
  await audit.write(here, signedIn);
  expect(await audit.newest(here, 0, 10)).toHaveLength(1);
});

it('[AU2] nothing there is said to be nothing, and another association’s chain does not stand for it', async () => {
  const { audit } = anAudit();
  await audit.write(associationId('elsewhere'), signedIn);
  expect(await audit.verify(here)).toEqual({ is: 'nothing-there', records: 0, forgotten: 0 });
});

it('[AU4] what is older than a year is forgotten, and the rest is whole', async () => {
  const { audit, clock } = anAudit();
  for (const _ of [1, 2, 3]) await audit.write(here, signedIn);
  clock.advance(minutes(5));
  await audit.write(here, signedIn);
  clock.advance(auditKeptFor - minutes(5) - 1);
  expect(await audit.forgetOld(here)).toBe(0);
  clock.advance(1);
  expect(await audit.forgetOld(here)).toBe(3);
  expect(await audit.forgetOld(here)).toBe(0);
  expect(await audit.verify(here)).toMatchObject({ is: 'whole', records: 1, forgotten: 3 });
  clock.advance(auditKeptFor);
  expect(await audit.forgetOld(here)).toBe(1);
  await audit.write(here, signedIn);
  expect(await audit.verify(here)).toMatchObject({ is: 'whole', records: 1, forgotten: 4 });
  expect(await audit.newest(here, 0, 9)).toMatchObject([{ number: 5 }]);
});

it('[AU5] a stranger who tries without end is written once an hour for each account, and seldom in all', async () => {
  const { audit } = anAudit();
  for (let n = 0; n < 5; n += 1) await audit.writeSeldom(here, { did: 'sign-in-refused', to: ève });
  expect(await audit.newest(here, 0, 100)).toHaveLength(1);
  for (let n = 0; n < 100; n += 1)
    await audit.writeSeldom(here, { did: 'sign-in-refused', to: accountId(`account-${n}`) });
  expect(await audit.newest(here, 0, 100)).toHaveLength(30);
});
