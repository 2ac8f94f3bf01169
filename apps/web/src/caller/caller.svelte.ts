// The caller's page: where the caller is, as the service tells it, and the few things they may ask. What they write before
// someone is there stays in this object; when the stay is over, nothing of it is left in the page.
import { callerAsks, callerTells, WIRE_VERSION } from '@veille/shared';
import type { CallerIs, DoorRefusal, LineStatus, Talking, TellOf } from '@veille/shared';
import { canSeal, loadTalk } from '../wire/can-seal.js';
import { pageClock } from '../wire/clock.js';
import { Door } from '../wire/door.js';
import type { Cut, Link } from '../wire/link.js';
import { Parting } from '../wire/parting.js';
import { Seat } from '../wire/seat.svelte.js';
import type { TicketSlip } from '../wire/ticket.js';
import { byThisDevice, Calling } from './calling.svelte.js';
import { endedHere, inLine, isExpected } from './caller-state.js';
import type { CallerState } from './caller-state.js';
import { FirstWords } from './first-words.svelte.js';
import { HeldSight } from './held.svelte.js';
import { LastWords } from './last-words.svelte.js';

/** `storage`: the tab's own, where the browser grants it. */
export type CallerPlan = { line: string; origin: string; storage: Storage | undefined };

export class CallerFace {
  state: CallerState = $state({ at: 'arriving', back: false });
  link = $state<Link>('joining');
  cut = $state<Cut>('line');
  out = $state(false); // the service lives, and says that nothing moves for now
  /** As it was told last, wherever the caller is. */
  line = $state.raw<LineStatus>();
  asking = $state(false);
  trouble = $state(false);
  /** They asked to be heard in this language, and nobody on shift spoke it. */
  notSpoken = $state<string>();
  networkClosed = $state(false); // for a while, to whoever comes from the same network
  readonly words: FirstWords;
  readonly calling = new Calling(byThisDevice(), pageClock);
  readonly last = new LastWords(pageClock);
  readonly seat: Seat;
  readonly held: HeldSight;
  readonly #slip: TicketSlip;
  readonly #door: Door<typeof callerAsks, typeof callerTells>;
  readonly #parting = new Parting(pageClock, () => this.#shut());
  #toldBefore = false;

