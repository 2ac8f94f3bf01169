// The port of those who are away at their provider: what their return is compared with travels with their own browser.
import type { WayIn } from '@veille/domain';
import type { Checks } from './open-id.port.js';

/** Somebody who left for their provider. */
export type Away = WayIn & { readonly checks: Checks };

export abstract class Aways {
  /** For this browser's cookie alone, which can neither read nor alter it. Good for ten minutes from now (SO3). */
  abstract seal(away: Away): string;
  /** `undefined`: not sealed by us, or too late. */
  abstract open(sealed: string): Away | undefined;
}
