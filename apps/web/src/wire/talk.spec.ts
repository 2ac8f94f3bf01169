// A conversation as the screen sees it: what is said about absence, writing and lines, and nothing left when it is closed.
import { describe, expect, it } from '@jest/globals';
import type { Talking } from '@veille/shared';
import { heldClock } from '../../test/held-clock.js';
import { plainSeals } from '../../test/plain-seals.js';
import { AWAY_SAID_AFTER, Talk, TYPING_EVERY } from './talk.svelte.js';
import type { Continuity } from './seals.js';
import type { ConversationDoor } from './talk.svelte.js';

const told: Talking = { at: 'talking', conversation: 'conversation-1', tab: 3, peer: 'here' };

type Start = { side?: 'caller' | 'volunteer'; resumed?: boolean; kept?: Continuity };

function talking({ side = 'caller', resumed = false, kept }: Start = {}) {
  const { clock, advance } = heldClock();
  const asked: string[] = [];
  const murmured: string[] = [];
  const door: ConversationDoor = {
    ask: async (event) => {
      asked.push(event);
      return { refused: 'unavailable' };
    },
    mention: () => undefined,
    murmur: (event) => murmured.push(event),
  };
  const talk = new Talk(told, {
    side,
    resumed,
    kept,
    keep: () => undefined,
    seals: plainSeals(),
    door,
    clock,
    sight: { whenSeen: (then) => then(), close: () => undefined },
  });
  return { talk, advance, asked, murmured };
}

describe('a talk', () => {
  it('[FA11] says that a caller is away only after fifteen seconds, and takes it back at once', () => {
    const { talk, advance } = talking({ side: 'volunteer' });
    talk.tell({ ...told, peer: 'away' });
    advance(AWAY_SAID_AFTER - 1);
    expect(talk.theyAreAway).toBe(false);
    advance(1);
    expect(talk.theyAreAway).toBe(true);
    talk.tell(told);
    expect(talk.theyAreAway).toBe(false);
    talk.close();
  });

  it('[FA11, PR6] says that a listener is away as soon as the service does', () => {
    const { talk, advance } = talking();
    talk.tell({ ...told, peer: 'away' });
    advance(1);
    expect(talk.theyAreAway).toBe(true);
    talk.close();
  });

  it('[SM4] asks again after a reconnection of this page, and when they come back', () => {
    const { talk, asked } = talking();
    talk.tell(told);
    expect(asked).toEqual(['conversation.hello']);
    talk.tell({ ...told, tab: 4 });
    talk.tell({ ...told, tab: 4, peer: 'away' });
    talk.tell({ ...told, tab: 4 });
    expect(asked).toEqual(['conversation.hello', 'conversation.hello', 'conversation.hello']);
    talk.close();
  });

  it('[FA12] tells that one writes at most every two seconds, and believes it for five', () => {
    const { talk, advance, murmured } = talking();
    for (let key = 0; key < 5; key += 1) talk.writing();
    expect(murmured).toEqual(['conversation.typing']);
    advance(TYPING_EVERY);
    talk.writing();
    expect(murmured).toHaveLength(2);
    talk.hearTyping('conversation-2');
    expect(talk.theyWrite).toBe(false);
    talk.hearTyping('conversation-1');
    expect(talk.theyWrite).toBe(true);
    advance(5_000);
    expect(talk.theyWrite).toBe(false);
    talk.close();
  });

  it('[SM13] a page loaded in the middle says that what came before is not on it, or that it asks for it', () => {
    const { talk } = talking({ resumed: true });
    expect(talk.lines).toMatchObject([{ by: 'page', note: 'this-page-empty' }]);
    talk.close();
    const asking = talking({ resumed: true, kept: { name: 'name', secret: 'secret' } }).talk;
    expect(asking.lines).toMatchObject([{ by: 'page', note: 'this-page-asks' }]);
    asking.close();
  });

  it('[FA13] holds no word when it is closed', () => {
    const { talk } = talking();
    talk.say('je ne dors pas');
    expect(talk.lines).toMatchObject([{ by: 'me', progress: 'sending' }]);
    talk.close();
    expect(talk.lines).toEqual([]);
  });
});
