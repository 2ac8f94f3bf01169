// Envelopes as the server sees them: opaque. Real sealing is the pages' business.
import type { Envelope } from '@veille/shared';
import { randomBytes } from 'node:crypto';

export const anEnvelope = (conversation: string, number = 1): Envelope => ({
  conversation,
  epoch: 1,
  number,
  enc: randomBytes(65).toString('base64url'),
  sealed: randomBytes(272).toString('base64url'),
});
