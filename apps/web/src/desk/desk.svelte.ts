// The coordinators' page: numbers of now and of today, told live, and invitation links, asked for over HTTP.
import { deskAsks, deskTells, WIRE_VERSION } from '@veille/shared';
import type { AccessRefusal, Closing, DoorRefusal, Meanings, Role, TellOf } from '@veille/shared';
import { access } from '../wire/access.js';
import { Account } from '../wire/account.svelte.js';
import { leaveNoTrace } from '../wire/at-post.svelte.js';
import { pageClock } from '../wire/clock.js';
import { Door } from '../wire/door.js';
import type { Cut, Link } from '../wire/link.js';
import { ClosuresDesk } from './closures-desk.svelte.js';
import { ProviderDesk } from './provider-desk.svelte.js';
import { AssociationDesk } from './association-desk.svelte.js';
import { PartnersDesk } from './partners-desk.svelte.js';
import { DevicesDesk } from './devices-desk.svelte.js';
import { Sessions } from '../wire/sessions.svelte.js';
import { LineDesk } from './line-desk.svelte.js';
import { StaffDesk } from './staff-desk.svelte.js';

export type DeskState = { at: 'arriving' | 'board' | 'elsewhere' | 'outdated' | 'shut' };
/** One's own association and post, unless others are named. */
export type Inviting = { role: Role; post?: string; association?: string };
export type Invitation = { role: Role; link: string; validFor: number };

export class DeskFace {
  state: DeskState = $state.raw({ at: 'arriving' });
  link = $state<Link>('joining');
  cut = $state<Cut>('line');
  line = $state.raw({ id: '', name: '' });
  /** What each number means, in a sentence. */
  meanings = $state.raw<Meanings>({});
  now = $state.raw<TellOf<typeof deskTells, 'desk.now'>>();
  /** Shown once: it is nowhere else, and gone when it is put away. */
  invitation = $state.raw<Invitation>();
  refused = $state<AccessRefusal>();
  readonly running = new LineDesk();
  /** Shown to those who may choose it: others are refused, and see nothing of it. */
  readonly provider = new ProviderDesk();
  readonly closures = new ClosuresDesk();
  readonly association = new AssociationDesk();
  readonly partners = new PartnersDesk();
  readonly staff = new StaffDesk();
  readonly devices = new DevicesDesk();
  readonly sessions = new Sessions();
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
      void this.provider.read();
      void this.closures.open();
      this.line = line;
      this.running.take(line.id);
      this.meanings = meanings;
      if (this.account.state.at !== 'in') return;
      const { who } = this.account.state;
      void this.association.arrive(who);
      // Who runs a post agrees with nobody.
      if (who.post === undefined) void this.partners.open();
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

  async invite(inviting: Inviting): Promise<void> {
    this.refused = undefined;
    const said = await access.invite(inviting);
    if (!('refused' in said)) this.invitation = { role: inviting.role, ...said };
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
    if (this.account.atPost.post !== undefined) leaveNoTrace();
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
    this.closures.close();
    this.association.wipe();
    this.partners.close();
    this.staff.close();
    this.devices.close();
    this.sessions.close();
    this.state = { at };
  }
}
