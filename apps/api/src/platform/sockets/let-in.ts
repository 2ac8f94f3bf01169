// The threshold of a face: a socket is let in, or refused with one word, before any event of its is heard.
import type { DoorRefusal } from '@veille/shared';
import type { Socket } from 'socket.io';
import { faultOf, say } from '../log/log.js';

type Next = (refused?: Error & { data?: { refused: DoorRefusal } }) => void;

/** A namespace middleware (Nest's guards do not run on connection). An outage refuses as `unavailable`. */
export function letIn(admit: (socket: Socket) => Promise<DoorRefusal | 'in'>) {
  return (socket: Socket, next: Next): void => {
    admit(socket)
      .catch((error: unknown): DoorRefusal => {
        say('error', 'a newcomer could not be looked at', faultOf(error));
        return 'unavailable';
      })
      .then((word) => {
        forgetWhere(socket);
        next(word === 'in' ? undefined : Object.assign(new Error('refused'), { data: { refused: word } }));
      })
      .catch(() => socket.disconnect(true));
  };
}

/** What the browser brought along, for who must know a session; gone after the threshold. */
export const cookiesOf = ({ handshake }: Socket): string | undefined => handshake.headers.cookie;

/**
 * From here on nothing in this process says where the socket comes from, nor with what browser (DO6). The request is
 * emptied, not dropped: Socket.IO reads it again should the same connection knock at another face.
 */
function forgetWhere({ handshake, request, conn }: Socket): void {
  Object.assign(handshake, { address: '', headers: {}, url: '', query: {}, auth: {} });
  request.headers = {};
  request.rawHeaders.length = 0;
  Object.assign(conn, { remoteAddress: '' });
  // Node remembers what it asked the kernel; Nest remembers the last socket that came, long after it went.
  Object.assign(request.socket, { _peername: undefined });
}
