// The connections of one node, so that its end leaves none behind.
import { type Redis, reached } from './client.js';

/** A store that answers answers at once; the others are not waited for. */
const GOODBYE = 300;

export class Connections {
  readonly #open: Redis[] = [];

  async open(client: Redis): Promise<Redis> {
    this.#open.push(client);
    return reached(client);
  }

  /** What was asked before is answered first, where there is somebody to answer. */
  async closeAll(): Promise<void> {
    await Promise.all(this.#open.map(close));
  }
}

async function close(client: Redis): Promise<void> {
  if (client.status === 'ready') {
    const answered = client.quit().catch(() => undefined);
    await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, GOODBYE).unref())]);
  }
  client.disconnect();
}
