// The ways a move is broken on purpose, each a pattern in Lua, what becomes of it, and why somebody might write it so.
// They know no move by name: whatever is written tomorrow is broken by the same rules.

export type Break = {
  readonly name: string;
  /** The mistake it stands for. */
  readonly why: string;
  /** Every line this can break, once for each way: what the line becomes. */
  readonly breaks: (line: string) => readonly string[];
};

/** Once for every place where the pattern stands. */
const everywhere =
  (pattern: RegExp, becomes: (found: string[]) => string) =>
  (line: string): string[] =>
    [...line.matchAll(pattern)].map((found) => {
      const text = becomes([...found]);
      return line.slice(0, found.index) + text + line.slice(found.index + found[0].length);
    });

const becomes = (pattern: RegExp, text: string) => everywhere(pattern, () => text);
const whole = (pattern: RegExp) => (line: string) => (pattern.test(line) ? [''] : []);

/** What is written to a record, pair by pair: `name` is the command, the rest what stands between its brackets. */
const call = /redis\.call\('(HSET|HDEL|DEL)', ((?:[^()]|\([^()]*(?:\([^()]*\))*[^()]*\))*)\)/g;
const argumentsOf = (text: string): string[] => text.split(/, (?![^()]*\))/);

/** Leaves out `size` arguments at a time, after the first `kept`, as long as something is left. */
const fewer =
  (command: string, { kept, size }: { kept: number; size: number }) =>
  (line: string): string[] =>
    [...line.matchAll(call)].flatMap(([found, name, inside = '']) => {
      const given = argumentsOf(inside);
      if (name !== command || given.length < kept + 2 * size) return [];
      return Array.from({ length: Math.floor((given.length - kept) / size) }, (_, nth) => {
        const at = kept + nth * size;
        const rest = [...given.slice(0, at), ...given.slice(at + size)];
        return line.replace(found, `redis.call('${name}', ${rest.join(', ')})`);
      });
    });

/** A set, what stands before the score, the score, and who. */
const added = /(redis\.call\('ZADD', KEYS\[\d\], (?:'\w+', )*)(.+)(, [^,]+\))$/g;

export const breaks: readonly Break[] = [
  {
    name: 'drops a guard',
    why: 'nobody saw what could have happened since the service looked',
    breaks: whole(/^\s*if .+ then return .+ end$/),
  },
  {
    name: 'the other way round',
    why: 'a `not` too many, or one too few',
    breaks: becomes(/\bnot /g, ''),
  },
  { name: 'or for and', why: 'half a condition is enough', breaks: becomes(/ and /g, ' or ') },
  { name: 'and for or', why: 'both halves of a condition are needed', breaks: becomes(/ or /g, ' and ') },
  {
    name: 'half a condition',
    why: 'the other half looked as if it could not happen',
    breaks: (line) => [
      ...everywhere(/\bif (.+?) (?:and|or) (.+) then/g, ([, one]) => `if ${one} then`)(line),
      ...everywhere(/\bif (.+?) (?:and|or) (.+) then/g, ([, , other]) => `if ${other} then`)(line),
    ],
  },
  { name: '< for <=', why: 'an instant too late', breaks: becomes(/<=/g, '<') },
  { name: '<= for <', why: 'an instant too early', breaks: becomes(/<(?!=)/g, '<=') },
  { name: '> for >=', why: 'one too many', breaks: becomes(/>=/g, '>') },
  { name: '>= for >', why: 'an instant too early', breaks: becomes(/>(?!=)/g, '>=') },
  { name: '~= for ==', why: 'the wrong one of two', breaks: becomes(/==/g, '~=') },
  { name: '== for ~=', why: 'the wrong one of two', breaks: becomes(/~=/g, '==') },
  {
    name: 'forgets a write',
    why: 'one place of several that must change together was forgotten',
    breaks: whole(/^\s*redis\.call\('(?:Z|H|P|DEL|SET|SADD|INCR)[A-Z]*', .+\)$/),
  },
  {
    name: 'forgets a write of a few',
    why: 'the same, on a line that does it for each or under a condition',
    breaks: everywhere(
      /(?<= do| then) redis\.call\('(?:Z|H|P|DEL|SET|SADD)[A-Z]*', .+\) end$/g,
      () => ' end',
    ),
  },
  {
    name: 'forgets a field',
    why: 'a record that says half of where somebody is',
    breaks: fewer('HSET', { kept: 1, size: 2 }),
  },
  {
    name: 'leaves a field behind',
    why: 'a record that still says what is over',
    breaks: fewer('HDEL', { kept: 1, size: 1 }),
  },
  { name: 'leaves a key behind', why: 'it outlives its owner', breaks: fewer('DEL', { kept: 0, size: 1 }) },
  {
    name: 'queues at the tail',
    why: 'who comes back has waited for nothing',
    breaks: everywhere(added, ([, before = '', , after = '']) => `${before}9e15${after}`),
  },
  {
    name: 'queues at the head',
    why: 'who comes last is first',
    breaks: everywhere(added, ([, before = '', , after = '']) => `${before}0${after}`),
  },
  {
    name: 'adds without a condition',
    why: 'a set that gains, or shortens, what it must not',
    breaks: becomes(/'(?:XX|LT|GT|NX)', /g, ''),
  },
  // `n + 1` of a bare name counts a loop on: without it nothing would ever end.
  { name: 'counts none', why: 'one forgotten in a sum', breaks: becomes(/(?<=\)) \+ 1\b/g, ' + 0') },
  { name: 'counts nothing up', why: 'the same in a record', breaks: becomes(/, 1\)/g, ', 0)') },
  { name: 'earlier for later', why: 'a sign', breaks: becomes(/ \+ (?=tonumber)/g, ' - ') },
  { name: 'later for earlier', why: 'a sign', breaks: becomes(/ - (?=tonumber)/g, ' + ') },
  { name: 'the least for the most', why: 'the wrong one of two', breaks: becomes(/math\.max/g, 'math.min') },
  {
    name: 'says less',
    why: 'who else is concerned is not told',
    breaks: everywhere(/\{ ('[\w-]+'), .+ \}/g, ([, word = '']) => word),
  },
];
