// A line is abused from one network: a volunteer asks, somebody who coordinates confirms, and for a while its newcomers are turned
// away to where they can turn, on every node; nobody is told which network it is, and both deeds are written down.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { closuresTold, WIRE_VERSION } from '@veille/shared';
import { io, type Socket } from 'socket.io-client';
import * as v from 'valibot';
import { aService, type Service } from '../harness/a-service.js';
import { anAccount, theAdministrator } from '../harness/accounts.js';
import { aSecondAssociation, asks } from '../harness/an-association.js';
import { eventually } from '../harness/eventually.js';
import { accepts, aVolunteer, type VolunteerTab } from '../harness/people.js';

const campus = '203.0.113.77';
const sameCampus = '203.0.113.9';
const town = '198.51.100.4';

let service: Service;
let administrator: string;
const sockets: Socket[] = [];
beforeAll(async () => {
  service = await aService({ nodes: 2, settings: { PROXY_DEPTH: '1', STILL_THERE_SECONDS: '0' } });
  administrator = await theAdministrator(service);
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await service.end();
});

/** Somebody from this address, who answers pings, and wants to be heard. */
async function joins(address: string, node = 0, line = 'principale'): Promise<unknown> {
  const socket = io(`${service.at(node)}/caller`, {
    auth: { version: WIRE_VERSION, line },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { 'x-forwarded-for': address },
  });
  sockets.push(socket);
  socket.onAny((event: string, ...rest: unknown[]) => {
    const answer = rest.at(-1);
    if (event === 'presence.ping' && typeof answer === 'function') Reflect.apply(answer, undefined, [{}]);
  });
  return socket.timeout(20_000).emitWithAck('line.join', {});
}
const leaveAll = async () => {
  for (const socket of sockets.splice(0)) {
    await socket.timeout(20_000).emitWithAck('line.leave', {});
    socket.disconnect();
  }
};

/** A volunteer who has just heard somebody from there, and ended it. */
async function hasHeard(address: string, cookie: string): Promise<VolunteerTab> {
  await joins(address);
  const { tab } = await aVolunteer(service, 1, cookie);
  await tab.ask('shift.start', { place: 'home' });
  const conversation = await accepts(tab);
  await tab.ask('conversation.end', { conversation });
  await tab.until('volunteer.is', ({ at }) => at === 'breather');
  return tab;
}

const path = '/api/desk/closures';
const closures = async (cookie: string) =>
  v.parse(closuresTold, (await asks(service, { cookie, path })).body).closures;
const decides = (cookie: string, deed: 'confirm' | 'open', closure: string) =>
  asks(service, { cookie, method: 'POST', path: `${path}/${deed}`, body: { closure } });

it('[CN1, CN2, CN3, CN4, CN5] asked by one, confirmed by another, and over again', async () => {
  const cookie = await anAccount(service, { role: 'volunteer', pseudonym: 'Olive' });
  const volunteer = await hasHeard(campus, cookie);
  expect(await volunteer.ask('network.ask', {})).toEqual({ answer: { is: 'asked' } });
  expect(await volunteer.ask('network.ask', {})).toEqual({ answer: { is: 'asked' } });
  expect(await joins(sameCampus)).toEqual({ answer: {} });
  const [asked, ...others] = await closures(administrator);
  expect(others).toEqual([]);
  expect(asked).toMatchObject({
    line: 'Ligne principale',
    is: 'asked',
    refused: 0,
    pseudonym: 'Olive',
    isMine: false,
  });
  const closure = asked?.closure ?? '';
  expect((await decides(administrator, 'confirm', closure)).status).toBe(200);
  expect(await decides(administrator, 'confirm', closure)).toEqual({
    status: 401,
    body: { refused: 'over' },
  });
  for (const node of [0, 1]) expect(await joins(sameCampus, node)).toEqual({ refused: 'network-closed' });
  expect(await joins(town)).toEqual({ answer: {} });
  expect(await volunteer.ask('network.ask', {})).toEqual({ answer: { is: 'closed' } });
  const told = await closures(administrator);
  expect(told).toEqual([expect.objectContaining({ is: 'closed', refused: 2 })]);
  // Nobody is told which network it is, by no address and by no name.
  const names = Object.keys(await service.live.client.hgetall('{networks}:closures:veille'));
  expect(names).toHaveLength(1);
  for (const secret of [...names, '203.0', '198.51']) expect(JSON.stringify(told)).not.toContain(secret);
  expect((await decides(administrator, 'open', closure)).body).toEqual({ closures: [] });
  expect(await joins(sameCampus)).toEqual({ answer: {} });
  await volunteer.ask('shift.stop', {});
  volunteer.die();
  await leaveAll();
  await eventually(async () => {
    const journal = JSON.stringify(
      (await asks(service, { cookie: administrator, path: '/api/staff/journal' })).body,
    );
    for (const did of ['network-asked', 'network-closed', 'network-opened']) expect(journal).toContain(did);
    for (const secret of [...names, '203.0']) expect(journal).not.toContain(secret);
  });
});

it('[CN2] who asked cannot confirm it, whatever they may do besides', async () => {
  const volunteer = await hasHeard(campus, administrator);
  expect(await volunteer.ask('network.ask', {})).toEqual({ answer: { is: 'asked' } });
  const [asked] = await closures(administrator);
  expect(asked).toMatchObject({ isMine: true });
  const refused = { status: 403, body: { refused: 'not-allowed' } };
  expect(await decides(administrator, 'confirm', asked?.closure ?? '')).toEqual(refused);
  expect(await joins(sameCampus)).toEqual({ answer: {} });
  expect((await decides(administrator, 'open', asked?.closure ?? '')).status).toBe(200);
  await volunteer.ask('shift.stop', {});
  volunteer.die();
  await leaveAll();
});

it('[CN1] of whom nothing is known nothing is asked, and before a conversation nothing at all', async () => {
  const cookie = await anAccount(service, 'volunteer');
  const { tab } = await aVolunteer(service, 0, cookie);
  expect(await tab.ask('network.ask', {})).toEqual({ refused: 'not-now' });
  tab.die();
  const unknown = await hasHeard('127.0.0.1', cookie);
  expect(await unknown.ask('network.ask', {})).toEqual({ answer: { is: 'cannot-tell' } });
  await unknown.ask('shift.stop', {});
  unknown.die();
  expect(await closures(administrator)).toEqual([]);
});

it('[CN3, TN7] another association closes its own door, and sees and decides nothing of this one’s', async () => {
  const volunteer = await hasHeard(campus, await anAccount(service, 'volunteer'));
  await volunteer.ask('network.ask', {});
  const [asked] = await closures(administrator);
  const closure = asked?.closure ?? '';
  const stranger = await aSecondAssociation(service);
  expect(await closures(stranger)).toEqual([]);
  for (const deed of ['confirm', 'open'] as const)
    expect(await decides(stranger, deed, closure)).toEqual({ status: 401, body: { refused: 'over' } });
  expect((await decides(administrator, 'confirm', closure)).status).toBe(200);
  // Its line is closed for want of anybody, and says so: not that the network is.
  expect(await joins(sameCampus, 0, 'nuit')).not.toEqual({ refused: 'network-closed' });
  await volunteer.ask('shift.stop', {});
  volunteer.die();
});
