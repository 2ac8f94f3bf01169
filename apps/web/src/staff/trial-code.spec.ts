// The codes of RFC 6238's own test vectors, and where they may be shown.
import { describe, expect, it } from '@jest/globals';
import { codeOf, isTrial } from './trial-code.js';

/** « 12345678901234567890 » of RFC 6238, appendix B, in base32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('the code of a trial', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('[SF11] at %d seconds is that of RFC 6238', async (seconds, code) => {
    expect(await codeOf(secret, seconds * 1_000)).toBe(code);
  });

  it('[SF11] is shown on one’s own computer only', () => {
    expect(['localhost', '127.0.0.1', '[::1]'].map((hostname) => isTrial({ hostname }))).toEqual([
      true,
      true,
      true,
    ]);
    for (const hostname of ['veille.example', 'localhost.example', '192.168.1.10', '127.0.0.1.example'])
      expect(isTrial({ hostname })).toBe(false);
  });
});
