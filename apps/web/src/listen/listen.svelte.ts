// The volunteer's page: where the volunteer is, as the service tells it, and what they may ask. It never makes anyone free,
// and between two conversations nothing is left of the first.
import { listenAsks, listenTells, WIRE_VERSION } from '@veille/shared';
import type {
  Closing,
  DoorRefusal,
  QueueSeen,
  Refusal,
  Reply,
  TellOf,
  VolunteerIs,
  Welcome,
} from '@veille/shared';
import { Account } from '../staff/account.svelte.js';
import { leaveNoTrace } from '../staff/at-post.svelte.js';
import { canSeal, loadTalk } from '../wire/can-seal.js';
import { pageClock } from '../wire/clock.js';
import { Door } from '../wire/door.js';
import type { Cut, Link } from '../wire/link.js';
import { Seat } from '../wire/seat.svelte.js';
import { TicketSlip } from '../wire/ticket.js';
import { HandingOver } from './handing-over.svelte.js';
import { Recall } from './recall.svelte.js';

/** The protocol's states, and those of a page that is in none of them. */
export type ListenState =
  | VolunteerIs
  | { at: 'arriving' | 'ending' | 'elsewhere' | 'unsafe' | 'outdated' | 'agreement-ended' | 'shut' };

type OverWhy = TellOf<typeof listenTells, 'conversation.over'>['why'];

const nobodyWaits: QueueSeen = { waiting: 0, longest: 0 };
const onShift: readonly ListenState['at'][] = ['free', 'breather', 'away'];

export class ListenFace {
  state: ListenState = $state.raw({ at: 'arriving' });
  link = $state<Link>('joining');
  cut = $state<Cut>('line');
  /** The service lives and says that nothing moves for now. */
  out = $state(false);
  welcome = $state.raw<Welcome>();
  queue = $state.raw(nobodyWaits);
  /** Why the last conversation is over. */
  over = $state<OverWhy>();
  trouble = $state<Refusal>();
  /** What came of asking to close the door to where the last caller came from. */
  closure = $state<'asked' | 'closed' | 'cannot-tell' | 'refused'>();
  /** Signing out was refused: somebody is proposed at this moment. */
  cannotGo = $state(false);
  draft = $state('');
  readonly seat: Seat;
  handing: HandingOver;
  recall: Recall;
  readonly account = new Account(() => this.arrive());
  readonly #door: Door<typeof listenAsks, typeof listenTells>;
  readonly #slip: TicketSlip;
  /** The one of their lines that was chosen on this page. */
  #line: string | undefined;
  #toldBefore = false;
  /** Ended here, and not yet there: asked again until the service knows. */
  #ended: string | undefined;

