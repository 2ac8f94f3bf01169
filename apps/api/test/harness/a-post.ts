// A listening post with its own browser, in an access of one installation in memory.
import { expect } from '@jest/globals';
import { type AuditEntry, hours, type PlaceId, placeId, type Role } from '@veille/domain';
import { deedDone, deedRefused } from '../../src/audit/audit.facts.js';
import { anAccess, expectEntered, password } from './an-access.js';

const post = placeId('central');
export const pin = '271828';

export async function aPost() {
  const house = anAccess();
  const { session: claude } = await house.aCoordinator('Claude');
  const [{ id: own } = { id: post }] = await house.associations.posts(claude.association);
  const written: AuditEntry[] = [];
  for (const kind of [deedDone, deedRefused]) house.facts.when(kind, ({ entry }) => void written.push(entry));
  const invites = async (role: Role, of?: PlaceId) => {
    const standsUntil = house.clock.now() + hours(1);
    const { association, account: by } = claude;
    return house.store.invite({ association, role, by, standsUntil, ...(of && { post: of }) });
  };
  const joins = async (pseudonym: string, role: Role, of?: PlaceId) => {
    const { token } = await house.join(await invites(role, of), pseudonym);
    return house.sessionOf(token);
  };
  const registers = async (by = claude) => {
    const made = await house.postDevices.registerHere(by, own);
    if (made === 'not-allowed') throw new Error('no device was made');
    return made.token;
  };
  const signsInAt = async (device: string | undefined, pseudonym = 'Ève') =>
    house.signIns.signIn({ asked: { pseudonym, password }, former: undefined, device });
  const byPin = (device: string | undefined, given = pin, pseudonym = 'Ève') =>
    house.pins.signIn({ asked: { pseudonym, pin: given }, former: undefined, device });
  /** Ève, who signed in at this device by her password, and chose a PIN for it. */
  const hasPin = async (device: string) => {
    const entered = expectEntered(await signsInAt(device));
    if ('half' in entered) throw new Error('a factor is asked for');
    const session = await house.sessionOf(entered.token);
    expect(await house.pins.choose(session, pin)).toBe('chosen');
    return session;
  };
  const dids = () => written.map(({ did }) => did);
  return { ...house, claude, own, written, dids, invites, joins, registers, signsInAt, byPin, hasPin };
}
