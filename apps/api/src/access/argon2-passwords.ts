// Passwords under Argon2id with the parameters OWASP asks for, at most two at once on a machine of two cores.
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { FewAtOnce } from './few-at-once.js';
import { Passwords } from './passwords.port.js';
import { newSecret } from '../platform/secrets.js';

/** 19 MiB, twice, one lane. Argon2id is the library's own default. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

@Injectable()
export class Argon2Passwords extends Passwords {
  readonly #turns = new FewAtOnce({ running: 2, waiting: 20 });
  /** What a name that is nobody's is compared with, so that it takes as long as one that is somebody's. */
  readonly #nobodys = hash(newSecret(), cost);

  async seal(password: string): Promise<{ sealed: string } | 'unavailable'> {
    return this.#turns.run(async () => ({ sealed: await hash(typed(password), cost) }));
  }

  async matches(
    password: string,
    sealed: string | undefined,
  ): Promise<'matches' | 'differs' | 'unavailable'> {
    return this.#turns.run(async () => {
      const same = await verify(sealed ?? (await this.#nobodys), typed(password));
      return same && sealed !== undefined ? 'matches' : 'differs';
    });
  }
}

/** An accent is one character on some keyboards and two on others: both are the same password. */
const typed = (password: string): string => password.normalize('NFKC');
