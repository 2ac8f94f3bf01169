// The heartbeat of a tab: the page itself must answer, because a frozen tab keeps its socket open.
import { reported } from '../platform/log/log.js';

const EVERY = 10_000;
const WITHIN = 8_000;

/** What of a socket the heartbeat needs. */
export type Pinged = {
  timeout(milliseconds: number): { emitWithAck(event: string, payload: object): Promise<unknown> };
  once(event: 'disconnect', stop: () => void): unknown;
  off(event: 'disconnect', stop: () => void): unknown;
};

/** Runs `answered` after each answer, `silent` when one is missing; stops with the socket, or when it is told to. */
export function listenToHeart(
  socket: Pinged,
  { answered, silent }: { answered: () => Promise<void>; silent: () => void },
): () => void {
  let asking = false;
  const timer = setInterval(() => {
    if (asking) return;
    asking = true;
    socket
      .timeout(WITHIN)
      .emitWithAck('presence.ping', {})
      .then(() => answered().catch(reported('a lease could not be renewed')), silent)
      .finally(() => (asking = false));
  }, EVERY);
  timer.unref();
  const stop = () => {
    clearInterval(timer);
    socket.off('disconnect', stop);
  };
  socket.once('disconnect', stop);
  return stop;
}
