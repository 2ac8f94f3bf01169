// Whether this browser can seal what is written. If not there is no conversation: nothing is ever sent in the open.
type Browser = { isSecureContext?: boolean; crypto?: { subtle?: unknown } };
export const canSeal = ({ isSecureContext, crypto }: Browser = globalThis) =>
  isSecureContext === true && crypto?.subtle !== undefined;

/** Loaded while one waits, so that the first page stays small. */
export const loadTalk = () => import('./sealed-talk.js');
