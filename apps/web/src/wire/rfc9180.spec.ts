// The library seals and opens as RFC 9180 says, in the modes and with the parts this project uses.
import { describe, expect, it } from '@jest/globals';
import { CipherSuite } from '@hpke/core';
import { vectors } from '../../test/rfc9180.js';

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const hex = (buffer: ArrayBuffer) => Buffer.from(buffer).toString('hex');
const aad = (number: number) => new TextEncoder().encode(`Count-${number}`);

describe('HPKE', () => {
  it.each(vectors)('[SM18] seals and opens as published, $name', async (vector) => {
    const suite = new CipherSuite(vector.suite());
    const keys = (ikm: string) => suite.kem.deriveKeyPair(bytes(ikm));
    const [ephemeral, receiver, sender] = await Promise.all([
      keys(vector.ikm.ephemeral),
      keys(vector.ikm.receiver),
      keys(vector.ikm.sender),
    ]);
    const terms = {
      info: bytes(vector.info),
      ...(vector.psk && { psk: { id: bytes(vector.psk.id), key: bytes(vector.psk.key) } }),
    };
    const sealing = await suite.createSenderContext({
      ...terms,
      recipientPublicKey: receiver.publicKey,
      senderKey: sender,
      ekm: ephemeral,
    });
    const opening = await suite.createRecipientContext({
      ...terms,
      recipientKey: receiver,
      senderPublicKey: sender.publicKey,
      enc: bytes(vector.enc),
    });
    expect(hex(sealing.enc)).toBe(vector.enc);
    for (const [number, sealed] of vector.sealed.entries()) {
      expect(hex(await sealing.seal(bytes(vector.plain), aad(number)))).toBe(sealed);
      expect(hex(await opening.open(bytes(sealed), aad(number)))).toBe(vector.plain);
    }
  });
});
