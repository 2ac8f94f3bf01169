// A volunteer's shift: starting, being free, pausing, stopping. Nobody else makes a volunteer free.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Instant,
  type Language,
  type LineId,
  mainOf,
  type OfferId,
  type Pausing,
  type PlaceId,
  placeId,
  type Started,
  type Volunteer,
  type VolunteerId,
} from '@veille/domain';
import { LineService } from '../line/line.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { presenceArrived } from '../presence/presence.facts.js';
import { PresenceService } from '../presence/presence.service.js';
import { breatherBegan, shiftChanged, volunteerReady } from './volunteer.facts.js';
import { type VolunteerBoard, VolunteerStore } from './volunteer.store.js';

export type Shift = { readonly from: PlaceId; readonly languages?: readonly Language[] };

@Injectable()
export class VolunteerService implements OnModuleInit {
  constructor(
    private readonly store: VolunteerStore,
    private readonly presence: PresenceService,
    private readonly lines: LineService,
    private readonly clock: Clock,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.facts.when(presenceArrived, async ({ line, person }) => {
      if (person.role !== 'volunteer') return;
      const volunteer = await this.find(line, person.id);
      if (volunteer?.at === 'free') this.facts.state(volunteerReady, { line, volunteer: person.id });
    });
  }

  /** To hear people in the line's main language, unless others of the line's are named: all of what this volunteer speaks. */
  async startShift(
    line: LineId,
    volunteer: VolunteerId,
    { from, languages }: Shift,
  ): Promise<Started | 'not-of-this-line'> {
    const { languages: offered } = await this.lines.settings(line);
    const spoken = new Set(languages ?? [mainOf(offered)]);
    if (spoken.size === 0 || ![...spoken].every((one) => offered.includes(one))) return 'not-of-this-line';
    const shift = { id: volunteer, from, languages: spoken, now: this.clock.now() };
    const said = await this.store.startShift(line, shift);
    if (said === 'free') this.#isReady(line, volunteer);
    return said;
  }

  async becomeFree(line: LineId, volunteer: VolunteerId): Promise<'free' | 'busy' | 'off'> {
    const said = await this.store.becomeFree(line, volunteer, this.clock.now());
    if (said === 'free') this.#isReady(line, volunteer);
    return said;
  }

  async goAway(line: LineId, volunteer: VolunteerId): Promise<'away' | 'busy' | 'off'> {
    const said = await this.store.goAway(line, volunteer);
    if (said === 'busy' || said === 'off') return said;
    this.#changed(line, volunteer, offerOf(said));
    return 'away';
  }

  async stopShift(line: LineId, volunteer: VolunteerId): Promise<'off' | 'busy'> {
    const said = await this.store.stopShift(line, volunteer);
    if (said === 'busy') return said;
    this.#changed(line, volunteer, offerOf(said));
    return 'off';
  }

  /** Ends the shift of a volunteer whose tab was away past the grace; `at-once`: who is away does not come back (VO11). Harmless early, twice or late. */
  async lapse(line: LineId, volunteer: VolunteerId, how?: 'at-once'): Promise<'off' | 'still-here' | 'busy'> {
    const grace = how === 'at-once' ? 0 : (await this.lines.settings(line)).volunteerGrace;
    const said = await this.store.lapse(line, volunteer, { grace, now: this.clock.now() });
    if (said === 'still-here' || said === 'busy') return said;
    await this.forget(line, volunteer, offerOf(said));
    return 'off';
  }

  /** Whoever ended, or gave on, their conversation has said so to the store; this one is told when to look again. */
  breathes(line: LineId, volunteer: VolunteerId, until: Instant): void {
    this.facts.state(breatherBegan, { line, volunteer, until });
  }

  /** The breather that went until then may be over: their page is told, and nothing else happens (VO5). Harmless early, twice or late. */
  async breatherEnds(line: LineId, id: VolunteerId, until: Instant): Promise<'over' | 'nothing-to-do'> {
    const volunteer = await this.find(line, id);
    const isOver = volunteer?.at === 'breather' && volunteer.until === until && until <= this.clock.now();
    if (!isOver) return 'nothing-to-do';
    this.#changed(line, id);
    return 'over';
  }

  /** Does what a lost alarm did not. */
  async sweep(line: LineId): Promise<void> {
    const { volunteerGrace } = await this.lines.settings(line);
    const unseen = await this.presence.volunteersUnseenSince(line, this.clock.now() - volunteerGrace);
    for (const volunteer of unseen) await this.lapse(line, volunteer);
  }

  /** `undefined` when off. */
  find(line: LineId, volunteer: VolunteerId): Promise<Volunteer | undefined> {
    return this.store.find(line, volunteer);
  }

  /** From where they listen; of whom nothing is known any more: from home. */
  async placeOf(line: LineId, volunteer: VolunteerId): Promise<PlaceId> {
    return (await this.find(line, volunteer))?.from ?? placeId('home');
  }

  isHere(line: LineId, id: VolunteerId): Promise<boolean> {
    return this.presence.isHere(line, { role: 'volunteer', id });
  }

  /** Free, with a tab that is here: the longest idle first. */
  async freeHere(line: LineId): Promise<Volunteer[]> {
    const ids = await this.store.free(line);
    const here = await Promise.all(ids.map((id) => this.isHere(line, id)));
    const found = await Promise.all(ids.filter((_, at) => here[at]).map((id) => this.find(line, id)));
    return found.filter((one) => one?.at === 'free');
  }

  board(line: LineId): Promise<VolunteerBoard> {
    return this.store.board(line);
  }

  /** Volunteers whose lease has ended, whatever ended it; the longest gone first. */
  async whoIsAway(line: LineId): Promise<Volunteer[]> {
    const ids = await this.presence.volunteersUnseenSince(line, this.clock.now());
    const volunteers = await Promise.all(ids.map((id) => this.find(line, id)));
    return volunteers.filter((one) => one !== undefined);
  }

  /** Off: nothing is known of this volunteer any more, unless a tab of theirs has come since. */
  async forget(line: LineId, volunteer: VolunteerId, offer?: OfferId): Promise<void> {
    await this.presence.forgetAway(line, { role: 'volunteer', id: volunteer });
    this.#changed(line, volunteer, offer);
  }

  #isReady(line: LineId, volunteer: VolunteerId): void {
    this.#changed(line, volunteer);
    this.facts.state(volunteerReady, { line, volunteer });
  }

  #changed(line: LineId, volunteer: VolunteerId, offer?: OfferId): void {
    this.facts.state(shiftChanged, { line, volunteer, ...(offer !== undefined && { offer }) });
  }
}

const offerOf = (said: Pausing<string>): OfferId | undefined =>
  typeof said === 'object' ? said.of : undefined;
