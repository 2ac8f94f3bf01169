// The line: joining, leaving, and being kept a place for.
import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Caller,
  type CallerId,
  callerId,
  type Instant,
  type Language,
  type Leaving,
  type LineId,
  type LineSettings,
  mainOf,
  wasHeard,
} from '@veille/domain';
import { AssociationService } from '../association/association.service.js';
import { Clock } from '../platform/clock/clock.js';
import { type Carried, Facts } from '../platform/facts.js';
import { presenceArrived, presenceDropped } from '../presence/presence.facts.js';
import { PresenceService } from '../presence/presence.service.js';
import { callerChanged, callerDropped, callerJoined, callerLeft, callerReady } from './line.facts.js';
import { LineStore } from './line.store.js';

const ASLEEP_AT_ONCE = 100;
const OUTWAITED_AT_ONCE = 100;

@Injectable()
export class LineService implements OnModuleInit {
  constructor(
    private readonly store: LineStore,
    private readonly presence: PresenceService,
    private readonly associations: AssociationService,
    private readonly clock: Clock,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.facts.when(presenceArrived, async ({ line, person }) => {
      if (person.role !== 'caller') return;
      const caller = await this.find(line, person.id);
      if (caller?.at === 'waiting') this.facts.state(callerReady, { line, caller: person.id });
    });
    this.facts.when(presenceDropped, async ({ line, person }) => {
      if (person.role !== 'caller') return;
      const caller = await this.find(line, person.id);
      if (caller && caller.at !== 'talking') this.facts.state(callerDropped, { line, caller: person.id });
    });
  }

  /** 128 random bits: a name for one stay, never reused, telling nothing. */
  nameCaller(): CallerId {
    return callerId(randomBytes(16).toString('base64url'));
  }

  /** Stands last in the line, to be heard in its main language or in the one they asked for. Their tab has arrived before (presence). */
  async join(line: LineId, caller: CallerId, asked?: Language): Promise<'joined' | 'already-here' | 'full'> {
    const { languages, hardCap: most } = await this.settings(line);
    const language = asked ?? mainOf(languages);
    const joined = await this.store.join(line, { id: caller, language, now: this.clock.now(), most });
    // Nobody who is not let in leaves anything (OV12).
    if (joined === 'full') await this.forget(line, caller);
    if (joined === 'joined') {
      this.facts.state(callerJoined, { line, caller });
      this.facts.state(callerReady, { line, caller });
    }
    return joined;
  }

  /** `hopeless`: who leaves was told before that an answer was unlikely. */
  async leave(
    line: LineId,
    caller: CallerId,
    why: 'left' | 'hopeless' = 'left',
  ): Promise<'left' | 'not-in-line'> {
    const known = await this.find(line, caller);
    const left = await this.store.leave(line, caller);
    if (left === 'not-in-line') return left;
    await this.#gone(line, caller, { why, ...this.#stayOf(known), offer: offerOf(left) });
    return 'left';
  }

  /** Gives the place of a caller free whose tab was away, or who slept, past the line's grace. Harmless early, twice or late. */
  async lapse(line: LineId, caller: CallerId): Promise<'left' | 'still-here' | 'not-in-line'> {
    const { callerGrace: grace, languages } = await this.settings(line);
    const known = await this.find(line, caller);
    const left = await this.store.lapse(line, caller, { grace, languages, now: this.clock.now() });
    if (left === 'still-here' || left === 'not-in-line') return left;
    await this.#gone(line, caller, { why: 'lost', ...this.#stayOf(known), offer: offerOf(left) });
    return 'left';
  }

  /** Lets go of who has waited longer than anybody should, and was never heard. Harmless early, twice or late. */
  async outwait(line: LineId, caller: CallerId): Promise<'left' | 'may-stay' | 'not-in-line'> {
    const { waitLimit: limit } = await this.settings(line);
    if (limit === 0) return 'may-stay';
    const known = await this.find(line, caller);
    const said = await this.store.outwait(line, caller, { limit, now: this.clock.now() });
    if (said !== 'left') return said;
    await this.#gone(line, caller, { why: 'waited-too-long', ...this.#stayOf(known), offer: undefined });
    return said;
  }

