// Offers: matching, answering, and what happens when nobody answers. Matching is tried on every change.
import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Answer,
  type CallerId,
  conversationFrom,
  type Instant,
  type LineId,
  type Offer,
  type OfferId,
  offerId,
  placeId,
  type Volunteer,
  type VolunteerId,
} from '@veille/domain';
import { conversationOpened, peerChanged } from '../conversation/conversation.facts.js';
import { callerLeft, callerReady } from '../line/line.facts.js';
import { LineService } from '../line/line.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { presenceDropped } from '../presence/presence.facts.js';
import { volunteerReady } from '../volunteer/volunteer.facts.js';
import { VolunteerService } from '../volunteer/volunteer.service.js';
import { offerMade, offerOver } from './offer.facts.js';
import { type NoOffer, OfferStore } from './offer.store.js';

const OVERDUE_AT_ONCE = 100;

@Injectable()
export class OfferService implements OnModuleInit {
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
    this.facts.when(presenceDropped, async ({ line, person }) => {
      if (person.role !== 'volunteer') return;
      await this.#withdrawFrom(line, await this.volunteers.find(line, person.id));
    });
  }

  /** Makes offers until nobody waits, or nobody is free. */
  async match(line: LineId): Promise<void> {
    const { offerStands } = await this.lines.settings(line);
    for (;;) {
      const now = this.clock.now();
      const id = offerId(randomBytes(16).toString('base64url'));
      const offer = await this.#make(line, { id, now, until: now + offerStands });
      if (typeof offer === 'string') return;
      this.facts.state(offerMade, { line, offer });
    }
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

  /** Its time may be up. Harmless early, twice, late, or for an offer that never was. */
  async expire(line: LineId, offer: OfferId): Promise<'expired' | 'still-stands' | 'nothing-to-do'> {
    const { missesBeforeAway } = await this.lines.settings(line);
    const when = { now: this.clock.now(), missesBeforeAway };
    const move = () => this.store.expire(line, offer, when);
    return this.#closing(line, offer, { over: 'expired', move });
  }

  /** One of the two is not there any more. */
  withdraw(line: LineId, offer: OfferId): Promise<'withdrawn' | 'nothing-to-do'> {
    const move = () => this.store.withdraw(line, offer);
    return this.#closing(line, offer, { over: 'withdrawn', move });
  }

  find(line: LineId, offer: OfferId): Promise<Offer | undefined> {
    return this.store.find(line, offer);
  }

  /** Does what a lost alarm or a lost trigger did not. */
  async sweep(line: LineId): Promise<void> {
    const overdue = await this.store.overdue(line, this.clock.now(), OVERDUE_AT_ONCE);
    for (const offer of overdue) await this.expire(line, offer);
    for (const volunteer of await this.volunteers.whoIsAway(line)) await this.#withdrawFrom(line, volunteer);
    await this.match(line);
  }

  async #withdrawFrom(line: LineId, volunteer: Volunteer | undefined): Promise<void> {
    if (volunteer?.at === 'offered') await this.withdraw(line, volunteer.offer);
  }

  /** An offer whose reply was lost may stand, and nobody was told of it: better none than one that nobody can answer. */
  #make(line: LineId, offer: { id: OfferId; now: Instant; until: Instant }): Promise<Offer | NoOffer> {
    return this.store.make(line, offer).catch(async (lost: unknown) => {
      await this.store.withdraw(line, offer.id);
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
    if (said === over && offer) this.facts.state(offerOver, { line, offer });
    return said;
  }

  async #opened(line: LineId, caller: CallerId, { offer, by: volunteer, now }: Answer): Promise<void> {
    const [heard, listener] = await Promise.all([
      this.lines.find(line, caller),
      this.volunteers.find(line, volunteer),
    ]);
    this.facts.state(conversationOpened, {
      line,
      conversation: conversationFrom(offer),
      caller,
      volunteer,
      waited: heard ? Math.max(0, now - heard.joinedAt) : 0,
      again: heard?.since === 'listener-lost',
      from: listener?.from ?? placeId('home'),
    });
  }

  /** The first reply was lost: whether the two were told of it is not known, so both are told to look (OF5). */
  #openedBefore(line: LineId, caller: CallerId, { offer, by: volunteer }: Answer): void {
    const pair = { line, conversation: conversationFrom(offer), caller, volunteer };
    this.facts.state(peerChanged, { ...pair, who: 'volunteer', peer: 'here' });
    this.facts.state(peerChanged, { ...pair, who: 'caller', peer: 'here' });
  }
}
