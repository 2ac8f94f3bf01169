// Everything the pages of a browser say to the service and are told by it, frame by frame, as the wire carries it.
import type { Browser } from 'playwright-core';

/** `payload`: as JSON; undefined where an event carries none. */
export type Frame = {
  readonly way: 'said' | 'told';
  readonly event: string;
  readonly payload: unknown;
};

/** From now on, of every page that opens; frames of Socket.IO that carry an event, and no others. */
export function overhearPages(browser: Browser): readonly Frame[] {
  const frames: Frame[] = [];
  const note = (way: Frame['way'], carried: string | Buffer) => {
    const event = eventIn(String(carried));
    if (event) frames.push({ way, ...event });
  };
  browser.on('context', (context) =>
    context.on('page', (page) =>
      page.on('websocket', (socket) => {
        socket.on('framesent', ({ payload }) => note('said', payload));
        socket.on('framereceived', ({ payload }) => note('told', payload));
      }),
    ),
  );
  return frames;
}

/** `42/caller,7["line.join",{}]`: an event packet in a message packet, its namespace, the number of its answer, its words. */
function eventIn(frame: string): Omit<Frame, 'way'> | undefined {
  const written = /^42(?:\/[^,]*,)?\d*(\[.*\])$/s.exec(frame)?.[1];
  if (written === undefined) return undefined;
  const words: unknown = JSON.parse(written);
  return Array.isArray(words) ? { event: String(words[0]), payload: words[1] } : undefined;
}
