// The people of the sample, over the service's own doors: a volunteer who came by an invitation, and callers who need nothing.
import { randomBytes, webcrypto } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { generate } from 'otplib';
import { WIRE_VERSION } from '@veille/shared';
import { io } from 'socket.io-client';

const WITHIN = 10_000;
const PADDED = 256;

async function post(url, path, { body, cookie }) {
  const headers = { 'content-type': 'application/json', 'x-veille': '1', ...(cookie && { cookie }) };
  const response = await fetch(`${url}/api/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`the sample was refused at ${path}`);
  return { said: await response.json(), cookie: response.headers.getSetCookie()[0]?.split(';')[0] };
}

async function account(url, link, pseudonym) {
  const body = {
    invitation: link.split('#invitation=')[1],
    pseudonym,
    password: randomBytes(12).toString('hex'),
  };
  const { cookie } = await post(url, 'access/invitations/accept', { body });
  const { said } = await post(url, 'factor/enrol', { body: { kind: 'totp' }, cookie });
  const code = await generate({ secret: said.secret });
  return (await post(url, 'factor/confirm', { body: { code }, cookie })).cookie;
}

/** On shift from home. */
export async function aVolunteer(url, firstLink) {
  const coordinator = await account(url, firstLink, 'Coordination');
  const { said } = await post(url, 'access/invitations', {
    body: { role: 'volunteer' },
    cookie: coordinator,
  });
  const cookie = await account(url, said.link, 'Camille');
  const socket = await opened(
    io(`${url}/listen`, { ...door, auth: { version: WIRE_VERSION }, extraHeaders: { cookie } }),
  );
  await told(socket, 'volunteer.is', ({ at }) => at === 'off');
  await asked(socket, 'shift.start', { place: 'home' });
  return socket;
}

/** In the line. */
export async function aCaller(url) {
  const auth = { version: WIRE_VERSION, line: 'principale' };
  const socket = await opened(io(`${url}/caller`, { ...door, auth }));
  await asked(socket, 'line.join', {});
  await told(socket, 'caller.is', ({ at }) => at === 'waiting' || at === 'talking');
  return socket;
}

/** The volunteer takes the caller they are offered; the name of the conversation. */
export async function begins(volunteer, caller) {
  const { offer } = await told(volunteer, 'volunteer.is', ({ at }) => at === 'offered');
  await asked(volunteer, 'offer.accept', { offer });
  return (await told(caller, 'caller.is', ({ at }) => at === 'talking')).conversation;
}

/** Sealed under a key that never leaves this function, padded as the pages pad. */
export async function says(socket, conversation, words) {
  const key = await webcrypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const plain = Buffer.alloc(PADDED);
  plain.write(JSON.stringify({ text: words }), 2);
  const sealed = await webcrypto.subtle.encrypt({ name: 'AES-GCM', iv: randomBytes(12) }, key, plain);
  const envelope = { conversation, epoch: 1, number: 1, enc: randomBytes(65).toString('base64url') };
  await asked(socket, 'conversation.say', { ...envelope, sealed: Buffer.from(sealed).toString('base64url') });
}

const door = { transports: ['websocket'], forceNew: true, reconnection: false };

/** Answers pings, and remembers the last of each telling. */
function opened(socket) {
  socket.last = new Map();
  socket.onAny((event, payload, answer) => {
    socket.last.set(event, payload);
    answer?.({});
  });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}

async function told(socket, event, holds) {
  for (const end = performance.now() + WITHIN; performance.now() < end; await after(20)) {
    const last = socket.last.get(event);
    if (last && holds(last)) return last;
  }
  throw new Error(`the sample was never told ${event}`);
}

async function asked(socket, event, payload) {
  const reply = await socket.timeout(WITHIN).emitWithAck(event, payload);
  if (reply.refused) throw new Error(`the sample was refused ${event}: ${reply.refused}`);
  return reply.answer;
}
