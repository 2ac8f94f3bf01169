// No conversation is offered where nothing can be sealed.
import { describe, expect, it } from '@jest/globals';
import { canSeal } from './can-seal.js';

describe('a browser', () => {
  it('[FA10] can seal only in a secure context, with WebCrypto', () => {
    const subtle = {};
    expect(canSeal({ isSecureContext: true, crypto: { subtle } })).toBe(true);
    expect(canSeal({ isSecureContext: false, crypto: { subtle } })).toBe(false);
    expect(canSeal({ isSecureContext: true, crypto: {} })).toBe(false);
    expect(canSeal({ isSecureContext: true })).toBe(false);
  });
});
