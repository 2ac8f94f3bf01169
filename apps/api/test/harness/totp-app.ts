// An authenticator app, written from RFC 6238 and RFC 4226 and not from the library the service uses.
import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP = 30_000;

/** The six digits such an app shows at this instant, for a secret in base32. */
export function codeAt(secret: string, now: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / STEP)));
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7f_ff_ff_ff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** A code that is not good around this instant. */
export function wrongCodeAt(secret: string, now: number): string {
  const good = [-2, -1, 0, 1, 2].map((steps) => codeAt(secret, now + steps * STEP));
  const codes = Array.from({ length: good.length + 1 }, (_, n) => String(n).repeat(6));
  return codes.find((code) => !good.includes(code)) ?? '';
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
