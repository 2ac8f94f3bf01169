// Whether this browser can seal what is written. If not there is no conversation: nothing is ever sent in the open.
import type { Seals } from './seals.js';

export const canSeal = () => window.isSecureContext && 'subtle' in crypto;

/** Loaded while one waits, so that the first page stays small. */
export const loadCipher = () => import('./envelope.js');
export const freshSeals = async (): Promise<Seals> => (await loadCipher()).makeSeals();
