// One conversation as a screen sees it: lines in order, whether they write, whether they are away. Closed, it holds nothing.
import type { conversationAsks, conversationTells, Envelope, Hello, Receipt, Talking } from '@veille/shared';
import { tick } from 'svelte';
import type { Clock } from './clock.js';
import type { PageNews } from './continuing.js';
import type { Door } from './door.js';
import type { GivenBack, Shown } from './hearing.js';
import type { Progress } from './outbox.js';
import { SealedConversation } from './sealed-conversation.js';
import type { Carriage } from './sealed-conversation.js';
import type { Continuity, Seals, Side } from './seals.js';
import type { Sight } from './sight.js';

export type ConversationDoor = Pick<
  Door<typeof conversationAsks, typeof conversationTells>,
  'ask' | 'mention' | 'murmur'
>;

export type Line =
  | { key: string; by: 'me'; text: string; progress: Progress }
  | { key: string; by: 'them'; text: string; shown: () => void }
  | { key: string; by: 'page'; note: Note };

/** `this-page-asks`: loaded anew, and the other page is asked for what came before. */
export type Note = PageNews | 'this-page-asks';

/** A short absence is a tunnel; to a volunteer it is said after this long. Of a listener the service itself says when (PR6). */
export const AWAY_SAID_AFTER = 15_000;
export const TYPING_EVERY = 2_000;
const TYPING_LASTS = 5_000;

/** `resumed`: this page was loaded in the middle of the conversation. `kept`: what the tab held of it. */
export type TalkStart = {
  side: Side;
  resumed: boolean;
  kept: Continuity | undefined;
  keep: (continuity: Continuity) => void;
  seals: Seals;
  door: ConversationDoor;
  clock: Clock;
  sight: Pick<Sight, 'whenSeen' | 'close'>;
};

const OWN_NOTE = 'this-page';

export class Talk {
  lines = $state<Line[]>([]);
  theyWrite = $state(false);
  theyAreAway = $state(false);
  /** What a long silence has come to, as the service tells it. */
  silence = $state<Talking['silence']>();
  readonly isLate = $derived(this.lines.some((line) => line.by === 'me' && line.progress === 'late'));
  readonly id: string;
  readonly #door: ConversationDoor;
  readonly #clock: Clock;
  readonly #sight: TalkStart['sight'];
  readonly #conversation: SealedConversation;
  #told: Talking;
  #wroteAt = -Infinity;
  #keys = 0;
  /** How many of the first lines were given back. */
  #given = 0;
  readonly #saidAfter: number;
  #cancelAway: (() => void) | undefined;
  #cancelWriting: (() => void) | undefined;

