// Tickets: one of ours opens while it is good; everything else, however close to one, is refused with one word.
import { createCipheriv, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { callerId, lineId } from '@veille/domain';
import { openTicket, sealTicket, type Stay } from './ticket.js';

const key = randomBytes(32);
const now = 1_795_000_000_000;
const until = now + 270_000;
const stay: Stay = {
  line: lineId('principale'),
  caller: callerId('mwsRFa8t5k1hsfpesJs0vg'),
  memory: { epoch: 'first', asOf: now, tab: 1, record: { at: 'waiting', place: String(now - 60_000) } },
};
const ticket = sealTicket(stay, until, key);
const bytes = Buffer.from(ticket, 'base64url');

/** Sealed with our key, but not by us. */
function sealedOtherwise(content: string, purpose = 'veille ticket 2 caller'): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([nonce, cipher.update(content), cipher.final()]);
  return Buffer.concat([sealed, cipher.getAuthTag()]).toString('base64url');
}

it('[TK1] opens to the stay it was sealed for', () => {
  expect(openTicket(ticket, now, key)).toEqual(stay);
});

it('[TK2] is good until its end, and not an instant longer', () => {
  expect(openTicket(ticket, until - 1, key)).toEqual(stay);
  expect(openTicket(ticket, until, key)).toBe('refused');
});

it('[TK1] tells nothing of the stay, and no two are alike', () => {
  const another = sealTicket(stay, until, key);
  expect(another).not.toBe(ticket);
  for (const text of [ticket, bytes.toString('latin1')]) {
    expect(text).not.toContain(stay.caller);
    expect(text).not.toContain(stay.line);
  }
});

describe('[TK1] altered', () => {
  it('[TK1] in any bit of any byte, is refused', () => {
    for (let at = 0; at < bytes.length; at += 1) {
      for (let bit = 1; bit < 256; bit *= 2) {
        const altered = Buffer.from(bytes);
        altered.writeUInt8(altered.readUInt8(at) ^ bit, at);
        expect(openTicket(altered.toString('base64url'), now, key)).toBe('refused');
      }
    }
  });

  it('[TK1] in any letter, is refused, even where the letter means the same', () => {
    for (let at = 0; at < ticket.length; at += 1) {
      for (const letter of ['A', 'Z', 'a', '7', '-', '_', '=', ' ', 'é']) {
        if (letter === ticket[at]) continue;
        const altered = ticket.slice(0, at) + letter + ticket.slice(at + 1);
        expect(openTicket(altered, now, key)).toBe('refused');
      }
    }
  });

  it('[TK1] shorter or longer, is refused', () => {
    for (let length = 0; length < ticket.length; length += 1)
      expect(openTicket(ticket.slice(0, length), now, key)).toBe('refused');
    for (const more of ['A', '=', '==', '\n', ' ', ticket])
      expect(openTicket(ticket + more, now, key)).toBe('refused');
  });
});

describe('[TK1] forged', () => {
  it.each([
    ['with another key', sealTicket(stay, until, randomBytes(32))],
    ['for another role', sealedOtherwise(JSON.stringify({ ...stay, until }), 'veille ticket 2 volunteer')],
    ['for another version', sealedOtherwise(JSON.stringify({ ...stay, until }), 'veille ticket 1 caller')],
    ['without an end', sealedOtherwise(JSON.stringify(stay))],
    ['with more in it', sealedOtherwise(JSON.stringify({ ...stay, until, admin: true }))],
    ['with words for numbers', sealedOtherwise(JSON.stringify({ ...stay, until: String(until) }))],
    ['of nothing', sealedOtherwise('')],
    ['of no object', sealedOtherwise('null')],
    ['of half an object', sealedOtherwise('{"line":')],
    ['in plain text', Buffer.from(JSON.stringify({ ...stay, until })).toString('base64url')],
  ])('[TK1] %s, is refused', (_how, forged) => {
    expect(openTicket(forged, now, key)).toBe('refused');
  });

  it('[TK1] at random, is refused ten thousand times', () => {
    for (let n = 0; n < 10_000; n += 1)
      expect(openTicket(randomBytes(n % 300).toString('base64url'), now, key)).toBe('refused');
  });

  it('[TK1] of garbage, is refused', () => {
    const garbage = ['', ' ', 'null', '{}', '../../etc/passwd', '💥', '\u0000', 'A'.repeat(1_000_000)];
    for (const one of garbage) expect(openTicket(one, now, key)).toBe('refused');
  });
});
