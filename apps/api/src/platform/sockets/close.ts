// Closing a socket: it is told why first, and the page knows from the word whether to come back.
import type { Closing } from '@veille/shared';
import type { Socket } from 'socket.io';

export function close(socket: Socket, why: Closing): void {
  socket.emit('closing', { why });
  socket.disconnect(true);
}
