// The one cookie of staff: no script reads it, no other site sends it, no other path or host shares it.
import type { CookieOptions } from 'express';

const name = '__Host-veille';
const options: CookieOptions = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' };
const shown = new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]{43})(?:;|$)`);

type Jar = {
  cookie(name: string, value: string, options: CookieOptions): unknown;
  clearCookie(name: string, options: CookieOptions): unknown;
};

/** It ends with the browser; the session behind it ends by itself (AC9). */
export const keepToken = (jar: Jar, token: string): void => void jar.cookie(name, token, options);
export const dropToken = (jar: Jar): void => void jar.clearCookie(name, options);

/** The token in a Cookie header, if one is there and looks like one of ours. */
export const tokenIn = (header: string | undefined): string | undefined => shown.exec(header ?? '')?.[1];