  /**
   * The same for everybody it may be time for. Who is asked or offered at that moment stays; if they wait again, the sweep
   * comes by within a second.
   */
  async outwaitAll(line: LineId): Promise<void> {
    const { waitLimit } = await this.settings(line);
    if (waitLimit === 0) return;
    const since = this.clock.now() - waitLimit;
    for (const caller of await this.store.inLineSince(line, since, OUTWAITED_AT_ONCE))
      await this.outwait(line, caller);
  }

  /** Who will be the next to have waited too long, and when, if nobody hears them; `undefined` when nobody will. */
  async nextToOutwait(line: LineId): Promise<{ caller: CallerId; at: Instant } | undefined> {
    const { waitLimit } = await this.settings(line);
    if (waitLimit === 0) return undefined;
    const next = await this.store.nextInLine(line, this.clock.now() - waitLimit);
    return next && { caller: next.caller, at: next.place + waitLimit };
  }

  /** Any sign of a caller who sleeps: they wait again, at their place. */
  async wake(line: LineId, caller: CallerId): Promise<'awake' | 'not-asleep'> {
    const woken = await this.store.wake(line, caller);
    if (woken === 'awake') {
      this.facts.state(callerChanged, { line, caller });
      this.facts.state(callerReady, { line, caller });
    }
    return woken;
  }

  /** Does what a lost alarm did not: every caller unseen, or asleep, past the grace leaves the line. */
  async sweep(line: LineId): Promise<void> {
    const { callerGrace } = await this.settings(line);
    const lost = this.clock.now() - callerGrace;
    for (const caller of await this.store.asleepSince(line, lost, ASLEEP_AT_ONCE))
      await this.lapse(line, caller);
    await this.outwaitAll(line);
    const unseen = await this.presence.callersUnseenSince(line, lost);
    for (const caller of unseen) {
      const lapsed = await this.lapse(line, caller);
      if (lapsed === 'not-in-line') await this.presence.forgetAway(line, { role: 'caller', id: caller });
    }
  }

  /** `undefined` when gone. */
  find(line: LineId, caller: CallerId): Promise<Caller | undefined> {
    return this.store.find(line, caller);
  }

  rankOf(line: LineId, caller: CallerId): Promise<number | 'not-in-line'> {
    return this.store.rankOf(line, caller);
  }

  inOrder(line: LineId): Promise<CallerId[]> {
    return this.store.inOrder(line);
  }

  /** How many wait in each of these languages. */
  waitingIn(line: LineId, languages: readonly Language[]): Promise<ReadonlyMap<Language, number>> {
    return this.store.waitingIn(line, languages);
  }

  /** After a loss those who are still to come back are waited for: nobody is matched, no place is told (RB7). */
  async isSettling(line: LineId): Promise<boolean> {
    return (await this.store.settles(line)) > this.clock.now();
  }

  /** How many wait, and how long the first one has. */
  async queue(line: LineId): Promise<{ waiting: number; offered: number; longest: number }> {
    const { inLine, offered, first } = await this.store.length(line);
    const longest = first === undefined ? 0 : Math.max(0, this.clock.now() - first);
    return { waiting: Math.max(0, inLine - offered), offered, longest };
  }

  /** @throws when there is no such line: ids of lines come from tickets and accounts, never from strangers */
  async settings(line: LineId): Promise<LineSettings> {
    const known = await this.associations.line(line);
    if (known === 'no-such-line') throw new Error('a line that is not there');
    return known.settings;
  }

  /** Nothing is known of this caller any more. */
  async forget(line: LineId, caller: CallerId): Promise<void> {
    await this.presence.forget(line, { role: 'caller', id: caller });
  }

  #stayOf(caller: Caller | undefined): Pick<Left, 'waited' | 'heard'> {
    if (!caller) return { waited: 0, heard: false };
    return { waited: Math.max(0, this.clock.now() - caller.joinedAt), heard: wasHeard(caller) };
  }

  async #gone(line: LineId, caller: CallerId, how: Omit<Left, 'line' | 'caller'>): Promise<void> {
    this.facts.state(callerLeft, { line, caller, ...how });
    await this.forget(line, caller);
  }
}

type Left = Carried<typeof callerLeft>;
const offerOf = (left: Leaving) => (typeof left === 'object' ? left.offer : undefined);
