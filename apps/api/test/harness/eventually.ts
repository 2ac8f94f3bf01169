// A retried assertion: the opposite of a sleep. It passes as soon as it can, and fails with its own last words.
const WITHIN = 20_000;
const AGAIN_AFTER = 10;

export async function eventually<T>(assertion: () => T | Promise<T>, within = WITHIN): Promise<T> {
  const end = performance.now() + within;
  for (;;) {
    try {
      return await assertion();
    } catch (fault) {
      if (performance.now() > end) throw fault;
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
  }
}
