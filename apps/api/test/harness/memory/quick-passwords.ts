// Passwords that cost nothing, for tests that are not about their cost; it tells what it was asked.
import { Passwords } from '../../../src/access/passwords.port.js';

export class QuickPasswords extends Passwords {
  isBusy = false;
  isBroken = false;
  sealings = 0;
  /** What passwords were compared with, nobody's included. */
  readonly compared: (string | undefined)[] = [];

  async seal(password: string): Promise<{ sealed: string } | 'unavailable'> {
    this.sealings += 1;
    return this.isBusy ? 'unavailable' : { sealed: sealedOf(password) };
  }

  async matches(
    password: string,
    sealed: string | undefined,
  ): Promise<'matches' | 'differs' | 'unavailable'> {
    if (this.isBroken) throw new Error('broken');
    if (this.isBusy) return 'unavailable';
    this.compared.push(sealed);
    return sealed === sealedOf(password) ? 'matches' : 'differs';
  }
}

const sealedOf = (password: string): string => `sealed:${[...password].reverse().join('')}`;
