// Sealing under a key of the house: what is sealed for one purpose opens for no other, and whatever was altered not at all.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm'; // NIST SP 800-38D, 96-bit random nonce, 128-bit tag
const NONCE = 12;
const TAG = 16;

/** `purpose` is bound into the seal; `key`: 32 bytes. */
type Under = { readonly purpose: string; readonly key: Buffer };

/** In base64url. */
export function seal(text: string, { purpose, key }: Under): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(purpose));
  const sealed = [cipher.update(text, 'utf8'), cipher.final()];
  return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64url');
}

/** `undefined`: not sealed by us, or for something else. What it is instead is nobody's business. */
export function unseal(sealed: string, { purpose, key }: Under): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  // Reading base64 is lenient: what we did not write ourselves, letter by letter, is altered.
  if (bytes.toString('base64url') !== sealed || bytes.length <= NONCE + TAG) return undefined;
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(purpose));
    decipher.setAuthTag(bytes.subarray(-TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
