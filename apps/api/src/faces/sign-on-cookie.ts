// The cookie of somebody who is away at their provider: it comes back from another site, so it is lax, and stands ten minutes.
import type { CookieOptions } from 'express';
import { signOnLasts } from '@veille/domain';

const name = '__Host-veille-sign-on';
const options: CookieOptions = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' };
const shown = new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]{1,2000})(?:;|$)`);

type Jar = {
  cookie(name: string, value: string, options: CookieOptions): unknown;
  clearCookie(name: string, options: CookieOptions): unknown;
};

export const keepAway = (jar: Jar, sealed: string): void =>
  void jar.cookie(name, sealed, { ...options, maxAge: signOnLasts });
export const dropAway = (jar: Jar): void => void jar.clearCookie(name, options);
export const awayIn = (header: string | undefined): string | undefined => shown.exec(header ?? '')?.[1];
