// T20: ten thousand tickets that are not good, replayed, forged, altered, cut, over, or of another role: not one is accepted.
import { createCipheriv, randomBytes, randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { hours } from '@veille/domain';
import { openShiftTicket, openTicket } from '../../src/access/ticket.js';
import { TICKET_KEY, Tickets } from '../../src/access/tickets.js';
import { Memories } from '../../src/faces/memories.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { aCaller, aPair, aVolunteer, aWaitingCaller } from '../harness/people.js';

const EACH = 2_000;
const ON_SOCKETS = 12;

let service: Service;
/** Good this very moment, the caller's and the volunteer's; and of a stay that is over. */
let good: { caller: string; volunteer: string; over: string };
beforeAll(async () => {
  service = await aService({ nodes: 2, settings: { STILL_THERE_SECONDS: '0' } });
  const leaver = await aWaitingCaller(service);
  const over = leaver.last('caller.ticket')?.ticket ?? '';
  await leaver.ask('line.leave', {});
  const { caller, volunteer } = await aPair(service);
  await eventually(() => expect(volunteer.told('volunteer.ticket').length).toBeGreaterThan(1));
  await eventually(() => expect(caller.told('caller.ticket').length).toBeGreaterThan(1));
  good = {
    caller: caller.last('caller.ticket')?.ticket ?? '',
    volunteer: volunteer.last('volunteer.ticket')?.ticket ?? '',
    over,
  };
});
afterAll(() => service.end());

const node = () => {
  const app = service.nodes[0]?.app;
  if (!app) throw new Error('no node');
  return app;
};
const either = () => (randomInt(2) === 0 ? good.caller : good.volunteer);

/** One bit of it is another. */
function altered(): string {
  const bytes = Buffer.from(either(), 'base64url');
  const at = randomInt(bytes.length);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << randomInt(8)), at);
  return bytes.toString('base64url');
}
function cut(): string {
  const whole = either();
  return whole.slice(0, randomInt(whole.length));
}
/** Of the right length, or sealed as ours are under a key that is not the house's. */
function forged(): string {
  if (randomInt(2) === 0)
    return randomBytes(Buffer.from(good.caller, 'base64url').length).toString('base64url');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', randomBytes(32), nonce).setAAD(
    Buffer.from('veille ticket 2 caller'),
  );
  const sealed = [cipher.update('{"line":"principale","until":9e15}'), cipher.final()];
  return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64url');
}

const wrong = { altered, cut, forged } as const;
it.each(['altered', 'cut', 'forged'] as const)('[TK1] of two thousand that are %s, none opens', (how) => {
  const tickets = node().get(Tickets);
  for (let n = 0; n < EACH; n += 1) {
    const ticket = wrong[how]();
    expect([ticket, tickets.open(ticket)]).toEqual([ticket, 'refused']);
    expect([ticket, tickets.openShift(ticket)]).toEqual([ticket, 'refused']);
  }
});

it('[TK1] of two thousand that are another role’s, or whose time is over, none opens; and these are good in theirs', () => {
  const tickets = node().get(Tickets);
  const { key } = node().get<{ key: Buffer }>(TICKET_KEY);
  const now = node().get(Clock).now();
  expect(tickets.open(good.caller)).not.toBe('refused');
  expect(tickets.openShift(good.volunteer)).not.toBe('refused');
  for (let n = 0; n < EACH / 4; n += 1) {
    const later = now + hours(1) + randomInt(hours(10_000));
    expect(tickets.open(good.volunteer)).toBe('refused');
    expect(tickets.openShift(good.caller)).toBe('refused');
    expect(openTicket(good.caller, later, key)).toBe('refused');
    expect(openShiftTicket(good.volunteer, later, key)).toBe('refused');
  }
});

it('[TK1] one whose stay is over, replayed two thousand times, gives back no stay', async () => {
  const stay = node().get(Tickets).open(good.over);
  if (stay === 'refused') throw new Error('it was good a moment ago');
  for (let n = 0; n < EACH; n += 1) {
    const at = service.nodes[n % 2]?.app.get(Memories);
    expect(await at?.comesWith(stay)).toBe('over');
  }
});

it('[TK1] through both doors too: a caller is refused, and a volunteer begins as if they had brought none', async () => {
  const makers = [altered, cut, forged, () => good.volunteer, () => good.over];
  for (let n = 0; n < ON_SOCKETS; n += 1) {
    const ticket = makers[n % makers.length]?.() ?? '';
    const tab = aCaller(service, n % 2, ticket || 'none');
    await eventually(() => expect(['refused', 'malformed']).toContain(tab.refused));
    expect(tab.heard).toEqual([]);
  }
  for (const ticket of [good.caller, altered(), forged()]) {
    const { tab } = await aVolunteer(service, 0, { cookie: undefined, ticket });
    expect(tab.last('volunteer.is')?.at).toBe('off');
    tab.die();
  }
});
