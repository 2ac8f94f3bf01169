// The network somebody comes from, as far as it is ever looked at: the first 24 bits of an IPv4 address, 56 of an IPv6 one.
import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/** Where a request says it comes from: the other end of the connection, and what proxies added. */
export type CameBy = {
  readonly address: string | undefined;
  readonly forwarded: string | string[] | undefined;
};

/** Of these many people say nothing of each other: a proxy beside us, a machine at home. */
const nowhere: readonly string[] = ['loopback', 'private', 'linkLocal', 'uniqueLocal', 'unspecified'];

/**
 * In hexadecimal; `undefined` where nothing is known. `depth`: how many proxies of ours stand before us, each of which writes
 * down at the end of the list whom it heard: what stands before those was written by whoever came (NW2).
 */
export function prefixOf({ address, forwarded }: CameBy, depth: number): string | undefined {
  const heard =
    depth === 0
      ? address
      : String(forwarded ?? '')
          .split(',')
          .at(-depth)
          ?.trim();
  if (heard === undefined || !ipaddr.isValid(heard)) return undefined;
  const read = ipaddr.process(heard);
  if (nowhere.includes(read.range())) return undefined;
  const bits = read.toByteArray();
  return Buffer.from(bits.slice(0, bits.length === 4 ? 3 : 7)).toString('hex');
}

/** The same of a request, whose address is not asked for where a proxy says it, and forgotten where it is. */
export function prefixOfRequest(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  depth: number,
): string | undefined {
  const address = depth === 0 ? socket.remoteAddress : undefined;
  // Node remembers what it asked the kernel as long as the connection lives.
  Object.assign(socket, { _peername: undefined });
  return prefixOf({ address, forwarded: headers['x-forwarded-for'] }, depth);
}