  constructor(origin: string, storage: Storage | undefined) {
    const slip = new TicketSlip(storage, 'veille-ecoute');
    this.#slip = slip;
    const handshake = () => ({
      version: WIRE_VERSION,
      ...(this.#line && { line: this.#line }),
      ...(slip.current && { ticket: slip.current }),
    });
    this.#door = new Door(
      { namespace: '/listen', asks: listenAsks, tells: listenTells, handshake },
      {
        link: (link, cut) => ([this.link, this.cut] = [link, cut]),
        refused: (why) => this.#turnedAway(why),
        closed: (why) => this.#closed(why),
      },
      { clock: pageClock, origin },
    );
    this.#door
      .hear('listen.welcome', (welcome) => this.#welcomed(welcome))
      .hear('line.recall', (recall) => this.recall.told(recall))
      .hear('volunteer.is', (is) => this.#told(is))
      .hear('volunteer.ticket', ({ ticket }) => slip.keep(ticket))
      .hear('line.queue', (queue) => (this.queue = queue))
      .hear('conversation.over', ({ why }) => (this.over = why))
      .hear('service.is', ({ is }) => (this.out = is === 'out'))
      .hear('presence.ping', ({ ticket, is }) => {
        if (ticket !== undefined) slip.keep(ticket);
        if (is) this.#told(is);
      });
    this.handing = $state.raw(new HandingOver(this.#door));
    this.recall = $state.raw(new Recall(this.#door));
    this.seat = new Seat({ side: 'volunteer', door: this.#door, clock: pageClock, storage });
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

  /** Signed in: the door may be opened. */
  arrive(): void {
    this.state = { at: canSeal() ? 'arriving' : 'unsafe' };
    if (this.state.at === 'arriving') this.#door.open();
    void loadTalk().catch(() => undefined);
  }

  /** Before a shift: another of the lines one may hear. */
  chooseLine(line: string): void {
    this.#line = line;
    this.#door.close();
    this.arrive();
  }

  /** `languages`: some of the line's; none are named where it has only one. */
  startShift = (place: string, languages?: string[]) =>
    this.#ask(this.#door.ask('shift.start', { place, ...(languages && { languages }) }));
  becomeFree = () => this.#ask(this.#door.ask('shift.free', {}));
  goAway = () => this.#ask(this.#door.ask('shift.away', {}));
  stopShift = () => this.#ask(this.#door.ask('shift.stop', {}));
  accept = (offer: string) => this.#ask(this.#door.ask('offer.accept', { offer }));
  decline = (offer: string) => this.#ask(this.#door.ask('offer.decline', { offer }));

  async askClosure(): Promise<void> {
    const reply = await this.#door.ask('network.ask', {});
    this.closure = 'refused' in reply ? 'refused' : reply.answer.is;
  }

  say = (text: string) => this.seat.talk?.say(text) ?? 'full';

  /** The screen is wiped at once; the service is told until it knows. */
  async end(): Promise<void> {
    if (this.state.at !== 'talking') return;
    this.#ended = this.state.conversation;
    this.#wipe({ at: 'ending' });
    await this.#door.ask('conversation.end', { conversation: this.#ended });
  }

  /** A shift ends before its volunteer goes; while somebody may be on their way to them, neither does. */
  async signOut(): Promise<void> {
    if (onShift.includes(this.state.at)) await this.stopShift();
    this.cannotGo = this.trouble === 'not-now';
    if (this.trouble) return;
    this.#door.close();
    this.#wipe({ at: 'arriving' });
    this.#forget();
    await this.account.signOut();
    if (this.account.atPost.post !== undefined) leaveNoTrace();
  }

  async #ask(asked: Promise<Reply<unknown>>): Promise<void> {
    this.trouble = undefined;
    this.cannotGo = false;
    const reply = await asked;
    if ('refused' in reply) this.trouble = reply.refused;
  }

  #welcomed(welcome: Welcome): void {
    this.welcome = welcome;
    this.recall.sayAgain();
  }

  #told(is: VolunteerIs): void {
    const resumed = !this.#toldBefore;
    this.#toldBefore = true;
    this.out = false;
    if (is.at === 'talking' && is.conversation === this.#ended) {
      void this.#door.ask('conversation.end', { conversation: is.conversation });
      return;
    }
    if (is.at === 'off') this.#slip.remove();
    if (is.at === 'talking') this.seat.take(is, resumed);
    else this.#leaveSeat();
    if (is.at !== 'breather') this.over = undefined;
    if (!isAboutTheSame(this.state, is)) this.closure = undefined;
    if (is.at === 'offered') this.trouble = undefined;
    this.state = is;
  }

  #turnedAway(why: DoorRefusal): void {
    if (why === 'signed-out') this.#signedOut();
    // The line that was asked for may be theirs no more: another try is for the first of those that are.
    this.#line = undefined;
    if (why !== 'version') return this.#wipe({ at: 'shut' });
    // The next page may still come back: what the tab holds stays.
    this.seat.rise();
    this.state = { at: 'outdated' };
  }

  /** On a computer of several people it is not said whose session is over. */
  #signedOut(): void {
    this.#forget();
    this.account.leave('signed-out');
    if (this.account.atPost.post !== undefined) leaveNoTrace();
  }

  #closed(why: Closing): void {
    if (why === 'signed-out') this.#signedOut();
    if (why === 'agreement-ended') this.#line = undefined;
    this.#wipe({ at: why === 'another-tab' ? 'elsewhere' : why === 'agreement-ended' ? why : 'shut' });
  }

  #wipe(state: ListenState): void {
    if (state.at !== 'ending') this.#slip.remove();
    this.#leaveSeat();
    this.state = state;
  }

  /** Who comes next finds nothing of who left. */
  #forget(): void {
    this.welcome = this.over = this.trouble = this.closure = undefined;
    this.queue = nobodyWaits;
    this.cannotGo = false;
    this.handing = new HandingOver(this.#door);
    this.recall = new Recall(this.#door);
    this.#line = undefined;
  }

  #leaveSeat(): void {
    this.seat.leave();
    this.handing.close();
    this.draft = '';
  }
}

/** Told again where one is, or in the breather after it: what was asked about this caller is still shown. */
const isAboutTheSame = (before: ListenState, is: VolunteerIs): boolean =>
  is.at === 'breather' ||
  (is.at === 'talking' && before.at === 'talking' && is.conversation === before.conversation);
