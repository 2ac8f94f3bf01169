// Overflow: who is let in, what a page is told of the line, and when it starts and ends needing help.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Admission,
  admission,
  answerTo,
  dayOn,
  type Instant,
  type Language,
  languagesOn,
  type LineId,
  type LineMode,
  type LineSettings,
  type Opening,
  type Outlook,
  outlookAt,
  outlookOutside,
  overflows,
  type Refused,
  type Span,
  spansOn,
  willOverflow,
} from '@veille/domain';
import { lineChosen } from '../association/association.facts.js';
import {
  callerHandedOver,
  callerReturned,
  conversationEnded,
  conversationOpened,
} from '../conversation/conversation.facts.js';
import { callerJoined, callerLeft } from '../line/line.facts.js';
import { Facts } from '../platform/facts.js';
import { shiftChanged } from '../volunteer/volunteer.facts.js';
import { callerRefused, lineClosed, lineOpened, overflowEnded, overflowStarted } from './overflow.facts.js';
import { OverflowSight } from './overflow-sight.service.js';
import { OverflowStore } from './overflow.store.js';

/** What an association says and shows of its line in its own way. */
type Own = 'welcomeText' | 'accentNight' | 'accentDay' | 'closedText' | 'elsewhere' | 'exitTo';

/** The line as a newcomer finds it. */
export type LineStatus = Outlook &
  Readonly<Pick<LineSettings, Own>> & {
    readonly admission: Admission;
    readonly mode: LineMode;
    /** Foreseen: it has not started, but will if people go on coming as they do. */
    readonly overflow: 'none' | 'foreseen' | 'started';
    readonly timeZone: string;
    readonly opening: Opening;
    readonly now: Instant;
    /** Today's hours, where the line goes by hours. */
    readonly today: readonly Span[] | undefined;
    /** The main one first. */
    readonly languages: readonly { readonly tag: Language; readonly spoken: boolean }[];
    readonly name: string;
  };

type OutlookAt = (place: number, asked?: Language) => Outlook;

@Injectable()
export class OverflowService implements OnModuleInit {
  readonly #looking = new Set<LineId>();
  readonly #changedMeanwhile = new Set<LineId>();
  readonly #outlooks = new Map<LineId, Promise<OutlookAt>>();

  constructor(
    private readonly sight: OverflowSight,
    private readonly store: OverflowStore,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    const { facts } = this;
    const look = ({ line }: { line: LineId }) => this.#changed(line);
    facts.afterwards(callerJoined, look);
    facts.afterwards(callerLeft, look);
    facts.afterwards(conversationOpened, look);
    facts.afterwards(conversationEnded, look);
    facts.afterwards(callerHandedOver, look);
    facts.afterwards(callerReturned, look);
    facts.afterwards(shiftChanged, look);
    facts.afterwards(lineChosen, look);
  }

  /** Asked just before joining. Of those who come in the same instant, joining itself lets in no more than the cap (LN8). */
  async admit(id: LineId, asked?: Language): Promise<'admit' | Refused> {
    const { line, seen } = await this.sight.see(id, asked);
    const said = answerTo(seen, line.settings);
    if (said !== 'admit') this.turnAway(id, said);
    return said;
  }

  /** Somebody was told that there is no place for them. */
  turnAway(line: LineId, why: Refused): void {
    this.facts.state(callerRefused, { line, why });
  }

  /** Whether it was last said to overflow, on whatever node. */
  isOverflowing(line: LineId): Promise<boolean> {
    return this.store.isOverflowing(line);
  }

  async status(id: LineId): Promise<LineStatus> {
    const { line, seen } = await this.sight.see(id);
    const { mode, hours, welcomeText, accentNight, accentDay, closedText, elsewhere, exitTo } = line.settings;
    return {
      ...outlookOutside(seen, line.settings),
      overflow: seen.overflowing ? 'started' : willOverflow(seen, line.settings) ? 'foreseen' : 'none',
      admission: admission(seen, line.settings),
      mode,
      timeZone: line.timeZone,
      opening: seen.opening,
      now: seen.now,
      today: mode === 'by-hours' ? spansOn(hours, dayOn(line, seen.now)) : undefined,
      languages: languagesOn(seen, line.settings),
      name: line.name,
      welcomeText,
      accentNight,
      accentDay,
      closedText,
      elsewhere,
      exitTo,
    };
  }

  /**
   * One reading answers for every place in the line, 1 is next, for whatever language somebody there asked for, and for
   * everybody who asks while it is underway: when many come back at once, the line is read a few times.
   */
  outlooks(id: LineId): Promise<OutlookAt> {
    const underway = this.#outlooks.get(id);
    if (underway) return underway;
    const reading = this.#readOutlooks(id).finally(() => this.#outlooks.delete(id));
    this.#outlooks.set(id, reading);
    return reading;
  }

  async #readOutlooks(id: LineId): Promise<OutlookAt> {
    const { line, seen } = await this.sight.see(id);
    const known = new Map<string, Outlook>();
    return (place, language = seen.language) => {
      const who = `${language} ${place}`;
      const outlook = known.get(who) ?? outlookAt(place - 1, { ...seen, language }, line.settings);
      known.set(who, outlook);
      return outlook;
    };
  }

  /** States what changed since anybody last looked (OV9). Harmless early, twice or late; says when to look again at the latest. */
  async look(id: LineId): Promise<Instant | undefined> {
    const { line, seen } = await this.sight.see(id);
    const overflow = overflows(seen, line.settings) ? 'started' : 'ended';
    const before = (await this.store.say(id, 'overflow', overflow)) ?? 'ended';
    if (before !== overflow)
      this.facts.state(overflow === 'started' ? overflowStarted : overflowEnded, { line: id });
    const opening = seen.opening.at === 'open' ? 'open' : 'closed';
    const was = (await this.store.say(id, 'opening', opening)) ?? opening;
    if (was !== opening) this.facts.state(opening === 'open' ? lineOpened : lineClosed, { line: id });
    return seen.opening.at === 'draining' ? undefined : seen.opening.until;
  }

  /** Many changes at once are one look more, not many. */
  async #changed(line: LineId): Promise<void> {
    if (this.#looking.has(line)) return void this.#changedMeanwhile.add(line);
    this.#looking.add(line);
    try {
      do {
        this.#changedMeanwhile.delete(line);
        await this.look(line);
      } while (this.#changedMeanwhile.has(line));
    } finally {
      this.#looking.delete(line);
    }
  }
}