  constructor(told: Talking, { side, resumed, kept, keep, seals, door, clock, sight }: TalkStart) {
    this.id = told.conversation;
    this.#told = told;
    this.#door = door;
    this.#clock = clock;
    this.#sight = sight;
    this.#saidAfter = side === 'volunteer' ? AWAY_SAID_AFTER : 0;
    if (resumed) this.#note(kept ? 'this-page-asks' : 'this-page-empty', OWN_NOTE);
    const terms = { conversation: told.conversation, epoch: told.tab, side };
    this.#conversation = new SealedConversation(terms, {
      seals,
      clock,
      carriage: carriageOver(door),
      kept: { kept, resumed, keep },
      screen: {
        heard: (message) => this.#heard(message),
        progress: (messages) => this.#progress(messages),
        givenBack: (part) => this.#givenBack(part),
        seenSince: (count) => this.#seenSince(count),
        pageNews: (news) => this.#pageNews(news),
      },
    });
    this.silence = told.silence;
    this.#watchPeer(told.peer);
  }

  /** Told again: after a reconnection of this page, or because the other side went or came back. */
  tell(told: Talking): void {
    const cameBack = told.tab !== this.#told.tab || (told.peer === 'here' && this.#told.peer === 'away');
    this.#told = told;
    this.silence = told.silence;
    this.#watchPeer(told.peer);
    if (cameBack) this.#conversation.ask();
  }

  say(text: string): 'taken' | 'full' | 'too-long' {
    const id = this.#conversation.say(text);
    if (typeof id !== 'number') return id;
    this.silence = undefined;
    // Their page stops showing that one writes when the message arrives: the next key may say it again.
    this.#wroteAt = -Infinity;
    this.lines.push({ key: `me-${id}`, by: 'me', text, progress: 'sending' });
    return 'taken';
  }

  writing(): void {
    const now = this.#clock.now();
    if (now - this.#wroteAt < TYPING_EVERY) return;
    this.#wroteAt = now;
    this.#door.murmur('conversation.typing', { conversation: this.id });
  }

  /** Without a word: the person is still there. */
  here(): void {
    this.silence = undefined;
    void this.#door.ask('conversation.here', { conversation: this.id });
  }

  hearHello = (hello: Hello) => this.#conversation.hearHello(hello);
  hearEnvelope = (envelope: Envelope) => this.#conversation.hearEnvelope(envelope);
  hearReceipt = (receipt: Receipt) => this.#conversation.hearReceipt(receipt);

  hearTyping(conversation: string): void {
    if (conversation !== this.id) return;
    this.theyWrite = true;
    this.#cancelWriting?.();
    this.#cancelWriting = this.#clock.after(TYPING_LASTS, () => (this.theyWrite = false));
  }

  /** It is over: what had come is opened, the lines are shown once more, and nothing of them is left here. */
  async finish(show: (lines: readonly Line[]) => void): Promise<void> {
    await this.#conversation.settled();
    show(this.lines);
    this.close();
  }

  close(): void {
    this.#conversation.close();
    this.#sight.close();
    this.#cancelAway?.();
    this.#cancelWriting?.();
    this.lines = [];
  }

  #watchPeer(peer: Talking['peer']): void {
    if (peer === 'away') {
      this.#cancelAway ??= this.#clock.after(this.#saidAfter, () => (this.theyAreAway = true));
      return;
    }
    this.#cancelAway?.();
    this.#cancelAway = undefined;
    this.theyAreAway = false;
  }

  #heard({ text, shown }: Shown): void {
    this.#keys += 1;
    this.theyWrite = false;
    this.lines.push({
      key: `them-${this.#keys}`,
      by: 'them',
      text,
      shown: () => this.#sight.whenSeen(shown),
    });
  }

  /** Before everything that stands here. It is on the screen when the page is drawn and can be seen. */
  #givenBack({ past, shown }: GivenBack): void {
    const lines = past.map(({ by, text, seen }): Line => {
      this.#keys += 1;
      const key = `past-${this.#keys}`;
      if (by === 'me') return { key, by: 'them', text, shown: () => undefined };
      return { key, by: 'me', text, progress: seen ? 'delivered' : 'sent' };
    });
    this.lines.splice(this.#given, 0, ...lines);
    this.#given += lines.length;
    void tick().then(() => this.#sight.whenSeen(shown));
  }

  /** They stood unseen on the other page when they were given back. */
  #seenSince(count: number): void {
    for (const line of this.lines.slice(0, count)) if (line.by === 'me') line.progress = 'delivered';
  }

  /** Of this page there is one note, which changes; theirs is said where it happened, if there is anything to speak of. */
  #pageNews(news: PageNews): void {
    const own = this.lines.find(({ key }) => key === OWN_NOTE);
    if (own?.by === 'page' && !news.startsWith('their')) own.note = news;
    else if (this.lines.length > 0) this.#note(news);
  }

  #note(note: Note, key = `note-${(this.#keys += 1)}`): void {
    this.lines.push({ key, by: 'page', note });
  }

  #progress(messages: { id: number; progress: Progress }[]): void {
    for (const { id, progress } of messages) {
      const line = this.lines.find(({ key }) => key === `me-${id}`);
      if (line?.by === 'me' && line.progress !== progress) line.progress = progress;
    }
  }
}

function carriageOver(door: ConversationDoor): Carriage {
  return {
    hello: (hello) => void door.ask('conversation.hello', hello),
    // Cumulative, and said again with the next message and in every hello.
    receipt: (receipt) => door.mention('conversation.receipt', receipt),
    async say(envelope) {
      const reply = await door.ask('conversation.say', envelope);
      return 'answer' in reply && reply.answer.relay === 'relayed' ? 'relayed' : 'not-relayed';
    },
  };
}
