// The heartbeat of a tab: the page itself must answer, because a frozen tab keeps its socket open. A ping bears where its person is.
import type { CallerTells, ListenTells, TellOf } from '@veille/shared';
import { reported } from '../platform/log/log.js';
import type { Rhythm } from '../presence/presence.service.js';

/** What of a socket the heartbeat needs. */
export type Pinged = {
  timeout(milliseconds: number): { emitWithAck(event: string, payload: object): Promise<unknown> };
  once(event: 'disconnect', stop: () => void): unknown;
  off(event: 'disconnect', stop: () => void): unknown;
};

/** What a ping bears: where the person is and their ticket, as far as that is known. */
export type Truth = TellOf<CallerTells | ListenTells, 'presence.ping'>;
export type Ping = (truth: Truth) => void;

type Heart = {
  /** How it beats at first, */
  readonly first: Rhythm;
  /** and after the next beat: what the line lives by may be chosen anew meanwhile. */
  readonly rhythm: () => Promise<Rhythm>;
  /** Reads the truth, and pings with it before anything newer is told. */
  readonly tells: (ping: Ping) => Promise<void>;
  readonly answered: (truth: Truth) => Promise<void>;
  readonly silent: () => void;
};

/** Tabs are asked some at a time, so that what their answers cost the store is asked of it in a few writes. */
const SLOT = 250;

/** As long, or less by so much that it ends with others. */
const toSlot = (milliseconds: number): number =>
  milliseconds < 4 * SLOT ? milliseconds : milliseconds - ((performance.now() + milliseconds) % SLOT);

/** Runs `answered` after each answer, `silent` when one is missing; stops with the socket, or when it is told to. */
export function listenToHeart(socket: Pinged, { first, rhythm, tells, answered, silent }: Heart): () => void {
  let known = first;
  let timer: NodeJS.Timeout;
  let isOver = false;
  const beatsAgain = () => (timer = setTimeout(beat, toSlot(known.pingEvery)).unref());
  const beat = () => {
    beatsAgain();
    rhythm().then((chosen) => (known = chosen), reported('how often a tab is asked could not be read'));
    let isAsked = false;
    const ping: Ping = (truth) => {
      if (isAsked || isOver) return;
      isAsked = true;
      socket
        .timeout(known.pingWithin)
        .emitWithAck('presence.ping', truth)
        .then(() => answered(truth).catch(reported('a lease could not be renewed')), silent);
    };
    // Who cannot be told anything is asked all the same; an outage is said by the renewal.
    const asks = () => ping({});
    tells(ping).then(asks, asks);
  };
  beatsAgain();
  const stop = () => {
    isOver = true;
    clearTimeout(timer);
    socket.off('disconnect', stop);
  };
  socket.once('disconnect', stop);
  return stop;
}
