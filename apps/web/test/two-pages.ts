// Two sides of one conversation over a line that loses, doubles, disorders and waits, whose pages may be loaded anew at any
// moment. It keeps what was really on each screen, so that what the pages claim can be held against it.
import type { Envelope, Hello, Receipt } from '@veille/shared';
import { SealedConversation } from '../src/wire/sealed-conversation.js';
import type { PageNews } from '../src/wire/continuing.js';
import type { GivenBack, Shown } from '../src/wire/hearing.js';
import type { Continuity, Seals, Side } from '../src/wire/seals.js';
import { heldClock } from './held-clock.js';
import { CipherWatch } from './watched-seals.js';

export type Packet =
  { what: 'hello'; load: Hello } | { what: 'say'; load: Envelope } | { what: 'receipt'; load: Receipt };

/** One page load of one side, as an observer over its shoulder sees it. */
export type Page = {
  said: { id: number; text: string }[];
  /** Opened, and not yet on the screen: a phone may take its time. */
  drawing: (Shown | GivenBack)[];
  shown: string[];
  /** Of `shown`, how many came back from the other page: they stand first. */
  given: number;
  /** What came back: `mine`, and whether it is called seen. */
  back: { text: string; mine: boolean; seen: boolean }[];
  /** Own lines that came back with the claim that the other side has seen them. */
  delivered: string[];
  news: PageNews[];
  conversation: SealedConversation;
};

const CONVERSATION = 'conversation-1';
const otherOf = (side: Side): Side => (side === 'caller' ? 'volunteer' : 'caller');

export class TwoPages {
  readonly time = heldClock();
  readonly underway: Record<Side, Packet[]> = { caller: [], volunteer: [] };
  readonly pages: Record<Side, Page[]> = { caller: [], volunteer: [] };
  /** Everything that was ever on any screen of a side. */
  readonly everShown: Record<Side, Set<string>> = { caller: new Set(), volunteer: new Set() };
  readonly claims: string[] = [];
  /** What each tab holds of the conversation, over its reloads. */
  readonly kept: Record<Side, Continuity | undefined> = { caller: undefined, volunteer: undefined };
  hellos = 0;
  sayings = 0;
  readonly #makeSeals: () => Promise<Seals> | Seals;
  readonly #cipher = new CipherWatch();
  #tabs = 0;
  #texts = 0;

  constructor(makeSeals: () => Promise<Seals> | Seals) {
    this.#makeSeals = makeSeals;
  }

  /** Closes the page that is there, if any, and loads another; `forgets`: in a tab that holds nothing any more. */
  async load(side: Side, { forgets = false } = {}): Promise<void> {
    this.pages[side].at(-1)?.conversation.close();
    this.#tabs += 1;
    if (forgets) this.kept[side] = undefined;
    const seals = this.#cipher.watched(await this.#makeSeals());
    const terms = { conversation: CONVERSATION, epoch: this.#tabs, side };
    const seen = { said: [], drawing: [], shown: [], given: 0, back: [], delivered: [], news: [] };
    const page: Page = { ...seen, conversation: this.#open(side, { terms, seals, page: () => page }) };
    this.pages[side].push(page);
  }

  now(side: Side): Page {
    const page = this.pages[side].at(-1);
    if (!page) throw new Error('no page was loaded on this side');
    return page;
  }

  say(side: Side): void {
    this.#texts += 1;
    const text = `${side} ${this.#texts}`;
    const id = this.now(side).conversation.say(text);
    if (typeof id === 'number') this.now(side).said.push({ id, text });
  }

  /** The packet at this place in the queue arrives; `keep` leaves a copy to come again. */
  async arrive(to: Side, place: number, keep = false): Promise<void> {
    const queue = this.underway[to];
    const at = queue.length === 0 ? 0 : place % queue.length;
    const packet = keep ? queue[at] : queue.splice(at, 1)[0];
    if (packet) await this.hand(to, packet);
  }

  async hand(to: Side, packet: Packet): Promise<void> {
    const { conversation } = this.now(to);
    if (packet.what === 'hello') conversation.hearHello(packet.load);
    if (packet.what === 'say') conversation.hearEnvelope(packet.load);
    if (packet.what === 'receipt') conversation.hearReceipt(packet.load);
    await this.#cipher.settled();
  }

  lose(to: Side, place: number): void {
    const queue = this.underway[to];
    if (queue.length > 0) queue.splice(place % queue.length, 1);
  }

  async wait(milliseconds: number): Promise<void> {
    this.time.advance(milliseconds);
    await this.#cipher.settled();
  }

  /** What was opened now stands on the screen. */
  async draw(side: Side): Promise<void> {
    const page = this.now(side);
    for (const message of page.drawing.splice(0)) {
      if ('past' in message) this.#drawPast(side, message);
      else {
        page.shown.push(message.text);
        this.everShown[side].add(message.text);
      }
      message.shown();
    }
    await this.#cipher.settled();
  }

  /** The line is good again: everything arrives in order, until nothing moves. */
  async heal(seconds = 40): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      await this.drain();
      await this.wait(1_000);
    }
    await this.drain();
  }

