// Two talks, one of them on a page that nobody can see: what stands there is not called delivered before it can be seen.
import { setImmediate as aTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Receipt, Talking } from '@veille/shared';
import { aPage } from '../../test/a-page.js';
import { eventually } from '../../test/eventually.js';
import { heldClock } from '../../test/held-clock.js';
import { plainSeals } from '../../test/plain-seals.js';
import type { Continuity, Side } from './seals.js';
import { Sight } from './sight.js';
import { Talk } from './talk.svelte.js';
import type { ConversationDoor, TalkStart } from './talk.svelte.js';

const told = (tab: number): Talking => ({ at: 'talking', conversation: 'conversation-1', tab, peer: 'here' });
const openEyes: TalkStart['sight'] = { whenSeen: (then) => then(), close: () => undefined };

let page: ReturnType<typeof aPage>;
let talks: Partial<Record<Side, Talk>>;
let kept: Partial<Record<Side, Continuity>>;
let receipts: Receipt[];

beforeEach(() => {
  page = aPage();
  [talks, kept, receipts] = [{}, {}, []];
});
afterEach(() => {
  talks.caller?.close();
  talks.volunteer?.close();
  page.remove();
});

/** What one side asks the other hears. */
function doorTo(side: Side): ConversationDoor {
  return {
    async ask(_event, payload) {
      await Promise.resolve();
      if ('haveUpTo' in payload) talks[side]?.hearHello(payload);
      if ('sealed' in payload) talks[side]?.hearEnvelope(payload);
      return { refused: 'unavailable' };
    },
    mention(_event, payload) {
      if (!('proof' in payload)) return;
      receipts.push(payload);
      talks[side]?.hearReceipt(payload);
    },
    murmur: () => undefined,
  };
}

function opens(side: Side, tab: number, sight: TalkStart['sight'] = openEyes): Talk {
  const resumed = talks[side] !== undefined;
  talks[side]?.close();
  delete talks[side];
  const { clock } = heldClock();
  const door = doorTo(side === 'caller' ? 'volunteer' : 'caller');
  const keep = (continuity: Continuity) => void (kept[side] = continuity);
  const talk = new Talk(told(tab), {
    ...{ side, resumed, kept: kept[side], keep, seals: plainSeals(), door, clock, sight },
  });
  talks[side] = talk;
  return talk;
}

/** As the log does when its lines stand in the document. */
function draw(talk: Talk): void {
  for (const line of talk.lines) if (line.by === 'them') line.shown();
}
const progressOf = (talk: Talk) => talk.lines.flatMap((line) => (line.by === 'me' ? [line.progress] : []));
const theirsOn = (talk: Talk) => talk.lines.flatMap((line) => (line.by === 'them' ? [line.text] : []));

describe('a talk on a page that cannot be seen', () => {
  it('[D2] receipts nothing of what stands there, and all of it at once when it can be seen again', async () => {
    const volunteer = opens('volunteer', 1, new Sight());
    const caller = opens('caller', 2);
    page.turn('hidden');
    for (const text of ['Un', 'Deux', 'Trois']) caller.say(text);
    await eventually(() => expect(theirsOn(volunteer)).toEqual(['Un', 'Deux', 'Trois']));
    draw(volunteer);
    await aTurn();
    expect(receipts).toEqual([]);
    expect(progressOf(caller)).not.toContain('delivered');
    page.turn('visible');
    await eventually(() => expect(progressOf(caller)).toEqual(['delivered', 'delivered', 'delivered']));
    expect(receipts).toMatchObject([{ upTo: 3 }]);
  });

  it('[D2] [SM20] and the other page, loaded anew meanwhile, finds its own line as sent, and as delivered once it is seen', async () => {
    const volunteer = opens('volunteer', 1, new Sight());
    const first = opens('caller', 2);
    first.say('Avant.');
    await eventually(() => expect(theirsOn(volunteer)).toEqual(['Avant.']));
    draw(volunteer);
    await eventually(() => expect(progressOf(first)).toEqual(['delivered']));
    await eventually(() => expect(Object.keys(kept).sort()).toEqual(['caller', 'volunteer']));
    page.turn('hidden');
    for (const text of ['Un', 'Deux']) first.say(text);
    await eventually(() => expect(theirsOn(volunteer)).toEqual(['Avant.', 'Un', 'Deux']));
    draw(volunteer);
    const second = opens('caller', 3);
    await eventually(() => expect(progressOf(second)).toEqual(['delivered', 'sent', 'sent']));
    await aTurn();
    expect(progressOf(second)).toEqual(['delivered', 'sent', 'sent']);
    page.turn('visible');
    await eventually(() => expect(progressOf(second)).toEqual(['delivered', 'delivered', 'delivered']));
  });

  it('[D2] [SM14] has not been given its past back before it can be seen', async () => {
    const first = opens('volunteer', 1);
    const caller = opens('caller', 2);
    caller.say('Avant.');
    await eventually(() => expect(theirsOn(first)).toEqual(['Avant.']));
    draw(first);
    await eventually(() => expect(progressOf(caller)).toEqual(['delivered']));
    await eventually(() => expect(Object.keys(kept).sort()).toEqual(['caller', 'volunteer']));
    page.turn('hidden');
    receipts = [];
    const second = opens('volunteer', 3, new Sight());
    await eventually(() => expect(theirsOn(second)).toEqual(['Avant.']));
    await aTurn();
    expect(receipts).toEqual([]);
    page.turn('visible');
    await eventually(() => expect(caller.lines.at(-1)).toMatchObject({ note: 'their-page-back' }));
  });
});
