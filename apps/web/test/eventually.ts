// Holds an assertion until it is true, or fails with what was wrong at the end.
const PATIENCE = 20_000;
const LOOK_EVERY = 10;

export async function eventually(holds: () => void): Promise<void> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    try {
      return holds();
    } catch (failure) {
      if (performance.now() > until) throw failure;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    }
  }
}