  async drain(): Promise<void> {
    while (this.underway.caller.length + this.underway.volunteer.length > 0) {
      await this.arrive('caller', 0);
      await this.arrive('volunteer', 0);
      await this.draw('caller');
      await this.draw('volunteer');
    }
  }

  close(): void {
    for (const side of ['caller', 'volunteer'] as const) this.now(side).conversation.close();
  }

  #open(
    side: Side,
    made: { terms: ConstructorParameters<typeof SealedConversation>[0]; seals: Seals; page: () => Page },
  ) {
    const { page } = made;
    const out = this.underway[otherOf(side)];
    return new SealedConversation(made.terms, {
      seals: made.seals,
      clock: this.time.clock,
      kept: {
        kept: this.kept[side],
        resumed: this.pages[side].length > 0,
        keep: (continuity) => (this.kept[side] = continuity),
      },
      carriage: {
        hello: (load) => {
          this.hellos += 1;
          out.push({ what: 'hello', load });
        },
        say: async (load) => {
          this.sayings += 1;
          out.push({ what: 'say', load });
          return 'relayed';
        },
        receipt: (load) => out.push({ what: 'receipt', load }),
      },
      screen: {
        heard: (message) => {
          page().drawing.push(message);
        },
        progress: (messages) => {
          for (const { id, progress } of messages)
            if (progress === 'delivered') this.#claim(side, page(), id);
        },
        givenBack: (part) => {
          page().drawing.push(part);
        },
        seenSince: (count) => this.#seenSince(side, page(), count),
        pageNews: (news) => {
          page().news.push(news);
        },
      },
    });
  }

  /** Theirs stand on the screen now; ours were, and are called delivered if they are said to be seen. */
  #drawPast(side: Side, { past }: GivenBack): void {
    const page = this.now(side);
    page.shown.splice(page.given, 0, ...past.map(({ text }) => text));
    page.given += past.length;
    page.back.push(...past.map(({ by, text, seen }) => ({ text, mine: by === 'you', seen })));
    for (const { by, text, seen } of past) {
      if (by === 'me') this.everShown[side].add(text);
      else if (seen && !this.everShown[otherOf(side)].has(text))
        this.claims.push(`given back as seen before it was shown: ${text}`);
    }
  }

  /** Of what came back, so much stands on the other screen since. */
  #seenSince(side: Side, page: Page, count: number): void {
    for (const line of page.back.slice(0, count).filter(({ mine }) => mine)) {
      line.seen = true;
      if (!this.everShown[otherOf(side)].has(line.text))
        this.claims.push(`called seen before it was shown: ${line.text}`);
    }
  }

  #claim(side: Side, page: Page, id: number): void {
    const text = page.said.find((said) => said.id === id)?.text ?? 'never said';
    page.delivered.push(text);
    if (!this.everShown[otherOf(side)].has(text)) this.claims.push(`delivered before it was shown: ${text}`);
  }
}
