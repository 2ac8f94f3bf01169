// Seals that keep every promise of the real ones but secrecy, so that thousands of histories run in seconds: a context
// counts its calls, opens only what its own sender sealed for it, and a refusal changes nothing.
import { fromBase64url, toBase64url } from '../src/wire/base64url.js';
import type { Continuity, Direction, Opening, Seals, Sealing, Tie } from '../src/wire/seals.js';

let made = 0;
const keyOf = (number: number) => `key-${number}`.padEnd(87, '-');

export function plainSeals(): Seals {
  made += 1;
  const key = keyOf(made);
  return {
    key,
    sealTo: async (direction) => sealTo(direction, key),
    openFrom: async (direction, enc) => openFrom(direction, key, enc),
    agree: async (tie) => agree(tie, key),
  };
}

const encOf = (from: string, to: string) => `${from.slice(0, 40)}>${to.slice(0, 40)}`.padEnd(87, '-');
const labelled = (direction: Direction, number: number, count: number) => {
  const { conversation, speaker, epoch, continuity } = direction;
  return JSON.stringify([conversation, speaker, epoch, continuity?.secret, number, count]);
};

function agree({ side, theirs, former }: Tie, key: string): Continuity {
  const keys = side === 'caller' ? [key, theirs] : [theirs, key];
  const agreed = [...keys, former?.secret ?? ''].map((part) => part.replaceAll('-', '')).join('~');
  return { name: `name:${agreed}`, secret: `secret:${agreed}` };
}

function sealTo(direction: Direction, key: string): Sealing {
  const enc = encOf(key, direction.theirs);
  let count = 0;
  return {
    enc,
    async seal(number, plain) {
      const label = labelled(direction, number, count);
      count += 1;
      return [enc, label, toBase64url(plain)].join(' ');
    },
  };
}

function openFrom(direction: Direction, key: string, enc: string): Opening {
  let count = 0;
  return {
    enc,
    async open(number, sealed) {
      const [sealedFor, label, plain = ''] = sealed.split(' ');
      if (sealedFor !== encOf(direction.theirs, key) || sealedFor !== enc) return 'not-genuine';
      if (label !== labelled(direction, number, count)) return 'not-genuine';
      count += 1;
      return fromBase64url(plain);
    },
  };
}
