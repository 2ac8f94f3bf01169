// A passkey in software (WebAuthn Level 2, §6): P-256, attestation "none". It can be told to misbehave.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { NewPasskey, PasskeyAnswer } from '@veille/shared';

type How = { readonly origin: string; readonly host?: string; readonly verified?: boolean };
type Asked = { readonly challenge: string };

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

export class AnAuthenticator {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #id = randomBytes(32);
  #count = 0;

  /** `counts`: like a key on a ring; passkeys that live on several devices do not. */
  constructor(private readonly counts = true) {}

  create({ challenge }: Asked, how: How): NewPasskey {
    const data = Buffer.concat([
      this.#data(how, ATTESTED),
      Buffer.alloc(16),
      length16(this.#id),
      this.#id,
      this.#publicKey(),
    ]);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      bytes(data),
    ]);
    const clientDataJSON = said('webauthn.create', challenge, how);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: b64(clientDataJSON),
        attestationObject: b64(attestationObject),
        transports: ['internal'],
      },
    };
  }

  sign({ challenge }: Asked, how: How): PasskeyAnswer {
    if (this.counts) this.#count += 1;
    const authenticatorData = this.#data(how, 0);
    const clientDataJSON = said('webauthn.get', challenge, how);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientDataJSON).digest()]);
    const signature = sign('sha256', signed, this.#keys.privateKey);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: b64(clientDataJSON),
        authenticatorData: b64(authenticatorData),
        signature: b64(signature),
      },
    };
  }

  #named() {
    const id = b64(this.#id);
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
  }

  #data({ origin, host = new URL(origin).hostname, verified = true }: How, more: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.#count);
    const flags = PRESENT | (verified ? VERIFIED : 0) | more;
    return Buffer.concat([createHash('sha256').update(host).digest(), Buffer.from([flags]), count]);
  }

  /** COSE (RFC 9053): an EC2 key for ES256. */
  #publicKey(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const point = [x, y].map((part) => bytes(Buffer.from(part, 'base64url')));
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = point;
    const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]);
    return Buffer.concat([head, first, Buffer.from([0x22]), second]);
  }
}

const b64 = (data: Buffer): string => data.toString('base64url');
const said = (type: string, challenge: string, { origin }: How): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
const length16 = ({ length }: Buffer): Buffer => Buffer.from([length >> 8, length & 0xff]);
/** CBOR (RFC 8949), as far as it is needed: short texts, and bytes of any length up to 64 KiB. */
const text = (written: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + written.length]), Buffer.from(written)]);
const bytes = (data: Buffer): Buffer =>
  Buffer.concat([
    data.length < 256
      ? Buffer.from([0x58, data.length])
      : Buffer.concat([Buffer.from([0x59]), length16(data)]),
    data,
  ]);
