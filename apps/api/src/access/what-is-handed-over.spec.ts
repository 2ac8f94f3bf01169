// Links and codes that were handed over: none outlives the right of whoever made it.
import { beforeEach, expect, it } from '@jest/globals';
import { associationId } from '@veille/domain';
import { password } from '../../test/harness/an-access.js';
import { aPost } from '../../test/harness/a-post.js';
import type { Session } from './access.service.js';

const forged = 'A'.repeat(43);
const bearing = { former: undefined };
let house: Awaited<ReturnType<typeof aPost>>;
let maker: Session;
let ève: Session;
beforeEach(async () => {
  house = await aPost();
  maker = await house.joins('Dominique', 'coordinator');
  ève = await house.joins('Ève', 'volunteer', house.own);
});

/** One of each, by Dominique. */
async function handsOver() {
  const { invitations, staff, postDevices, own } = house;
  const invited = await invitations.invite(maker, { role: 'coordinator' });
  const reset = await staff.reset(maker, ève.account);
  const device = await postDevices.openCode(maker, own);
  if (invited === 'not-allowed' || reset === 'not-allowed' || device === 'not-allowed')
    throw new Error('nothing was handed over');
  return { invitation: invited.token, reset: reset.token, code: device.code };
}

async function uses({ invitation, reset, code }: Awaited<ReturnType<typeof handsOver>>) {
  const { invitations, resets, postDevices } = house;
  const association = associationId('veille');
  const known = { association, identity: 'alix', isTwofold: true, invitation, pseudonym: 'Alix' };
  return [
    await invitations.acceptAs({ asked: known, ...bearing }),
    await invitations.accept({ asked: { invitation, pseudonym: 'Alix', password }, ...bearing }),
    await resets.accept({ asked: { reset, password }, ...bearing }),
    await postDevices.registerBy(code),
  ];
}

it.each(['suspend', 'demote', 'remove'] as const)(
  '[AC23] after its maker: %s, an invitation, a reset and a code open nothing, as if they were forged',
  async (deed) => {
    const { staff, claude, passwords, postDevices, written } = house;
    const made = await handsOver();
    expect(await staff[deed](claude, maker.account)).not.toMatch(/not-allowed|last/);
    const before = passwords.sealings;
    written.length = 0;
    expect(await uses(made)).toEqual(Array(4).fill('refused'));
    const refused = [...written];
    written.length = 0;
    expect(await uses({ invitation: forged, reset: forged, code: 'A'.repeat(12) })).toEqual(
      Array(4).fill('refused'),
    );
    expect(refused).toEqual(written);
    expect(passwords.sealings).toBe(before);
    expect(await postDevices.list(claude)).toEqual([]);
  },
);

it('[AC23] while its maker may, and again when they are restored, each opens what it is for', async () => {
  const { staff, claude, invitations, resets, postDevices } = house;
  const { invitation, reset, code } = await handsOver();
  expect(await postDevices.registerBy(code)).toMatchObject({ by: maker.account });
  await staff.suspend(claude, maker.account);
  expect(await resets.accept({ asked: { reset, password }, ...bearing })).toBe('refused');
  await staff.restore(claude, maker.account);
  expect(await resets.accept({ asked: { reset, password }, ...bearing })).toMatchObject({ pseudonym: 'Ève' });
  const asked = { invitation, pseudonym: 'Alix', password };
  expect(await invitations.accept({ asked, ...bearing })).toMatchObject({ role: 'coordinator' });
});

it('[AC23] a maker who runs less than before resets nobody who may do more', async () => {
  const { staff, claude, resets, joins } = house;
  const administrator = await joins('Sacha', 'administrator');
  const opened = await staff.reset(claude, administrator.account);
  if (opened === 'not-allowed') throw new Error('no reset');
  await staff.demote(administrator, claude.account);
  expect(await resets.accept({ asked: { reset: opened.token, password }, ...bearing })).toBe('refused');
});
