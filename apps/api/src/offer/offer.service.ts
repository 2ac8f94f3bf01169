// Offers: matching, asking the caller, then the volunteer, and what happens when nobody answers. Matching is tried on every change.
import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Answer,
  type Caller,
  type CallerId,
  conversationFrom,
  type Duration,
  type LineId,
  type Offer,
  type OfferId,
  offerId,
  type Volunteer,
  type VolunteerId,
  type Waiting,
} from '@veille/domain';
import { conversationOpened, peerChanged } from '../conversation/conversation.facts.js';
import { callerAsleep, callerChanged, callerLeft, callerReady } from '../line/line.facts.js';
import { LineService } from '../line/line.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { presenceDropped } from '../presence/presence.facts.js';
import { shiftChanged, volunteerReady } from '../volunteer/volunteer.facts.js';
import { VolunteerService } from '../volunteer/volunteer.service.js';
import { offerAsks, offerMade, offerOver } from './offer.facts.js';
import { OfferStore } from './offer.store.js';

const OVERDUE_AT_ONCE = 100;

type Expiry = 'expired' | 'skipped' | 'still-stands' | 'still-asked' | 'nothing-to-do';

@Injectable()
export class OfferService implements OnModuleInit {
  readonly #matching = new Map<LineId, Promise<void>>();
  readonly #toMatch = new Set<LineId>();

  constructor(
    private readonly store: OfferStore,
    private readonly lines: LineService,
    private readonly volunteers: VolunteerService,
    private readonly clock: Clock,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.facts.when(callerReady, ({ line }) => this.match(line));
    this.facts.when(volunteerReady, ({ line }) => this.match(line));
    this.facts.when(offerOver, ({ line }) => this.match(line));
    this.facts.when(callerLeft, async ({ line, offer }) => {
      if (offer !== undefined) await this.withdraw(line, offer);
    });
    this.facts.when(shiftChanged, async ({ line, offer }) => {
      if (offer !== undefined) await this.withdraw(line, offer);
    });
    this.facts.when(presenceDropped, async ({ line, person }) => {
      const { lines, volunteers } = this;
      const held = await (person.role === 'caller'
        ? lines.find(line, person.id)
        : volunteers.find(line, person.id));
      await this.#withdrawFrom(line, held);
    });
  }

  /** Makes offers until nobody waits, or nobody is free; whoever asks meanwhile is served by one round more. */
  match(line: LineId): Promise<void> {
    this.#toMatch.add(line);
    const underway = this.#matching.get(line) ?? this.#matchWhileAsked(line);
    this.#matching.set(line, underway);
    return underway;
  }

  async #matchWhileAsked(line: LineId): Promise<void> {
    try {
      while (this.#toMatch.delete(line)) await this.#matchOnce(line);
    } finally {
      this.#matching.delete(line);
    }
  }

