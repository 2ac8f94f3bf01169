// Lets Node read the project's TypeScript from its sources, as the tests do: what proves and measures needs no build.
import { register } from 'node:module';

/** `instead`: modules that stand in for others, as { name: address }. */
export function readTypescript(instead = {}) {
  register('./typescript-hooks.mjs', import.meta.url, { data: { instead } });
}
