// The live services on memory stores, with a clock that a test moves and alarms that ring by it: what happens on one line.
import {
  type CallerId,
  type Duration,
  firstLine,
  type Language,
  type LineSettings,
  type Offer,
  type Person,
  placeId,
  seconds,
  type Tab,
  type VolunteerId,
  volunteerId,
} from '@veille/domain';
import { AssociationService } from '../../src/association/association.service.js';
import { ConversationAlarms } from '../../src/conversation/conversation.alarms.js';
import { ConversationService } from '../../src/conversation/conversation.service.js';
import { ConversationSweep } from '../../src/conversation/conversation.sweep.js';
import { SilenceAlarms } from '../../src/conversation/silence.alarms.js';
import { SilenceService } from '../../src/conversation/silence.service.js';
import { LineAlarms } from '../../src/line/line.alarms.js';
import { LineService } from '../../src/line/line.service.js';
import { HandOverService } from '../../src/offer/hand-over.service.js';
import { OfferAlarms } from '../../src/offer/offer.alarms.js';
import { offerAsks } from '../../src/offer/offer.facts.js';
import { OfferService } from '../../src/offer/offer.service.js';
import { type Fact, Facts } from '../../src/platform/facts.js';
import { PresenceService } from '../../src/presence/presence.service.js';
import { RebuildService } from '../../src/rebuild/rebuild.service.js';
import { Sweep } from '../../src/sweep.js';
import { VolunteerAlarms } from '../../src/volunteer/volunteer.alarms.js';
import { VolunteerService } from '../../src/volunteer/volunteer.service.js';
import { FakeAlarms } from './fake-alarms.js';
import { FakeClock } from './fake-clock.js';
import { liveInMemory, type LiveStores } from './live-stores.js';
import { AssociationMemoryStore } from './memory/association.memory-store.js';
import { LiveMemory } from './memory/live-memory.js';
import { theCaller, theVolunteer } from './scene.js';

const PING_EVERY = seconds(10);

/** `stores`: others than those of the memory, for what fails. `clock`: the one of another node. */
export type Given = {
  settings?: Partial<LineSettings>;
  stores?: (memory: LiveStores) => Partial<LiveStores>;
  clock?: FakeClock;
};

export async function aLiveService(given: Given = {}): Promise<LiveService> {
  const service = new LiveService(given);
  await service.associations.seed();
  return service;
}

export class LiveService {
  readonly line = firstLine.id;
  readonly clock: FakeClock;
  readonly alarms = new FakeAlarms();
  readonly facts = new Facts();
  readonly memory = new LiveMemory();
  readonly associations: AssociationService;
  readonly presence: PresenceService;
  readonly lines: LineService;
  readonly volunteers: VolunteerService;
  readonly conversations: ConversationService;
  readonly silence: SilenceService;
  readonly offers: OfferService;
  readonly handOver: HandOverService;
  readonly rebuild: RebuildService;
  /** A caller who is asked whether they are still there says so at once. */
  callersAnswer = true;
  readonly #sweep: Sweep;
  readonly #tabs = new Map<string, Tab>();

  constructor({ settings = {}, stores: instead, clock = new FakeClock() }: Given) {
    const { facts, alarms } = this;
    this.clock = clock;
    const memory = liveInMemory(this.memory);
    const stores = { ...memory, ...instead?.(memory) };
    this.associations = new AssociationService(new AssociationMemoryStore(), clock, settings, facts);
    this.presence = new PresenceService(stores.presence, this.associations, clock, facts);
    this.lines = new LineService(stores.lines, this.presence, this.associations, clock, facts);
    this.volunteers = new VolunteerService(stores.volunteers, this.presence, this.lines, clock, facts);
    this.conversations = new ConversationService(
      stores.conversations,
      this.lines,
      this.volunteers,
      clock,
      facts,
    );
    this.silence = new SilenceService(stores.conversations, this.lines, clock, facts);
    this.offers = new OfferService(stores.offers, this.lines, this.volunteers, clock, facts);
    this.handOver = new HandOverService(stores.offers, this.lines, this.volunteers, clock, facts);
    this.rebuild = new RebuildService(stores.rebuild, this.lines, this.presence, clock, true);
    const talks = new ConversationSweep(this.conversations, this.lines, this.presence, clock);
    this.#sweep = new Sweep(this.associations, this.lines, this.volunteers, talks, this.offers);
    const hearing = [
      this.lines,
      new LineAlarms(this.lines, alarms, facts),
      this.volunteers,
      new VolunteerAlarms(this.volunteers, this.lines, alarms, facts),
      this.conversations,
      new ConversationAlarms(this.conversations, talks, this.lines, alarms, facts),
      new SilenceAlarms(this.silence, alarms, facts),
      this.offers,
      new OfferAlarms(this.offers, alarms, facts),
    ];
    for (const one of hearing) one.onModuleInit();
    facts.when(offerAsks, async ({ line, offer }) => {
      if (this.callersAnswer) await this.offers.callerIsHere(line, offer.caller);
    });
  }

