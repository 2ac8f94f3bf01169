// Envelopes of the size real ones have: 120 characters padded to 256 bytes, a tag, in base64url (docs/protocol.md). Each holds
// the mark of the run, so that everything a store holds afterwards can be searched for any of them at once.
import { randomBytes } from 'node:crypto';

const PADDED = 256;
const TAG = 16;
const KEY = 65;
const SEALED = Math.ceil(((PADDED + TAG) * 4) / 3);

/** What no store may hold. */
export const MARK = randomBytes(18).toString('base64url');

const enc = randomBytes(KEY).toString('base64url');
const sealed =
  MARK +
  randomBytes(SEALED)
    .toString('base64url')
    .slice(0, SEALED - MARK.length);

/** JSON already, because it is written some ten thousand times a second. */
export const anEnvelope = (conversation, number) =>
  `{"conversation":"${conversation}","epoch":1,"number":${number},"enc":"${enc}","sealed":"${sealed}"}`;

const proof = randomBytes(16).toString('base64url');

export const aReceipt = (conversation, upTo) =>
  `{"conversation":"${conversation}","upTo":${upTo},"proof":"${proof}"}`;
