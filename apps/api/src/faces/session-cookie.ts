// The cookies of staff: no script reads them, no other site sends them, no other path or host shares them.
import type { CookieOptions } from 'express';

const options: CookieOptions = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' };

type Jar = {
  cookie(name: string, value: string, options: CookieOptions): unknown;
  clearCookie(name: string, options: CookieOptions): unknown;
};

/** It ends with the browser; what stands behind it ends by itself (AC9, SF1). */
function kept(name: string) {
  const shown = new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]{43})(?:;|$)`);
  return {
    keep: (jar: Jar, token: string): void => void jar.cookie(name, token, options),
    drop: (jar: Jar): void => void jar.clearCookie(name, options),
    /** The token in a Cookie header, if one is there and looks like one of ours. */
    in: (header: string | undefined): string | undefined => shown.exec(header ?? '')?.[1],
  };
}

export const { keep: keepToken, drop: dropToken, in: tokenIn } = kept('__Host-veille');
/** Between the right password and the factor. */
export const { keep: keepHalf, drop: dropHalf, in: halfIn } = kept('__Host-veille-half');
