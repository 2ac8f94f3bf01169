// Seals and opens with HPKE (RFC 9180, auth and auth-psk modes, P-256 / HKDF-SHA256 / AES-256-GCM): the only file that knows
// a cipher. What is bound to what stands in docs/protocol.md, "The sealed conversation".
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { fromBase64url, toBase64url } from './base64url.js';
import type { Continuity, Direction, Opening, Seals, Sealing, Tie } from './seals.js';

const SEALED_VERSION = 'veille-sealed-2';
const CONTINUITY_VERSION = 'veille-continuity-1';
const SECRET_BYTES = 32;
const NAME_BYTES = 16;

/** Held to the published vectors of RFC 9180 (SM18). */
export const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

const bytesOf = (...parts: (string | number)[]) => new TextEncoder().encode(parts.join('|'));

type Binding = { direction: Direction; from: string; to: string };

/** What both ends must agree on before the first byte: with a continuity, only a page that has it opens or seals. */
const agreed = ({ direction, from, to }: Binding) => ({
  info: bytesOf(SEALED_VERSION, direction.conversation, direction.speaker, from, to),
  ...(direction.continuity && {
    psk: {
      id: fromBase64url(direction.continuity.name),
      key: fromBase64url(direction.continuity.secret),
    },
  }),
});

const labelOf = ({ conversation, speaker, epoch }: Direction, number: number) =>
  bytesOf(conversation, speaker, epoch, number);

/** Fresh keys. The private one is non-extractable: not even this page can write it down. */
export async function makeSeals(): Promise<Seals> {
  const mine = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  const key = toBase64url(new Uint8Array(await suite.kem.serializePublicKey(mine.publicKey)));
  return {
    key,
    sealTo: (direction) => sealTo(direction, { mine, key }),
    openFrom: (direction, enc) => openFrom(direction, { mine, key, enc }),
    agree: (tie) => agree(tie, { mine, key }),
  };
}

type Keys = { mine: CryptoKeyPair; key: string };

const publicKeyOf = (written: string) => suite.kem.deserializePublicKey(fromBase64url(written));

async function sealTo(direction: Direction, { mine, key }: Keys): Promise<Sealing> {
  const context = await suite.createSenderContext({
    recipientPublicKey: await publicKeyOf(direction.theirs),
    senderKey: mine,
    ...agreed({ direction, from: key, to: direction.theirs }),
  });
  return {
    enc: toBase64url(new Uint8Array(context.enc)),
    seal: async (number, plain) =>
      toBase64url(new Uint8Array(await context.seal(plain, labelOf(direction, number)))),
  };
}

async function openFrom(direction: Direction, { mine, key, enc }: Keys & { enc: string }): Promise<Opening> {
  const context = await suite.createRecipientContext({
    recipientKey: mine,
    senderPublicKey: await publicKeyOf(direction.theirs),
    enc: fromBase64url(enc),
    ...agreed({ direction, from: direction.theirs, to: key }),
  });
  const open: Opening['open'] = async (number, sealed) => {
    const opened = context.open(fromBase64url(sealed), labelOf(direction, number));
    return opened.then(
      (plain) => new Uint8Array(plain),
      () => 'not-genuine' as const,
    );
  };
  return { enc, open };
}

/** Of the two keys only these pages can compute with, and of what they had before: nothing is sent, nothing can be lost. */
async function agree({ conversation, side, theirs, former }: Tie, { mine, key }: Keys): Promise<Continuity> {
  const { subtle } = crypto;
  const shared = { name: 'ECDH', public: await publicKeyOf(theirs) };
  const common = await subtle.importKey(
    'raw',
    await subtle.deriveBits(shared, mine.privateKey, 8 * SECRET_BYTES),
    'HKDF',
    false,
    ['deriveBits'],
  );
  const [caller, volunteer] = side === 'caller' ? [key, theirs] : [theirs, key];
  const info = bytesOf(CONTINUITY_VERSION, conversation, caller, volunteer);
  const salt = former ? fromBase64url(former.secret) : new Uint8Array();
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt, info };
  const derived = new Uint8Array(await subtle.deriveBits(hkdf, common, 8 * (SECRET_BYTES + NAME_BYTES)));
  return {
    secret: toBase64url(derived.subarray(0, SECRET_BYTES)),
    name: toBase64url(derived.subarray(SECRET_BYTES)),
  };
}
