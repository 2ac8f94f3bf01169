// Who comes back is who left, in time; nobody else can make or alter what they bring.
import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { associationId, signOnLasts } from '@veille/domain';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { SealedAways } from './sealed-aways.js';

const clock = new FakeClock();
const anAways = () => new SealedAways({ key: randomBytes(32), isNew: false }, clock);
const away = {
  association: associationId('une'),
  page: 'listen' as const,
  newcomer: { invitation: 'A'.repeat(43), pseudonym: 'Ève' },
  checks: { state: 's', nonce: 'n', verifier: 'v' },
};

describe('somebody who left for their provider', () => {
  it('[SO3] comes back as who they left as, until it is too late', () => {
    const aways = anAways();
    const sealed = aways.seal(away);
    clock.advance(signOnLasts - 1);
    expect(aways.open(sealed)).toEqual(away);
    clock.advance(1);
    expect(aways.open(sealed)).toBeUndefined();
  });

  it('[SO2] brings nothing that can be read, altered in any letter, or made elsewhere', () => {
    const aways = anAways();
    const sealed = aways.seal(away);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('une');
    for (let at = 0; at < sealed.length; at++) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      expect(aways.open(sealed.slice(0, at) + other + sealed.slice(at + 1))).toBeUndefined();
    }
    expect(anAways().open(sealed)).toBeUndefined();
    expect(aways.open('')).toBeUndefined();
  });
});
