// PINs kept in this process for a test.
import type { AccountId } from '@veille/domain';
import { type PinAt, PinStore, type PinTry } from '../../../src/post/pin.store.js';

type Pin = { readonly account: AccountId; readonly sealed: string; tries: number };

export class PinMemoryStore extends PinStore {
  readonly #pins = new Map<string, Pin>();

  async choose(at: PinAt, sealed: string): Promise<void> {
    this.#pins.set(keyOf(at), { account: at.account, sealed, tries: 0 });
  }

  async try(at: PinAt, most: number): Promise<PinTry | 'none'> {
    const pin = this.#pins.get(keyOf(at));
    if (!pin) return 'none';
    pin.tries += 1;
    if (pin.tries <= most) return { sealed: pin.sealed, isLast: pin.tries === most };
    this.#pins.delete(keyOf(at));
    return 'none';
  }

  async wasNotJudged(at: PinAt): Promise<void> {
    const pin = this.#pins.get(keyOf(at));
    if (pin) pin.tries -= 1;
  }

  async wasRight(at: PinAt): Promise<void> {
    const pin = this.#pins.get(keyOf(at));
    if (pin) pin.tries = 0;
  }

  async has(at: PinAt): Promise<boolean> {
    return this.#pins.has(keyOf(at));
  }

  async drop(at: PinAt): Promise<'dropped' | 'nothing-to-do'> {
    return this.#pins.delete(keyOf(at)) ? 'dropped' : 'nothing-to-do';
  }

  async dropAll(account: AccountId): Promise<'dropped' | 'nothing-to-do'> {
    const theirs = [...this.#pins].filter(([, pin]) => pin.account === account);
    for (const [key] of theirs) this.#pins.delete(key);
    return theirs.length > 0 ? 'dropped' : 'nothing-to-do';
  }
}

const keyOf = ({ account, device }: PinAt): string => `${account} ${device}`;
