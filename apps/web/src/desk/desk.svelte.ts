// The coordinators' page: numbers of now and of today, told live, and invitation links, asked for over HTTP.
import { deskAsks, deskTells, WIRE_VERSION } from '@veille/shared';
import type { AccessRefusal, Closing, DoorRefusal, Meanings, Role, TellOf } from '@veille/shared';
import { access } from '../wire/access.js';
import { Account } from '../wire/account.svelte.js';
import { pageClock } from '../wire/clock.js';
import { Door } from '../wire/door.js';
import type { Cut, Link } from '../wire/link.js';
import { ProviderDesk } from './provider-desk.svelte.js';
import { LineDesk } from './line-desk.svelte.js';

export type DeskState = { at: 'arriving' | 'board' | 'elsewhere' | 'outdated' | 'shut' };
export type Invitation = { role: Role; link: string; validFor: number };

export class DeskFace {
  state: DeskState = $state.raw({ at: 'arriving' });
  link = $state<Link>('joining');
  cut = $state<Cut>('line');
  line = $state('');
  /** What each number means, in a sentence. */
  meanings = $state.raw<Meanings>({});
  now = $state.raw<TellOf<typeof deskTells, 'desk.now'>>();
  /** Shown once: it is nowhere else, and gone when it is put away. */
  invitation = $state.raw<Invitation>();
  refused = $state<AccessRefusal>();
  readonly running = new LineDesk();
  /** Shown to those who may choose it: others are refused, and see nothing of it. */
  readonly provider = new ProviderDesk();
  readonly account = new Account(({ role }) => role !== 'volunteer' && this.arrive());
  readonly #door: Door<typeof deskAsks, typeof deskTells>;

  constructor(origin: string) {
    const handshake = () => ({ version: WIRE_VERSION });
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
      void this.provider.read();
      this.line = line.name;
      this.meanings = meanings;
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

  cutOff(): void {
    this.#door.cutOff();
  }

  arrive(): void {
    this.state = { at: 'arriving' };
    this.#door.open();
  }

  async invite(role: Role): Promise<void> {
    this.refused = undefined;
    const said = await access.invite({ role });
    if (!('refused' in said)) this.invitation = { role, ...said };
    else if (said.refused === 'signed-out') this.#turnedAway('signed-out');
    else this.refused = said.refused;
  }

  putAway(): void {
    this.invitation = undefined;
  }

  async signOut(): Promise<void> {
    this.#door.close();
    this.#wipe('arriving');
    await this.account.signOut();
  }

  #turnedAway(why: DoorRefusal | Closing): void {
    this.#door.close();
    if (why === 'signed-out') this.account.leave('signed-out');
    if (why === 'version') this.#wipe('outdated');
    else this.#wipe(why === 'another-tab' ? 'elsewhere' : 'shut');
  }

  #wipe(at: DeskState['at']): void {
    this.invitation = undefined;
    this.now = undefined;
    this.running.close();
    this.provider.close();
    this.state = { at };
  }
}
