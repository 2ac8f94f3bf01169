// The port of single sign-on: what an association's OpenID Connect provider is asked, and the little it tells us.
import type { Provider } from '@veille/domain';

/** What only the browser that left can bring back, and only once: state, nonce and the PKCE verifier. */
export type Checks = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** `identity`: a digest of the provider's name for them. The name itself goes no further. */
export type Known = { readonly identity: string; readonly isTwofold: boolean };

export abstract class OpenId {
  /** Whether the provider says at its address that it is the one it should be. */
  abstract find(provider: Provider): Promise<'found' | 'unavailable'>;
  /** Where to send the browser, and what to remember meanwhile. */
  abstract begin(provider: Provider): Promise<{ to: string; checks: Checks } | 'unavailable'>;
  /** `back`: the address the browser came back to, whole. `refused`: denied, forged, replayed or of an older login (SO2, SO4). */
  abstract conclude(
    provider: Provider,
    returned: { back: URL; checks: Checks },
  ): Promise<Known | 'refused' | 'unavailable'>;
}
