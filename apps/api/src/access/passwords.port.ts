// The port of passwords: slow on purpose, few at once, and blind to whether there is anything to compare with.

export abstract class Passwords {
  /** What may be kept of a password. `unavailable`: too many wait already, and nothing was done. */
  abstract seal(password: string): Promise<{ sealed: string } | 'unavailable'>;
  /** Takes the same work when nobody bears the name (`sealed` is undefined), and is never right then. */
  abstract matches(
    password: string,
    sealed: string | undefined,
  ): Promise<'matches' | 'differs' | 'unavailable'>;
}
