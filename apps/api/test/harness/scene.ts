// A line with people in it, told in the words of the house: what the contracts of the live stores are written with.
import {
  type CallerId,
  callerId,
  type Conversation,
  conversationFrom,
  type Duration,
  firstSettings,
  type Language,
  leaseOf,
  lineId,
  type Offer,
  offerId,
  type Person,
  placeId,
  type Tab,
  type VolunteerId,
  volunteerId,
} from '@veille/domain';
import type { NoOffer } from '../../src/offer/offer.store.js';
import type { EpochSeen } from '../../src/rebuild/rebuild.store.js';
import type { Arrival } from '../../src/presence/presence.store.js';
import { FakeClock } from './fake-clock.js';
import type { LiveStores } from './live-stores.js';

export const theCaller = (id: CallerId): Person => ({ role: 'caller', id });
export const theVolunteer = (id: VolunteerId): Person => ({ role: 'volunteer', id });

export class Scene {
  readonly clock = new FakeClock();
  /** Every offer that was made, in its order. */
  readonly made: Offer[] = [];
  #tabs = new Map<string, Tab>();
  #stays = new Map<string, number>();
  #tried = 0;
  #lives = 0;

  constructor(
    readonly stores: LiveStores,
    readonly line = lineId('principale'),
  ) {}

  get now(): number {
    return this.clock.now();
  }

  /** The same people at the same moment over other stores; from here it goes its own way. */
  over(stores: LiveStores): Scene {
    const other = new Scene(stores, this.line);
    other.standsWhere(this);
    return other;
  }

  /** Knows from now on what the other one knows of its people. */
  standsWhere(other: Scene): void {
    this.clock.advance(other.now - this.now);
    this.made.splice(0, this.made.length, ...other.made);
    this.#tabs = new Map(other.#tabs);
    this.#stays = new Map(other.#stays);
    this.#tried = other.#tried;
    this.#lives = other.#lives;
  }

  /** A new tab of this person, which answers from now on. */
  async opensTab(person: Person): Promise<Arrival> {
    const until = this.now + leaseOf(firstSettings, person.role);
    const arrival = await this.stores.presence.appear(this.line, person, { now: this.now, until });
    this.#tabs.set(person.id, { person, tab: arrival.tab });
    return arrival;
  }

  /** The newest tab is closed, and the service heard of it. */
  async closesTab({ id }: Person): Promise<void> {
    const tab = this.#tabs.get(id);
    if (!tab) throw new Error('nobody opened that tab');
    this.#tabs.delete(id);
    await this.stores.presence.drop(this.line, tab, this.now);
  }

  /** The newest tab does not answer any more, and the service has not heard why. */
  fallsSilent({ id }: Person): void {
    this.#tabs.delete(id);
  }

  /** Some node asks which life of the store this is; one that was lost begins another, whose name no other had. */
  asksForEpoch(): Promise<EpochSeen> {
    const name = `epoch-${(this.#lives += 1)}`;
    return this.stores.rebuild.epoch(this.line, { name, now: this.now, settles: 0 });
  }

  /** Whether a tab of theirs answers. */
  answers({ id }: Person): boolean {
    return this.#tabs.has(id);
  }

  /** Time goes by; whoever is here stays here. */
  async passes(duration: Duration): Promise<void> {
    this.clock.advance(duration);
    for (const tab of this.#tabs.values())
      await this.stores.presence.renew(this.line, tab, this.now + leaseOf(firstSettings, tab.person.role));
  }

  async callerArrives(name: string, language: Language = 'fr'): Promise<CallerId> {
    const id = callerId(name);
    await this.opensTab(theCaller(id));
    await this.stores.lines.join(this.line, { id, language, now: this.now });
    return id;
  }

  /** A caller's name is the name of one stay. */
  stayOf(somebody: string): CallerId {
    return callerId(`${somebody}-${this.#stays.get(somebody) ?? 0}`);
  }

  /** Who left comes back under another name; nothing is known of the one they had. */
  async beginsNewStay(somebody: string): Promise<void> {
    await this.stores.presence.forget(this.line, theCaller(this.stayOf(somebody)));
    this.#stays.set(somebody, (this.#stays.get(somebody) ?? 0) + 1);
  }

  async volunteerIsFree(name: string, languages: readonly Language[] = ['fr']): Promise<VolunteerId> {
    const id = volunteerId(name);
    await this.opensTab(theVolunteer(id));
    const shift = { id, from: placeId('home'), languages: new Set(languages), now: this.now };
    await this.stores.volunteers.startShift(this.line, shift);
    return id;
  }

  /** `asking`: the caller is asked first whether they are still there. */
  async triesToOffer(at: Offer['at'] = 'standing'): Promise<Offer | NoOffer> {
    const id = offerId(`offer-${(this.#tried += 1)}`);
    const { stillThere, offerStands } = firstSettings;
    const until = this.now + (at === 'asking' ? stillThere : offerStands);
    const said = await this.stores.offers.make(this.line, { id, at, now: this.now, until });
    if (typeof said === 'string') return said;
    this.made.push(said.offer);
    return said.offer;
  }

  async offers(at: Offer['at'] = 'standing'): Promise<Offer> {
    const offer = await this.triesToOffer(at);
    if (typeof offer === 'string') throw new Error(`no offer: ${offer}`);
    return offer;
  }

  /** Whoever `by` is hands the caller of a conversation over to `to`. */
  async handsOver(conversation: Conversation, { by, to }: { by: VolunteerId; to: VolunteerId }) {
    const { offerStands, breather, pairRests } = firstSettings;
    const { now } = this;
    const offer = offerId(`offer-${(this.#tried += 1)}`);
    const times = {
      now,
      until: now + offerStands,
      breatherUntil: now + breather,
      restsUntil: now + pairRests,
    };
    const handing = { conversation: conversation.id, by, to, offer, ...times };
    const said = await this.stores.offers.handOver(this.line, handing);
    if (typeof said !== 'string') this.made.push(said);
    return said;
  }

  /** The volunteer of an offer takes it. */
  async takes(offer: Offer): Promise<Conversation> {
    const answer = { offer: offer.id, by: offer.volunteer, now: this.now };
    await this.stores.offers.accept(this.line, answer);
    return this.talkOf(offer);
  }

  /** The conversation that an offer became. */
  async talkOf({ id }: Offer): Promise<Conversation> {
    const opened = await this.stores.conversations.find(this.line, conversationFrom(id));
    if (!opened) throw new Error('the offer was not taken');
    return opened;
  }

  /** A caller and a volunteer who talk with each other. */
  async talk(caller = 'ana', volunteer = 'vera'): Promise<Conversation> {
    await this.volunteerIsFree(volunteer);
    await this.callerArrives(caller);
    return this.takes(await this.offers());
  }

  /** Where somebody is, in a word; `undefined` when gone or off. */
  async where(person: Person): Promise<string | undefined> {
    const record =
      person.role === 'caller'
        ? await this.stores.lines.find(this.line, person.id)
        : await this.stores.volunteers.find(this.line, person.id);
    return record?.at;
  }
}
