// Another script in the place of a move's own, in this process only: no file is touched, and the store knows no difference.
import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';

/** By the text and by the digest of the move's own script. */
const standingIn = new Map<string, string>();
const own = {
  eval: method('eval'),
  evalsha: method('evalsha'),
};

for (const [name, runs] of Object.entries(own))
  Reflect.set(Redis.prototype, name, function (this: Redis, script: string, ...given: unknown[]): unknown {
    const instead = standingIn.get(script);
    return instead === undefined
      ? Reflect.apply(runs, this, [script, ...given])
      : Reflect.apply(own.eval, this, [instead, ...given]);
  });

/** While `deed` runs, `instead` is what the move's script says. */
export async function withScript<T>(script: string, instead: string, deed: () => Promise<T>): Promise<T> {
  const sha = createHash('sha1').update(script).digest('hex');
  for (const name of [script, sha]) standingIn.set(name, instead);
  try {
    return await deed();
  } finally {
    standingIn.clear();
  }
}

function method(name: string): (...given: unknown[]) => unknown {
  const found: unknown = Reflect.get(Redis.prototype, name);
  if (typeof found !== 'function') throw new Error(`a client without ${name}`);
  return function (this: Redis, ...given: unknown[]): unknown {
    return Reflect.apply(found, this, given);
  };
}