  constructor(slip: TicketSlip, { line, origin, storage }: CallerPlan) {
    this.#slip = slip;
    this.words = new FirstWords(storage);
    const handshake = () => ({ version: WIRE_VERSION, line, ...(slip.current && { ticket: slip.current }) });
    this.#door = new Door(
      { namespace: '/caller', asks: callerAsks, tells: callerTells, handshake },
      {
        link: (link, cut) => ([this.link, this.cut] = [link, cut]),
        refused: (why) => this.#turnedAway(why),
        closed: (why) => (why === 'another-tab' ? this.#replaced() : this.#forget({ at: 'shut' })),
      },
      { clock: pageClock, origin },
    );
    this.#door
      .hear('caller.is', (is) => this.#told(is))
      .hear('line.moved', (moved) => this.#moved(moved))
      .hear('line.status', (line) => this.#lineIs(line))
      .hear('caller.ticket', ({ ticket }) => this.#keep(ticket))
      .hear('service.is', ({ is }) => (this.out = is === 'out'))
      .hear('presence.ping', ({ ticket, is }) => {
        this.#keep(ticket);
        if (is) this.#told(is);
      });
    this.held = new HeldSight({ ask: () => this.#door.ask('caller.held', {}), storage, clock: pageClock });
    const onseated = () => this.words.leave().forEach((text) => this.seat.talk?.say(text));
    this.seat = new Seat({ side: 'caller', door: this.#door, clock: pageClock, storage, onseated });
  }

  /** The last words can be read. */
  get reads(): boolean {
    return this.state.at === 'gone' && this.last.lines.length > 0;
  }

  /** What is shown is as tall as the window. */
  get fills(): boolean {
    return this.state.at === 'talking' || this.reads;
  }

  /** The person touched or wrote something. */
  stirred(): void {
    this.calling.seen();
  }

  /** The person says that they are there; the state that follows says what came of it. */
  here = async (): Promise<void> => {
    this.stirred();
    await this.#door.ask('line.here', {});
  };

  /** The page is looked at again. */
  wake = (): void => this.#door.wake();
  sleep = (): void => this.#door.sleep();
  cutOff = (): void => this.#door.cutOff();

  arrive(): void {
    this.#parting.end();
    this.held.beginAnew();
    this.state = canSeal() ? { at: 'arriving', back: this.#slip.current !== undefined } : { at: 'unsafe' };
    if (this.state.at === 'arriving') this.#door.open();
  }

  /** Nobody is put in line who could not be heard at its end: the cipher is there first. `language`: none for the main one. */
  async join(language?: string): Promise<void> {
    this.asking = true;
    this.trouble = false;
    const ready = await loadTalk().catch(() => undefined);
    const reply = ready && (await this.#door.ask('line.join', language === undefined ? {} : { language }));
    this.asking = false;
    const refused = reply && 'refused' in reply ? reply.refused : undefined;
    this.notSpoken = refused === 'not-spoken' ? language : undefined;
    this.networkClosed = refused === 'network-closed';
    // Who is turned away is told why by the state that comes with it.
    this.trouble = !reply || (refused !== undefined && !isExpected(refused));
  }

  leave(): void {
    this.#part('you-left', () => this.#door.ask('line.leave', {}));
  }

  end(): void {
    if (this.state.at !== 'talking') return;
    const { conversation } = this.state;
    this.#part('you-ended', () => this.#door.ask('conversation.end', { conversation }));
  }

  /** The quick exit: the last word is on its way, nothing waits for an answer, and nothing is left to come back with. */
  quit(): void {
    if (this.state.at === 'talking') {
      const { conversation } = this.state;
      void this.#door.ask('conversation.end', { conversation });
    } else void this.#door.ask('line.leave', {});
    this.#forget({ at: 'arriving', back: false });
  }

  say = (text: string) => this.seat.talk?.say(text) ?? this.words.hold(text);

  #told(is: CallerIs): void {
    if (this.held.isLeaving) return;
    if (this.#parting.underway) {
      void this.#parting.sayAgain();
      return;
    }
    const resumed = !this.#toldBefore;
    this.#toldBefore = true;
    this.out = false;
    if (is.at === 'outside') this.line = is.line;
    if (is.at === 'gone') return this.#over(is);
    if (is.at === 'talking') this.#sit(is, resumed);
    else this.#cutOff();
    if (is.at === 'asked' && this.state.at === 'waiting' && this.calling.isSeenLately)
      return void this.#answers(is);
    if (is.at === 'asked' && this.state.at !== 'asked') this.calling.call();
    this.state = is;
  }

  #sit(is: Talking, resumed: boolean): void {
    if (this.state.at !== 'talking') this.calling.call();
    this.last.erase();
    this.seat.take(is, resumed);
  }

  /** Back in the line, not by their own will. What stands in the box is still theirs to say. */
  #cutOff(): void {
    const talk = this.seat.handOver();
    if (talk) void this.last.keep(talk, '');
  }

  /** Who ended it themself leaves nothing behind; whoever was left may read the last words. */
  #over(is: Extract<CallerIs, { at: 'gone' }>): void {
    const unsent = this.words.draft;
    const talk = endedHere(is.why) ? undefined : this.seat.handOver();
    this.#forget(is);
    if (talk) void this.last.keep(talk, unsent);
  }

  /** The page answers for a person who is plainly there, and nothing moves under their hands. */
  async #answers(asked: CallerIs): Promise<void> {
    const reply = await this.#door.ask('line.here', {});
    if ('refused' in reply && reply.refused !== 'not-now' && this.state.at === 'waiting') this.state = asked;
  }

  /** A place never grows, whatever overtook what on its way here; a wait may. */
  #moved({ place, ticket, ...outlook }: TellOf<typeof callerTells, 'line.moved'>): void {
    this.#keep(ticket);
    if (this.state.at === 'waiting')
      this.state = { ...this.state, ...outlook, place: Math.min(place, this.state.place) };
    if (this.state.at === 'asleep') this.state = { at: 'asleep', place: Math.min(place, this.state.place) };
  }

  /** The line changed while this page looks at it from outside. */
  #lineIs(line: LineStatus): void {
    this.line = line;
    const isOutside = this.state.at === 'outside' || (this.state.at === 'arriving' && !this.state.back);
    if (isOutside) this.state = { at: 'outside', line };
  }

  #keep(ticket: string | undefined): void {
    if (ticket !== undefined && !this.#parting.underway && !this.held.isLeaving) this.#slip.keep(ticket);
  }

  #turnedAway(why: DoorRefusal): void {
    if (why === 'version') {
      // The next page may still come back: what the tab holds stays.
      this.seat.rise();
      this.state = { at: 'outdated' };
      return;
    }
    const hadTicket = this.#slip.current !== undefined;
    const wasIn = inLine(this.state) || this.state.at === 'talking';
    if (wasIn) this.#over({ at: 'gone', why: 'lost' });
    else this.#forget({ at: why === 'refused' && !hadTicket ? 'nowhere' : 'shut' });
    if (why === 'refused' && hadTicket && !wasIn) this.arrive();
  }

  /** Another tab goes on. The words are out of this one; its ticket can still bring it back. */
  #replaced(): void {
    this.#wipe({ at: 'elsewhere' });
    this.#door.close();
  }

  #part(why: 'you-left' | 'you-ended', lastWord: Parameters<Parting['begin']>[0]): void {
    this.#slip.takeOut();
    this.#wipe({ at: 'gone', why });
    this.#parting.begin(lastWord);
  }

  /** The stay is over: words, keys and ticket go. */
  #forget(state: CallerState): void {
    this.#wipe(state);
    this.#shut();
  }

  #wipe(state: CallerState): void {
    this.seat.leave();
    this.words.wipe();
    this.last.erase();
    this.state = state;
  }

  #shut(): void {
    this.#slip.remove();
    const letGo = () => this.#door.close();
    if (this.state.at === 'gone') this.held.farewell(letGo);
    else letGo();
  }
}
