// PINs for posts' devices: how long each is kept, and after how many wrong ones it is gone. What one is compared with is not known here.
import { Injectable } from '@nestjs/common';
import { type AccountId, deviceLasts, mostWrongPins } from '@veille/domain';
import { type PinAt, PinStore, type PinTry } from './pin.store.js';

@Injectable()
export class PinsService {
  constructor(private readonly store: PinStore) {}

  async choose(at: PinAt, sealed: string): Promise<void> {
    await this.store.choose(at, sealed, deviceLasts);
  }

  /** Counted as wrong until it is said to be right, or not to have been judged (PD5). */
  async try(at: PinAt): Promise<PinTry | 'none'> {
    return this.store.try(at, mostWrongPins);
  }

  async wasNotJudged(at: PinAt): Promise<void> {
    await this.store.wasNotJudged(at);
  }

  async wasRight(at: PinAt): Promise<void> {
    await this.store.wasRight(at, deviceLasts);
  }

  async has(at: PinAt): Promise<boolean> {
    return this.store.has(at);
  }

  async drop(at: PinAt): Promise<'dropped' | 'nothing-to-do'> {
    return this.store.drop(at);
  }

  /** At every device (PD7). */
  async dropAll(account: AccountId): Promise<void> {
    await this.store.dropAll(account);
  }
}
