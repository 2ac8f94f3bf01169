// What a line looks like now, to whoever decides about newcomers: its queue, its volunteers, its hours, its recent figures.
import { Injectable } from '@nestjs/common';
import {
  type Instant,
  type Line,
  type Language,
  type LineId,
  mainOf,
  openingAt,
  openOnlyIf,
  type Recent,
  seconds,
  type Seen,
  type Tongue,
} from '@veille/domain';
import { AssociationService } from '../association/association.service.js';
import { LineService } from '../line/line.service.js';
import { Clock } from '../platform/clock/clock.js';
import { VolunteerService } from '../volunteer/volunteer.service.js';
import { OverflowStore } from './overflow.store.js';

/** Means of two hours do not change in seconds; every page that waits is told from one reading. */
const readAgainAfter = seconds(5);

@Injectable()
export class OverflowSight {
  readonly #recent = new Map<LineId, { at: Instant; figures: Promise<Recent> }>();

  constructor(
    private readonly store: OverflowStore,
    private readonly associations: AssociationService,
    private readonly lines: LineService,
    private readonly volunteers: VolunteerService,
    private readonly clock: Clock,
  ) {}

  /** As it is for who asks to be heard in `asked`, or in the main language. @throws when there is no such line */
  async see(id: LineId, asked?: Language): Promise<{ line: Line; seen: Seen }> {
    const now = this.clock.now();
    const [line, queue, board, recent, overflowing] = await Promise.all([
      this.associations.line(id),
      this.lines.queue(id),
      this.volunteers.board(id),
      this.#recentOf(id, now),
      this.store.isOverflowing(id),
    ]);
    if (line === 'no-such-line') throw new Error('a line that is not there');
    const { languages } = line.settings;
    const spoken = tonguesOf(board.spoken, await this.lines.waitingIn(id, languages));
    const language = asked ?? mainOf(languages);
    const working = board.free + board.offered + board.talking + board.breather;
    const byTheClock = openingAt({ timeZone: line.timeZone, ...line.settings }, now);
    const opening = line.settings.onlyIfSomeone ? openOnlyIf(working > 0, byTheClock) : byTheClock;
    const inLine = queue.waiting + queue.offered;
    // Who is offered already has a volunteer, whose turn it is: the two count each other out.
    const crowd = { inLine, free: board.free + board.offered, working };
    return { line, seen: { ...crowd, spoken, language, recent, opening, now, overflowing } };
  }

  #recentOf(line: LineId, now: Instant): Promise<Recent> {
    const known = this.#recent.get(line);
    if (known && now - known.at < readAgainAfter) return known.figures;
    const figures = this.store.recent(line, now);
    this.#recent.set(line, { at: now, figures });
    figures.catch(() => this.#recent.delete(line));
    return figures;
  }
}

function tonguesOf(
  speakers: ReadonlyMap<Language, Omit<Tongue, 'waiting'>>,
  waiting: ReadonlyMap<Language, number>,
): ReadonlyMap<Language, Tongue> {
  const tongues = new Map<Language, Tongue>();
  for (const language of new Set([...speakers.keys(), ...waiting.keys()]))
    tongues.set(language, {
      ...(speakers.get(language) ?? { free: 0, working: 0 }),
      waiting: waiting.get(language) ?? 0,
    });
  return tongues;
}
