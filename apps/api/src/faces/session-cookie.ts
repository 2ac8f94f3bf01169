// The cookies of staff: no script reads them, no other path or host shares them, and of other sites' making none is sent but
// on the way back from a provider.
import type { CookieOptions } from 'express';
import { browserKnownFor, deviceLasts, signOnLasts } from '@veille/domain';

const options: CookieOptions = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' };

type Jar = {
  cookie(name: string, value: string, options: CookieOptions): unknown;
  clearCookie(name: string, options: CookieOptions): unknown;
};

/** It ends with the browser; what stands behind it ends by itself (AC9, SF1). */
function kept(name: string, looks = /[A-Za-z0-9_-]{43}/, own: CookieOptions = {}) {
  const shown = new RegExp(`(?:^|;\\s*)${name}=(${looks.source})(?:;|$)`);
  return {
    keep: (jar: Jar, token: string): void => void jar.cookie(name, token, { ...options, ...own }),
    drop: (jar: Jar): void => void jar.clearCookie(name, { ...options, ...own, maxAge: undefined }),
    /** What is in a Cookie header under this name, if it looks like one of ours. */
    in: (header: string | undefined): string | undefined => shown.exec(header ?? '')?.[1],
  };
}

export const { keep: keepToken, drop: dropToken, in: tokenIn } = kept('__Host-veille');
/** Between the right password and the factor. */
export const { keep: keepHalf, drop: dropHalf, in: halfIn } = kept('__Host-veille-half');
/** Sealed, of somebody who is away at their provider: it comes back from another site, and stands ten minutes (SO3). */
export const {
  keep: keepAway,
  drop: dropAway,
  in: awayIn,
} = kept('__Host-veille-sign-on', /[A-Za-z0-9_-]{1,2000}/, { sameSite: 'lax', maxAge: signOnLasts });
/** Of a browser somebody signed in with: strangers who guess cannot slow it (AC19). It opens nothing, and says nothing of anybody. */
export const { keep: keepBrowser, in: browserIn } = kept('__Host-veille-known', undefined, {
  maxAge: browserKnownFor,
});
/** Of a post's own browser: it stays when a volunteer signs out, and says nothing of any (PD1). */
export const {
  keep: keepDevice,
  drop: dropDevice,
  in: deviceIn,
} = kept('__Host-veille-post', undefined, { maxAge: deviceLasts });

/** What a browser comes with to sign in. */
export const bearingOf = (header: string | undefined) => ({
  former: tokenIn(header),
  device: deviceIn(header),
});