  async #matchOnce(line: LineId): Promise<void> {
    const { stillThere, offerStands } = await this.lines.settings(line);
    const [at, lasts] =
      stillThere > 0 ? (['asking', stillThere] as const) : (['standing', offerStands] as const);
    for (;;) {
      const now = this.clock.now();
      const id = offerId(randomBytes(16).toString('base64url'));
      const making = { id, at, now, until: now + lasts };
      const made = await this.#orNone(line, id, () => this.store.make(line, making));
      if (typeof made === 'string') return;
      if (at === 'standing') this.facts.state(offerMade, { line, ...made });
      else this.#asks(line, made.offer);
    }
  }

  /** The caller is there: what was asking for them stands, and if they slept, they wait again (OF10, LN6). */
  async callerIsHere(line: LineId, id: CallerId): Promise<'here' | 'not-in-line'> {
    const caller = await this.lines.find(line, id);
    if (!caller || caller.at === 'talking') return 'not-in-line';
    if (caller.at === 'asked')
      await this.#stand(line, caller.offer, caller).finally(() =>
        this.facts.state(callerChanged, { line, caller: id }),
      );
    await this.lines.wake(line, id);
    return 'here';
  }

  /** Takes the caller: of any number of answers exactly one opens the conversation. */
  async accept(
    line: LineId,
    offer: OfferId,
    by: VolunteerId,
  ): Promise<'accepted' | 'too-late' | 'not-yours'> {
    const answer: Answer = { offer, by, now: this.clock.now() };
    const said = await this.store.accept(line, answer);
    if (typeof said === 'string') return said;
    if (said.accepted === 'now') await this.#opened(line, said.caller, answer);
    else this.#openedBefore(line, said.caller, answer);
    return 'accepted';
  }

  /** Gives the caller back to the same place, for the next volunteer. */
  async decline(
    line: LineId,
    offer: OfferId,
    by: VolunteerId,
  ): Promise<'declined' | 'too-late' | 'not-yours'> {
    const now = this.clock.now();
    const { pairRests } = await this.lines.settings(line);
    const move = () => this.store.decline(line, { offer, by, now }, now + pairRests);
    return this.#closing(line, offer, { over: 'declined', move });
  }

  /** The time of whoever it asks may be up. Harmless early, twice, late, or for an offer that never was. */
  async expire(line: LineId, id: OfferId): Promise<Expiry> {
    const offer = await this.store.find(line, id);
    if (offer?.at === 'asking') return this.#skip(line, offer);
    const { missesBeforeAway } = await this.lines.settings(line);
    const when = { now: this.clock.now(), missesBeforeAway };
    const move = () => this.store.expire(line, id, when);
    return this.#closing(line, id, { over: 'expired', move });
  }

  /** One of the two is not there any more. */
  withdraw(line: LineId, offer: OfferId): Promise<'withdrawn' | 'nothing-to-do'> {
    const move = () => this.store.withdraw(line, offer);
    return this.#closing(line, offer, { over: 'withdrawn', move });
  }

  find(line: LineId, offer: OfferId): Promise<Offer | undefined> {
    return this.store.find(line, offer);
  }

  /** How long whoever it asks still has; `undefined` when it is over. */
  async timeLeft(line: LineId, id: OfferId): Promise<Duration | undefined> {
    const offer = await this.store.find(line, id);
    return offer && Math.max(0, offer.until - this.clock.now());
  }

  /** Does what a lost alarm or a lost trigger did not. */
  async sweep(line: LineId): Promise<void> {
    const overdue = await this.store.overdue(line, this.clock.now(), OVERDUE_AT_ONCE);
    for (const offer of overdue) await this.expire(line, offer);
    for (const volunteer of await this.volunteers.whoIsAway(line)) await this.#withdrawFrom(line, volunteer);
    await this.match(line);
  }

  async #withdrawFrom(line: LineId, person: Caller | Volunteer | undefined): Promise<void> {
    if (person && 'offer' in person) await this.withdraw(line, person.offer);
  }

  #asks(line: LineId, offer: Offer): void {
    this.facts.state(offerAsks, { line, offer });
    this.facts.state(callerChanged, { line, caller: offer.caller });
  }

  async #stand(line: LineId, id: OfferId, caller: Waiting): Promise<void> {
    const { offerStands } = await this.lines.settings(line);
    const now = this.clock.now();
    const when = { now, until: now + offerStands };
    const said = await this.#orNone(line, id, () => this.store.stand(line, id, when));
    if (said === 'too-late') await this.expire(line, id);
    if (said === 'nobody-there') await this.withdraw(line, id);
    const offer = await this.store.find(line, id);
    if (said !== 'stands' || !offer) return;
    this.facts.state(offerMade, { line, offer, caller });
  }

  async #skip(line: LineId, { id, caller }: Offer): Promise<'skipped' | 'still-asked' | 'nothing-to-do'> {
    const at = this.clock.now();
    const move = () => this.store.skip(line, id, at);
    const said = await this.#closing(line, id, { over: 'skipped', move });
    if (said === 'skipped') this.facts.state(callerAsleep, { line, caller, at });
    return said;
  }

  /** An offer whose reply was lost may be, and nobody was told of it: better none than one that nobody can answer. */
  #orNone<Said>(line: LineId, id: OfferId, move: () => Promise<Said>): Promise<Said> {
    return move().catch(async (lost: unknown) => {
      await this.store.withdraw(line, id);
      throw lost;
    });
  }

  async #closing<Said extends string>(
    line: LineId,
    id: OfferId,
    { over, move }: { over: Said; move: () => Promise<Said> },
  ): Promise<Said> {
    const offer = await this.store.find(line, id);
    const said = await move();
    if (said !== over || !offer) return said;
    this.facts.state(offerOver, { line, offer });
    if (offer.at === 'asking') this.facts.state(callerChanged, { line, caller: offer.caller });
    return said;
  }

  async #opened(line: LineId, caller: CallerId, { offer, by: volunteer, now }: Answer): Promise<void> {
    const [heard, from] = await Promise.all([
      this.lines.find(line, caller),
      this.volunteers.placeOf(line, volunteer),
    ]);
    this.facts.state(conversationOpened, {
      line,
      conversation: conversationFrom(offer),
      caller,
      volunteer,
      waited: heard ? Math.max(0, now - heard.joinedAt) : 0,
      again: heard !== undefined && heard.since !== 'joined',
      from,
    });
  }

  /** The first reply was lost: whether the two were told of it is not known, so both are told to look (OF5). */
  #openedBefore(line: LineId, caller: CallerId, { offer, by: volunteer }: Answer): void {
    const pair = { line, conversation: conversationFrom(offer), caller, volunteer };
    this.facts.state(peerChanged, { ...pair, who: 'volunteer', peer: 'here' });
    this.facts.state(peerChanged, { ...pair, who: 'caller', peer: 'here' });
  }
}
