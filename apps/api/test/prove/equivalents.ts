// Breaks that change nothing anybody could see, each with its reason, looked at by a person. One that no break makes any
// more, or that a suite finds after all, is out of date, and fails.
import type { Mutant } from './mutants.js';

export type Equivalent = Pick<Mutant, 'how'> & {
  /** How the line begins. */
  readonly line: string;
  /** How what became of it ends, where there are several ways. */
  readonly became?: string;
  /** Without one: of every move. */
  readonly move?: string;
  readonly why: string;
};

/** Who talks has no misses: accepting an offer sets them to none, and nobody who talks is offered anybody. */
const noMisses = 'who talks has no misses already (OF8)';

export const equivalents: readonly Equivalent[] = [
  {
    how: '>= for >',
    line: 'if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1])',
    why: 'the store would have to run the move in the very microsecond of `notAfter`',
  },
  {
    how: 'forgets a field',
    line: "redis.call('HSET', KEYS[3], 'at', 'breather', 'until', ARGV[",
    became: '])',
    why: noMisses,
  },
  {
    how: 'forgets a field',
    line: "redis.call('HSET', source, 'at', 'breather', 'until', ARGV[",
    became: '])',
    why: noMisses,
  },
  {
    move: 'offer/stand-offer.lua',
    how: 'half a condition',
    line: 'if not seen or seen <= tonumber(ARGV[3])',
    became: "if seen <= tonumber(ARGV[3]) then return 'nobody-there' end",
    why: 'whoever is on a shift has a lease, held or over (I7)',
  },
  {
    move: 'volunteer/become-free.lua',
    how: 'forgets a field',
    line: "redis.call('HSET', KEYS[2], 'at', 'free', 'misses', 0, 'since', ARGV[3])",
    became: "redis.call('HSET', KEYS[2], 'at', 'free', 'since', ARGV[3])",
    why: 'who is away or has a breather has no misses already (OF8)',
  },
  {
    move: 'presence/drop.lua',
    how: 'adds without a condition',
    line: "redis.call('ZADD', KEYS[2], 'XX', 'LT', ",
    became: "'LT', ARGV[4], ARGV[2])",
    why: 'a tab that has its number has its lease: they come and go together (I7)',
  },
  {
    move: 'offer/accept-offer.lua',
    how: 'half a condition',
    line: 'if caller ~= ARGV[2] or volunteer ~= ARGV[2] then',
    became: "if caller ~= ARGV[2] then return 'too-late' end",
    why: 'an offer that stands holds its volunteer until it is over (I3)',
  },
  {
    move: 'offer/expire-offer.lua',
    how: 'drops a guard',
    line: "if redis.call('HGET', KEYS[4], 'offer') ~= ARGV[2] then return 'expired' end",
    why: 'the same (I3)',
  },
  {
    move: 'offer/hand-over.lua',
    how: 'drops a guard',
    line: "if redis.call('HGET', caller, 'conversation') ~= ARGV[3] then return 'already-over' end",
    why: 'whose conversation is there is in it (I2)',
  },
  {
    move: 'offer/make-offer.lua',
    how: '<= for <',
    line: "while rank > 0 and rank < 10 and isHeld(redis.call('ZRANGE', KEYS[1], rank - 1, rank - 1)[1]) do rank = rank - 1 end",
    why: 'how far is looked for a reason to stop early, and stopping later finds the same',
  },
  {
    move: 'offer/make-offer.lua',
    how: '>= for >',
    line: "while rank > 0 and rank < 10 and isHeld(redis.call('ZRANGE', KEYS[1], rank - 1, rank - 1)[1]) do rank = rank - 1 end",
    why: 'the same: past the front nothing stops early',
  },
  {
    move: 'rebuild/look-at.lua',
    how: '>= for >',
    line: "return { 'seen', cjson.encode({ epoch = redis.call('HGETALL', KEYS[1]), talk = #talking > 0 and talk",
    why: 'whoever is in a conversation names one that is there (I2)',
  },
];

export const isSame = (one: Equivalent, { move, how, line, became }: Mutant): boolean =>
  one.how === how &&
  line.startsWith(one.line) &&
  became.endsWith(one.became ?? '') &&
  (one.move ?? move) === move;