  /** Everything stated of this kind from now on, in its order. */
  told<T>(kind: Fact<T>): T[] {
    const told: T[] = [];
    this.facts.when(kind, (one) => void told.push(one));
    return told;
  }

  async opensTab(person: Person): Promise<void> {
    const { tab } = await this.presence.arrive(this.line, person);
    this.#tabs.set(person.id, { person, tab });
    await this.facts.quiet();
  }

  /** Nothing happens if this node has no tab of theirs. */
  async closesTab(person: Person): Promise<void> {
    const tab = this.#tabs.get(person.id);
    if (!tab) return;
    this.#tabs.delete(person.id);
    await this.presence.drop(this.line, tab);
    await this.facts.quiet();
  }

  /** Its tab does not answer any more, and nobody heard why: its node is gone. */
  fallsSilent({ id }: Person): void {
    this.#tabs.delete(id);
  }

  async callerComes(): Promise<CallerId> {
    const caller = this.lines.nameCaller();
    await this.opensTab(theCaller(caller));
    await this.lines.join(this.line, caller);
    await this.facts.quiet();
    return caller;
  }

  async volunteerStarts(name: string, languages: readonly Language[] = ['fr']): Promise<VolunteerId> {
    const volunteer = volunteerId(name);
    await this.opensTab(theVolunteer(volunteer));
    await this.volunteers.startShift(this.line, volunteer, { from: placeId('home'), languages });
    await this.facts.quiet();
    return volunteer;
  }

  /** What somebody asked for, and everything that it set off. */
  async done<T>(deed: Promise<T>): Promise<T> {
    const said = await deed;
    await this.facts.quiet();
    return said;
  }

  /** The offer this volunteer has now. */
  async offerOf(id: VolunteerId): Promise<Offer> {
    const volunteer = await this.volunteers.find(this.line, id);
    const offer = volunteer?.at === 'offered' && (await this.offers.find(this.line, volunteer.offer));
    if (!offer) throw new Error('no offer');
    return offer;
  }

  /** Where somebody is, in a word; `undefined` when gone or off. */
  async where(person: Person): Promise<string | undefined> {
    const { line } = this;
    const { at } =
      (person.role === 'caller'
        ? await this.lines.find(line, person.id)
        : await this.volunteers.find(line, person.id)) ?? {};
    return at;
  }

  /** A caller and a volunteer who talk. */
  async talk(name = 'vera') {
    const volunteer = await this.volunteerStarts(name);
    const caller = await this.callerComes();
    const { id } = await this.offerOf(volunteer);
    await this.done(this.offers.accept(this.line, id, volunteer));
    const conversation = await this.conversations.of(this.line, theCaller(caller));
    if (!conversation) throw new Error('no conversation');
    return { conversation, caller: theCaller(caller), volunteer: theVolunteer(volunteer) };
  }

  /** Time goes by: tabs that are here answer their pings, alarms ring when they are due. */
  async passes(duration: Duration): Promise<void> {
    const end = this.clock.now() + duration;
    for (let now = this.clock.now(); now < end; now = this.clock.now()) {
      const next = Math.min(end, now + PING_EVERY, Math.max(now + 1, this.alarms.next));
      this.clock.advance(next - now);
      await this.beats();
    }
  }

  /** Tabs that are here answer a ping, unless a newer one took over; alarms that are due ring. */
  async beats(): Promise<void> {
    for (const [id, tab] of this.#tabs)
      if ((await this.presence.renew(this.line, tab)) === 'not-yours') this.#tabs.delete(id);
    await this.done(this.alarms.ringDue(this.clock.now()));
  }

  /** The sweep comes by. */
  async isSwept(): Promise<void> {
    await this.done(this.#sweep.all());
  }
}
