// The connections of one node, so that its end leaves none behind.
import { type Redis, reached } from './client.js';

export class Connections {
  readonly #open: Redis[] = [];

  async open(client: Redis): Promise<Redis> {
    this.#open.push(client);
    return reached(client);
  }

  closeAll(): void {
    for (const client of this.#open) client.disconnect();
  }
}
