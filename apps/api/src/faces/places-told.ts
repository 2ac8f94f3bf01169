// The places this node told its waiting tabs, so that a tab is told only what is new, and never that its place grew (I6).
import { Injectable } from '@nestjs/common';
import type { CallerId, Language, LineId, Outlook } from '@veille/domain';

/** Sent again now and then even when nothing moved: the last telling may not have got through. */
const REPEAT_EVERY = 10;

/** Far from the front a place is told when it is a twenty-fifth lower: nobody there counts one by one, and they are many (LN9). */
const stepAt = (place: number): number => Math.max(1, Math.floor(place / 25));

type Told = { place: number; ticks: number; outlook?: Outlook; language?: Language };
export type Moved = {
  readonly payload: Outlook & { place: number };
  readonly volatile: boolean;
  /** The place is lower than the one that was told before: a ticket that knows only that one is out of date (TL2). */
  readonly lower: boolean;
};
type Asked = { readonly line: LineId; readonly caller: CallerId; readonly place: number };

@Injectable()
export class PlacesTold {
  readonly #told = new Map<LineId, Map<CallerId, Told>>();

  /** The place to show: a caller who was put back at the front moves others back, and they are not told so. */
  lowest({ line, caller, place }: Asked): number {
    const told = this.#on(line).get(caller);
    const lowest = Math.min(place, told?.place ?? place);
    this.#on(line).set(caller, { ...told, place: lowest, ticks: 0 });
    return lowest;
  }

  /** The lowest place this caller was told, for the ticket: another node must not tell more. */
  of(line: LineId, caller: CallerId): number | undefined {
    return this.#on(line).get(caller)?.place;
  }

  /** The page shows this wait, of somebody who asked to be heard in this language. */
  shows({ language, ...asked }: Asked & { language: Language }, outlook: Outlook): void {
    const place = this.lowest(asked);
    this.#on(asked.line).set(asked.caller, { place, ticks: 0, outlook, language });
  }

  /** What this caller asked for, as far as this node has told them anything. */
  languageOf(line: LineId, caller: CallerId): Language | undefined {
    return this.#on(line).get(caller)?.language;
  }

  /** Whether this caller was told that an answer is unlikely. */
  wasWarned(line: LineId, caller: CallerId): boolean {
    return this.#on(line).get(caller)?.outlook?.unlikely === true;
  }

  /** What to tell at this tick, or nothing: the wait may grow, and must arrive; the place may not, and may be lost once. */
  next({ line, caller, place }: Asked, outlook: Outlook): Moved | undefined {
    const before = this.#on(line).get(caller);
    const shown = before?.place ?? Infinity;
    const lowest = Math.min(place, shown);
    const ticks = (before?.ticks ?? -1) + 1;
    const isOtherWait = !isSame(before?.outlook, outlook);
    const isNew = isOtherWait || lowest <= shown - stepAt(shown) || ticks % REPEAT_EVERY === 0;
    this.#on(line).set(caller, {
      ...before,
      place: isNew ? lowest : shown,
      ticks: isNew ? 0 : ticks,
      outlook,
    });
    if (!isNew) return undefined;
    return { payload: { place: lowest, ...outlook }, volatile: !isOtherWait, lower: lowest < shown };
  }

  /** Where anybody was told anything. */
  get lines(): LineId[] {
    return [...this.#told.keys()];
  }

  /** Forgets who is not in this line any more. */
  keepOnly(line: LineId, inLine: ReadonlySet<CallerId>): void {
    const told = this.#on(line);
    for (const caller of told.keys()) if (!inLine.has(caller)) told.delete(caller);
    if (told.size === 0) this.#told.delete(line);
  }

  #on(line: LineId): Map<CallerId, Told> {
    const known = this.#told.get(line) ?? new Map<CallerId, Told>();
    this.#told.set(line, known);
    return known;
  }
}

const isSame = (before: Outlook | undefined, now: Outlook): boolean =>
  before?.band === now.band && before.unlikely === now.unlikely;
