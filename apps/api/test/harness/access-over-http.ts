// The HTTP door of accounts in a real app on a free port, over a real Redis, with a clock that stands still.
import { type Abstract, Global, Module, type ModuleMetadata, type Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { enrolled, totpOffer } from '@veille/shared';
import * as v from 'valibot';
import { InvitationService } from '../../src/access/invitation.service.js';
import { AssociationService } from '../../src/association/association.service.js';
import { Passwords } from '../../src/access/passwords.port.js';
import { AccessFaceModule } from '../../src/faces/access-face.module.js';
import { Clock, StoreClock } from '../../src/platform/clock/clock.js';
import { CONFIG, readConfig } from '../../src/platform/config/config.js';
import { Facts } from '../../src/platform/facts.js';
import { KEPT_REDIS, LIVE_REDIS } from '../../src/platform/platform.module.js';
import type { Redis } from '../../src/platform/redis/client.js';
import { Moves } from '../../src/platform/redis/lua-move.js';
import { storeTime } from '../../src/platform/redis/store-time.js';
import { FakeClock } from './fake-clock.js';
import { QuickPasswords } from './memory/quick-passwords.js';
import { codeAt } from './totp-app.js';

export const password = 'une phrase assez longue';
export const publicUrl = 'https://veille.example';

export type Answered = { status: number; body: unknown; cookie: string | undefined; headers: Headers };
type Asking = { body?: unknown; cookie?: string | undefined; headers?: Record<string, string> };

/** `also`: what else of the service is there. */
export async function accessOverHttp(kept: Redis, also: Pick<ModuleMetadata, 'imports' | 'providers'> = {}) {
  const clock = new FakeClock();
  const measured = new StoreClock();
  await measured.set(() => storeTime(kept));
  const environment = {
    // A provider on this machine is spoken to in clear.
    NODE_ENV: 'test',
    TICKET_KEY: 'A'.repeat(43),
    REDIS_LIVE_URL: 'unix:///unused',
    REDIS_KEPT_URL: 'unix:///unused',
    PUBLIC_URL: publicUrl,
    FACTOR_KEY: 'A'.repeat(43),
  };
  const parts = [
    { provide: CONFIG, useValue: readConfig(environment) },
    { provide: KEPT_REDIS, useValue: kept },
    // One Redis is both stores here: their keys never meet.
    { provide: LIVE_REDIS, useValue: kept },
    { provide: Moves, useValue: new Moves(kept, measured) },
    { provide: Clock, useValue: clock },
    { provide: Facts, useValue: new Facts() },
  ];

  @Global()
  @Module({ providers: parts, exports: parts })
  class Ground {}

  const module = await Test.createTestingModule({
    imports: [Ground, AccessFaceModule, ...(also.imports ?? [])],
    providers: also.providers ?? [],
  })
    .overrideProvider(Passwords)
    .useValue(new QuickPasswords())
    .compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();

  const ask = async (method: string, path: string, asking: Asking): Promise<Answered> => {
    const { body, cookie, headers } = asking;
    const answered = await fetch(`${url}/api/access/${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-veille': '1', ...(cookie && { cookie }), ...headers },
      ...(method !== 'GET' && { body: isRaw(body) ? body : JSON.stringify(body ?? {}), duplex: 'half' }),
    });
    return {
      status: answered.status,
      body: await answered.json(),
      cookie: answered.headers
        .getSetCookie()
        .find((set) => !/^[^=]+=;/.test(set))
        ?.split(';')[0],
      headers: answered.headers,
    };
  };
  const post = (path: string, asking: Asking = {}) => ask('POST', path, asking);
  const put = (path: string, asking: Asking = {}) => ask('PUT', path, asking);
  const get = (path: string, asking: Asking = {}) => ask('GET', path, asking);
  const accept = (invitation: string, pseudonym: string) =>
    post('invitations/accept', { body: { invitation, pseudonym, password } });
  const firstInvitation = async () => (await app.get(InvitationService).first()) ?? '';
  /** The first account, an administrator, of the first association; who has no factor yet. */
  const aNewCoordinator = async () => {
    await app.get(AssociationService, { strict: false }).seed();
    return (await accept(await firstInvitation(), 'Claude')).cookie;
  };
  /** An app for who is signed in; what it shows from now on is good. */
  const enrols = async (cookie: string | undefined) => {
    const { body } = await post('../factor/enrol', { body: { kind: 'totp' }, cookie });
    const { secret } = v.parse(totpOffer, body);
    const code = codeAt(secret, clock.now());
    const confirmed = await post('../factor/confirm', { body: { code }, cookie });
    clock.advance(30_000);
    const { recovery } = v.parse(enrolled, confirmed.body);
    return { secret, recovery, code: () => codeAt(secret, clock.now()), cookie: confirmed.cookie ?? cookie };
  };
  /** The same, signed in whole. */
  const aCoordinator = async () => (await enrols(await aNewCoordinator())).cookie;
  /** The token of a link that a signed-in coordinator asks for. */
  const anInvitation = async (cookie: string | undefined, role: 'volunteer' | 'coordinator' = 'volunteer') =>
    tokenOf((await post('invitations', { body: { role }, cookie })).body);

  return {
    url,
    of: <T>(service: Type<T> | Abstract<T>): T => app.get(service),
    clock,
    post,
    put,
    get,
    accept,
    firstInvitation,
    aNewCoordinator,
    aCoordinator,
    anInvitation,
    enrols,
    stop: () => app.close(),
  };
}

function tokenOf(body: unknown): string {
  return /#invitation=([A-Za-z0-9_-]{43})"/.exec(JSON.stringify(body))?.[1] ?? 'no token';
}

const isRaw = (body: unknown): body is string | Uint8Array<ArrayBuffer> | ReadableStream =>
  typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream;
