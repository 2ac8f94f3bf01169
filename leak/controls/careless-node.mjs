// A node run by somebody careless, for controls: it keeps what it hears, prints who comes and, if CARELESS says so, carries
// messages by streams. Loaded before the service by the search alone; the service has no such switch.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Socket } = require('socket.io');
require('@socket.io/redis-adapter');
const kept = (globalThis.carelesslyKept = []);

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
  return Reflect.apply(dispatch, this, [event]);
};

if (process.env.CARELESS === 'streams') {
  const { createAdapter } = require('@socket.io/redis-streams-adapter');
  const sharded = require.resolve('@socket.io/redis-adapter');
  const createShardedAdapter = (pub) => createAdapter(pub.duplicate());
  // Its exports cannot be written to: the module the service will be given is another one.
  require.cache[sharded].exports = { ...require(sharded), createShardedAdapter };
}
