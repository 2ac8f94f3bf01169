// Which line a page of staff is for: one of their own, or to hear, of a partner's; and where a shift is, the line of that shift.
import { Injectable } from '@nestjs/common';
import { type Line, lineId, type PlaceId, volunteerId } from '@veille/domain';
import type { Welcome } from '@veille/shared';
import type { Session } from '../access/access.service.js';
import type { Shift } from '../access/ticket.js';
import { Tickets } from '../access/tickets.js';
import { AgreementService } from '../association/agreement.service.js';
import { AssociationService } from '../association/association.service.js';
import { VolunteerService } from '../volunteer/volunteer.service.js';
import { Memories } from './memories.js';

/** What a page says as it knocks; it names a line at most, and is believed nothing. */
export type Knock = { readonly line?: string | undefined; readonly ticket?: string | undefined };

@Injectable()
export class StaffLines {
  constructor(
    private readonly associations: AssociationService,
    private readonly volunteers: VolunteerService,
    private readonly tickets: Tickets,
    private readonly agreements: AgreementService,
    private readonly memories: Memories,
  ) {}

  /** The lines somebody may hear: those of their association, then those that are open to it (AG3). */
  async mayHear({ association }: Session): Promise<Line[]> {
    const [own, partners] = await Promise.all([
      this.associations.linesOf(association),
      this.agreements.linesOpenTo(association),
    ]);
    return [...own, ...partners];
  }

  /** The same of one line, at this moment. */
  mayServe({ association }: Session, line: Line): Promise<boolean> {
    return this.agreements.mayServe(association, line);
  }

  /** The one a desk shows: the one it asks for, else the first. `no-such-line`: not theirs, or not there (TN5). */
  async shownAt(session: Session, { line }: Knock): Promise<Line | 'no-such-line'> {
    return chosen(await this.associations.linesOf(session.association), line);
  }

  /** The one a volunteer's page is for: that of their shift while there is one (TN6), else as it asks. */
  async heardAt(session: Session, { line, ticket }: Knock): Promise<Line | 'no-such-line'> {
    const [lines, held] = [await this.mayHear(session), this.#heldBy(session, ticket)];
    const here = (await this.onShift(session, lines)) ?? (await this.#talksOn(session, held));
    return here ?? chosen(lines, line ?? held?.line);
  }

  /** Whether they are in a conversation at this moment: no session of theirs ends meanwhile (AC21). */
  async isTalking({ account }: Session, { id }: Line): Promise<boolean> {
    return (await this.volunteers.find(id, volunteerId(account)))?.at === 'talking';
  }

  /** What a volunteer's page is told once: all of their own, and nothing of anybody else's. */
  async welcome(session: Session, line: Line): Promise<Welcome> {
    const [posts, lines] = await Promise.all([
      this.associations.posts(session.association),
      this.mayHear(session),
    ]);
    return {
      pseudonym: session.pseudonym,
      line: named(line),
      lines: await Promise.all(lines.map((one) => this.#called(session, one))),
      posts: posts.map(named),
      ...postOf(session),
    };
  }

  /** Where the live store knows a shift of theirs. */
  async onShift({ account }: Session, among: readonly Line[]): Promise<Line | undefined> {
    const shifts = await Promise.all(among.map(({ id }) => this.volunteers.find(id, volunteerId(account))));
    return among.find((_, at) => shifts[at] !== undefined);
  }

  /** A line of a partner's is named with its association: a line of one's own may have the same name. */
  async #called({ association: own }: Session, { association: whose, ...line }: Line) {
    if (whose === own) return named(line);
    const association = await this.associations.association(whose);
    return { ...named(line), ...(association !== 'no-such-association' && { of: association.name }) };
  }

  /** An agreement ended while they talked: whatever page they open, they finish in peace there, and hear nobody else (AG4, TN6). */
  async #talksOn(session: Session, held: Shift | undefined): Promise<Line | undefined> {
    const all = await this.associations.lines();
    const others = all.filter(({ association }) => association !== session.association);
    const talks = await Promise.all(others.map((line) => this.isTalking(session, line)));
    return (
      others.find((_, at) => talks[at]) ??
      ((await this.#mayTalkYet(held)) ? others.find(({ id }) => id === held?.line) : undefined)
    );
  }

  /** The store was lost, and nobody in it says so: then their ticket alone remembers that they talk, as long as people come back. */
  async #mayTalkYet(held: Shift | undefined): Promise<boolean> {
    return held?.memory.talk !== undefined && (await this.memories.isSettling(held.line));
  }

  /** The store may have been lost: then the ticket alone remembers which line it was. */
  #heldBy({ account }: Session, ticket: string | undefined): Shift | undefined {
    const shift = ticket === undefined ? 'refused' : this.tickets.openShift(ticket);
    return shift !== 'refused' && shift.volunteer === volunteerId(account) ? shift : undefined;
  }
}

const named = ({ id, name }: { id: string; name: string }) => ({ id, name });

const chosen = (lines: readonly Line[], asked: string | undefined): Line | 'no-such-line' =>
  (asked === undefined ? lines[0] : lines.find(({ id }) => id === lineId(asked))) ?? 'no-such-line';

/** Where a shift is begun unless something else is chosen: the post whose device this is, else their own. */
function postOf({ at, post }: Session): { post?: PlaceId } {
  const place = at?.post ?? post;
  return place === undefined ? {} : { post: place };
}
