// The coordinators' page: numbers of now and of today, told live, and what one reads and decides there, asked for over HTTP.
import { deskAsks, deskTells, WIRE_VERSION } from '@veille/shared';
import type { Closing, DoorRefusal, Meanings, TellOf } from '@veille/shared';
import { Account } from '../staff/account.svelte.js';
import { leaveNoTrace } from '../staff/at-post.svelte.js';
import { pageClock } from '../wire/clock.js';
import { Door } from '../wire/door.js';
import type { Cut, Link } from '../wire/link.js';
import { Papers } from './papers.svelte.js';

export type DeskState = { at: 'arriving' | 'board' | 'elsewhere' | 'outdated' | 'shut' };

export class DeskFace {
  state: DeskState = $state.raw({ at: 'arriving' });
  link = $state<Link>('joining');
  cut = $state<Cut>('line');
  line = $state.raw({ id: '', name: '' });
  /** What each number means, in a sentence. */
  meanings = $state.raw<Meanings>({});
  now = $state.raw<TellOf<typeof deskTells, 'desk.now'>>();
  papers = $state.raw(this.#blank());
  readonly account = new Account(({ role }) => role !== 'volunteer' && this.arrive());
  readonly #door: Door<typeof deskAsks, typeof deskTells>;
  #asked: string | undefined;

  constructor(origin: string) {
    const handshake = () => ({ version: WIRE_VERSION, ...(this.#asked && { line: this.#asked }) });
    this.#door = new Door(
      { namespace: '/desk', asks: deskAsks, tells: deskTells, handshake },
      {
        link: (link, cut) => ([this.link, this.cut] = [link, cut]),
        refused: (why) => this.#turnedAway(why),
        closed: (why) => this.#turnedAway(why),
      },
      { clock: pageClock, origin },
    );
    this.#door.hear('desk.welcome', ({ line, meanings }) => {
      void this.papers.provider.read();
      void this.papers.closures.open();
      this.line = line;
      this.papers.take(line.id);
      this.meanings = meanings;
      if (this.account.state.at !== 'in') return;
      const { who } = this.account.state;
      void this.papers.association.arrive(who);
      // Who runs a post agrees with nobody.
      if (who.post === undefined) void this.papers.partners.open();
    });
    this.#door.hear('desk.now', (now) => {
      this.now = now;
      this.state = { at: 'board' };
    });
  }

  /** The page is looked at again. */
  wake(): void {
    this.#door.wake();
  }

  sleep(): void {
    this.#door.sleep();
  }

  cutOff(): void {
    this.#door.cutOff();
  }

  arrive(): void {
    this.state = { at: 'arriving' };
    this.#door.open();
  }

  /** Another of the association's lines. */
  show(line: string): void {
    this.#asked = line;
    this.#door.close();
    this.now = undefined;
    this.arrive();
  }

  async signOut(): Promise<void> {
    this.#door.close();
    this.#forget();
    this.#wipe('arriving');
    await this.account.signOut();
    if (this.account.atPost.post !== undefined) leaveNoTrace();
  }

  #turnedAway(why: DoorRefusal | Closing): void {
    this.#door.close();
    if (why === 'signed-out') {
      this.#forget();
      this.account.leave('signed-out');
    }
    if (why === 'version') this.#wipe('outdated');
    else this.#wipe(why === 'another-tab' ? 'elsewhere' : 'shut');
  }

  #wipe(at: DeskState['at']): void {
    this.now = undefined;
    this.papers.putAway();
    this.papers = this.#blank();
    this.state = { at };
  }

  /** Who comes next begins at their own line. */
  #forget(): void {
    this.#asked = undefined;
    this.line = { id: '', name: '' };
    this.meanings = {};
  }

  #blank(): Papers {
    return new Papers(() => this.#turnedAway('signed-out'));
  }
}
