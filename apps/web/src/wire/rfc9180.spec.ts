// What the pages seal with, the very suite of envelope.ts, seals and opens byte for byte what RFC 9180 publishes for it.
import { describe, expect, it } from '@jest/globals';
import { info, plain, vectors } from '../../test/rfc9180.js';
import { suite } from './envelope.js';

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const hex = (buffer: ArrayBuffer) => Buffer.from(buffer).toString('hex');
const aad = (number: number) => new TextEncoder().encode(`Count-${number}`);
const keysOf = (ikm: string) => suite.kem.deriveKeyPair(bytes(ikm));

type Vector = (typeof vectors)[number];

/** Both ends, from the published secrets alone. */
async function bothEnds({ ikm, psk, enc }: Vector) {
  const [ephemeral, receiver] = await Promise.all([keysOf(ikm.ephemeral), keysOf(ikm.receiver)]);
  const sender = ikm.sender === undefined ? undefined : await keysOf(ikm.sender);
  const terms = {
    info: bytes(info),
    ...(psk && { psk: { id: bytes(psk.id), key: bytes(psk.key) } }),
  };
  const sealing = await suite.createSenderContext({
    ...terms,
    ...(sender && { senderKey: sender }),
    recipientPublicKey: receiver.publicKey,
    ekm: ephemeral,
  });
  const opening = await suite.createRecipientContext({
    ...terms,
    ...(sender && { senderPublicKey: sender.publicKey }),
    recipientKey: receiver,
    enc: bytes(enc),
  });
  return { sealing, opening };
}

describe('HPKE', () => {
  it('[SM18] the vectors are those of the suite the pages use', () => {
    expect([suite.kem.id, suite.kdf.id, suite.aead.id]).toEqual([0x10, 0x1, 0x2]);
    expect(vectors.map(({ mode }) => mode)).toEqual(expect.arrayContaining(['auth', 'auth-psk']));
  });

  it.each(vectors)('[SM18] seals and opens as published, in mode $mode', async (vector) => {
    const { sealing, opening } = await bothEnds(vector);
    const published = new Map(Object.entries(vector.sealed));
    expect(hex(sealing.enc)).toBe(vector.enc);
    for (let number = 0; number <= 256; number += 1) {
      const sealed = await sealing.seal(bytes(plain), aad(number));
      const known = published.get(String(number));
      if (known !== undefined) expect([number, hex(sealed)]).toEqual([number, known]);
      expect(hex(await opening.open(sealed, aad(number)))).toBe(plain);
    }
    expect(published.size).toBe(6);
  });
});
