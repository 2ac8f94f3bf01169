// Any seals, watched: says when no sealing or opening is underway, so that a test waits for the cipher and not for the clock.
import type { Opening, Seals, Sealing } from '../src/wire/seals.js';

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

export class CipherWatch {
  #underway = 0;

  watched(seals: Seals): Seals {
    return {
      key: seals.key,
      sealTo: async (direction) => this.#sealing(await this.#during(seals.sealTo(direction))),
      openFrom: async (direction, enc) => this.#opening(await this.#during(seals.openFrom(direction, enc))),
      agree: (tie) => this.#during(seals.agree(tie)),
    };
  }

  /** Two quiet turns: what one finished call starts has begun by then. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 2; quiet += 1) {
      await nextTurn();
      if (this.#underway > 0) quiet = -1;
    }
  }

  #sealing(sealing: Sealing): Sealing {
    return { enc: sealing.enc, seal: (number, plain) => this.#during(sealing.seal(number, plain)) };
  }

  #opening(opening: Opening): Opening {
    return { enc: opening.enc, open: (number, sealed) => this.#during(opening.open(number, sealed)) };
  }

  async #during<T>(call: Promise<T>): Promise<T> {
    this.#underway += 1;
    return call.finally(() => (this.#underway -= 1));
  }
}
