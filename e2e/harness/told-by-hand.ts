// A caller's page whose service is real and whose news are the test's: whatever state a page can be told of, it is told.
import type { Page } from 'playwright-core';

export type Hand = {
  /** As the service would: an event of the caller's face. */
  tell(event: string, payload: unknown): void;
  /** As a service that does not let it in. */
  refuse(why: string): void;
  /** What the service itself told first: where a page begins. */
  readonly first: Promise<Readonly<Record<string, unknown>>>;
};

/** Before the page is opened. */
export async function byHand(page: Page): Promise<Hand> {
  let send: (frame: string) => void = () => undefined;
  let began: (is: Readonly<Record<string, unknown>>) => void = () => undefined;
  const first = new Promise<Readonly<Record<string, unknown>>>((resolve) => (began = resolve));
  await page.routeWebSocket(/\/socket\.io\//, (line) => {
    const service = line.connectToServer();
    send = (frame) => line.send(frame);
    service.onMessage((frame) => {
      line.send(frame);
      const told = /^42\/caller,\["caller\.is",(\{.*\})\]$/s.exec(String(frame))?.[1];
      const is: unknown = told === undefined ? undefined : JSON.parse(told);
      if (typeof is === 'object' && is !== null) began({ ...is });
    });
  });
  return {
    tell: (event, payload) => send(`42/caller,${JSON.stringify([event, payload])}`),
    refuse: (why) => send(`44/caller,${JSON.stringify({ message: why, data: { refused: why } })}`),
    first,
  };
}
