// Proves the step that holds a move's header, script and declaration together.
import { describe, expect, it } from '@jest/globals';
import { moveFindings } from './moves.mjs';

const lua = `-- Turn a standing offer into a conversation, or change nothing. Rule OF3.
-- KEYS  offer, volunteer
-- ARGV  now
-- Says  accepted | too-late
if tonumber(redis.call('HGET', KEYS[1], 'standsUntil')) <= tonumber(ARGV[1]) then return 'too-late' end
redis.call('HSET', KEYS[2], 'state', 'talking')
return 'accepted'
`;
const source = `const acceptOffer = luaMove('offer/accept-offer.lua', {
  keys: ['offer', 'volunteer'], args: ['now'], says: ['accepted', 'too-late'],
} as const);`;

const found = ({ script = lua, declaration = source } = {}) =>
  moveFindings({ scripts: [['offer/accept-offer.lua', script]], sources: [['offer/x.ts', declaration]] });

it('[CK3] a move whose header, script and declaration agree gives no finding', () => {
  expect(found()).toEqual([]);
});

describe('the header', () => {
  it('[CK3] may explain a list in brackets at its end', () => {
    expect(found({ script: lua.replace('| too-late', '| too-late   (accepted: then the caller)') })).toEqual(
      [],
    );
  });

  it('[CK3] without its sentence, or one of its lists, is found', () => {
    expect(found({ script: lua.replace(/^.*\n/, '') })).toEqual([expect.stringContaining('no sentence')]);
    expect(found({ script: lua.replace(/-- Says.*\n/, '') })).toContain(
      'offer/accept-offer.lua: the header has no line `-- Says  …`',
    );
  });

  it.each([
    ['keys', source.replace("'offer', 'volunteer'", "'volunteer', 'offer'")],
    ['args', source.replace("'now'", "'now', 'notAfter'")],
    ['says', source.replace("'too-late'", "'not-yours'")],
  ])('[CK3] that says other %s than the declaration is found', (part, declaration) => {
    expect(found({ declaration })).toEqual([expect.stringContaining(`\`${part}\` of luaMove() differ`)]);
  });
});

describe('the script', () => {
  it('[CK3] that reads past its lists is found', () => {
    expect(found({ script: lua.replace('KEYS[2]', 'KEYS[3]') })).toEqual([
      expect.stringContaining('reads a key'),
    ]);
    expect(found({ script: lua.replace('ARGV[1]', 'ARGV[2]') })).toEqual([
      expect.stringContaining('an argument'),
    ]);
  });

  it('[CK3] that never says one of its words is found, even if a comment does', () => {
    const script = lua.replace("return 'accepted'", "return 'too-late' -- 'accepted'");
    expect(found({ script })).toEqual(['offer/accept-offer.lua: never says accepted']);
  });

  it('[CK4] of more than 40 lines, or 6 keys, is found', () => {
    expect(found({ script: lua + '\n'.repeat(40) + 'x()' })).toEqual([expect.stringContaining('at most 40')]);
    const keys = 'offer, volunteer, a, b, c, d, e';
    expect(found({ script: lua.replace('offer, volunteer', keys) })).toContain(
      'offer/accept-offer.lua: more than 6 keys',
    );
  });
});

describe('the pair', () => {
  it('[CK4] a script nobody declares is found', () => {
    expect(found({ declaration: '' })).toEqual(['offer/accept-offer.lua: no luaMove() declares it']);
  });

  it('[CK4] a declaration without a script, or made twice, is found', () => {
    const astray = source.replace('accept-offer', 'accept-ofer');
    expect(found({ declaration: source + astray })).toEqual([expect.stringContaining('no such script')]);
    expect(found({ declaration: source + source })).toEqual([expect.stringContaining('declared twice')]);
  });

  it('[CK8] a project without any move is found', () => {
    expect(moveFindings({ scripts: [], sources: [] })).toHaveLength(1);
  });
});
