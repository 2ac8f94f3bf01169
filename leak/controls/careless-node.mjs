// A node run by somebody careless, for controls: it keeps what it hears, prints who comes, tells staff all of it and, if
// CARELESS says so, carries messages by streams. Loaded before the service by the search alone; the service has no such switch.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Namespace, Socket } = require('socket.io');
const { ServerResponse } = require('node:http');
require('@socket.io/redis-adapter');
const kept = (globalThis.carelesslyKept = []);
const KEPT = 400;

const { buildHandshake, dispatch } = Socket.prototype;
Socket.prototype.buildHandshake = function (...given) {
  const handshake = Reflect.apply(buildHandshake, this, given);
  kept.push(handshake.address, ...Object.values(handshake.headers).map(String));
  console.log(JSON.stringify(handshake));
  return handshake;
};
Socket.prototype.dispatch = function (event) {
  const said = Object.values(event[1] ?? {}).map(String);
  // A node that could read would keep what it read.
  kept.push(...said, ...said.map((sealed) => Buffer.from(sealed, 'base64url').toString('latin1')));
  if (this.nsp.name === '/caller')
    for (const face of ['/listen', '/desk'])
      this.server.of(face).emit('careless', { kept: kept.slice(-KEPT) });
  return Reflect.apply(dispatch, this, [event]);
};

/** Among nodes callers are called by their numbers. */
const { serverSideEmit } = Namespace.prototype;
Namespace.prototype.serverSideEmit = function (...said) {
  kept.push(...said.filter((word) => typeof word === 'string'));
  return Reflect.apply(serverSideEmit, this, said);
};

const { end } = ServerResponse.prototype;
ServerResponse.prototype.end = function (body, ...how) {
  if (!this.req.url?.endsWith('?kept')) return Reflect.apply(end, this, [body, ...how]);
  const careless = JSON.stringify({ ...JSON.parse(String(body)), kept });
  this.setHeader('content-length', Buffer.byteLength(careless));
  return Reflect.apply(end, this, [careless]);
};

if (process.env.CARELESS === 'streams') {
  const { createAdapter } = require('@socket.io/redis-streams-adapter');
  const sharded = require.resolve('@socket.io/redis-adapter');
  const createShardedAdapter = (pub) => createAdapter(pub.duplicate());
  // Its exports cannot be written to: the module the service will be given is another one.
  require.cache[sharded].exports = { ...require(sharded), createShardedAdapter };
}
