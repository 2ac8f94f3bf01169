// The HTTP doors of the staff over one real Redis and a clock that stands still: two associations and somebody of every rank, and
// what is kept of them, to be looked at before and after.
import {
  type AssociationId,
  associationId,
  closureLasts,
  type Duration,
  firstAssociation,
  accountId,
  lineId,
  networkId,
} from '@veille/domain';
import { deskAssociation, members, type Role } from '@veille/shared';
import * as v from 'valibot';
import { AssociationModule } from '../../src/association/association.module.js';
import { AccessModule } from '../../src/access/access.module.js';
import { AuditModule } from '../../src/audit/audit.module.js';
import { AuditService } from '../../src/audit/audit.service.js';
import { Auditing } from '../../src/auditing.js';
import { DeskFaceModule } from '../../src/faces/desk-face.module.js';
import { StaffFaceModule } from '../../src/faces/staff-face.module.js';
import { NetworkModule } from '../../src/network/network.module.js';
import { ClosureStore } from '../../src/network/closure.store.js';
import { Facts } from '../../src/platform/facts.js';
import type { Redis } from '../../src/platform/redis/client.js';
import { accessOverHttp } from './access-over-http.js';
import { etoile } from './an-association.js';
import { everythingIn } from './everything-in.js';

export type StaffHouse = Awaited<ReturnType<typeof aStaffHouse>>;
export type Person = { readonly cookie: string | undefined; readonly account: string };

/** Where the service counts who tries, and writes that they did; and sessions, of which only the names are looked at. */
const COUNTED = /^(?:audit|\{guesses\}|\{networks\}:(?:turns|key)|wrong-factors:|half-session:|browser:)/;
const held = v.array(v.tuple([v.string(), v.unknown()]));
const modules = [
  DeskFaceModule,
  NetworkModule,
  StaffFaceModule,
  AuditModule,
  AccessModule,
  AssociationModule,
];

export async function aStaffHouse(redis: Redis) {
  await redis.flushall();
  const http = await accessOverHttp(redis, { imports: modules, providers: [Auditing] });
  const admin = await http.enrols(await http.aNewCoordinator());
  const { cookie } = admin;
  const desk = async (path: string, body: object, by = cookie) =>
    (await http.post(`../${path}`, { body, cookie: by })).body;
  const posts = v.parse(deskAssociation, await desk('desk/posts', { post: 'Poste du sud' })).posts;
  await desk('desk/associations', etoile);

  /** The id of who is called this, as `by` sees them. */
  const named = async (pseudonym: string, by = cookie): Promise<string> => {
    const listed = v.parse(members, (await http.get('../staff/members', { cookie: by })).body).members;
    const found = listed.find((member) => member.pseudonym === pseudonym);
    if (!found) throw new Error(`nobody is called ${pseudonym}`);
    return found.account;
  };
  /** Somebody new, with an app; invited by an administrator, or by who else may. */
  const joins = async (
    pseudonym: string,
    where: { role: Role; association?: string; post?: string | undefined },
    by = cookie,
  ): Promise<Person> => {
    const token = /#invitation=([^"]+)/.exec(
      JSON.stringify(await desk('access/invitations', where, by)),
    )?.[1];
    const { cookie: enrolling } = await http.accept(token ?? '', pseudonym);
    const { cookie: own } = await http.enrols(enrolling);
    return { cookie: own, account: await named(pseudonym, where.role === 'volunteer' ? by : own) };
  };
  const written = async (association: AssociationId = firstAssociation.id): Promise<object[]> => {
    await http.of(Facts).quiet();
    const records = await http.of(AuditService).newest(association, 0, 1_000);
    return records.map(({ number: _, at: __, seal: ___, ...entry }) => entry);
  };
  /** All that is kept, but for what counts tries and writes them down. */
  const kept = async () => {
    await http.of(Facts).quiet();
    const all = v.parse(held, JSON.parse(await everythingIn(redis)));
    const looked = all.filter(([key]) => !COUNTED.test(key));
    return new Map(looked.map(([key, value]) => [key, key.startsWith('session:') ? 'a session' : value]));
  };
  /** So long later: what the store itself forgets by then is forgotten. */
  const passes = async (time: Duration): Promise<void> => {
    http.clock.advance(time);
    for (const key of await redis.keys('*')) {
      const left = await redis.pttl(key);
      if (left >= 0 && left <= time) await redis.del(key);
    }
  };
  /** One network of this association, that somebody asked to close the door to. */
  const aClosure = async (association: string, by: string): Promise<string> => {
    const id = 'A'.repeat(22);
    const until = http.clock.now() + closureLasts.asked;
    const closure = { id, line: lineId('nuit'), by: accountId(by), at: 'asked', until, refused: 0 } as const;
    const asking = { association: associationId(association), network: networkId('campus') };
    await http.of(ClosureStore).ask(asking, closure, http.clock.now());
    return id;
  };
  const claude = { ...admin, account: await named('Claude') };
  return { ...http, claude, posts, desk, joins, named, written, kept, passes, aClosure };
}
