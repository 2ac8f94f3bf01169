// A volunteer of a busy night: takes offers or not, ends or gives on, rests, pauses, drops and comes back, by their own chance.
import type { VolunteerIs } from '@veille/shared';
import type { Service } from './a-service.js';
import type { Chance } from './chance.js';
import { aFreeVolunteer, aVolunteer, type VolunteerTab } from './people.js';

const LOOKS_EVERY = 15;

export class NightVolunteer {
  /** How often they did each thing. */
  readonly did: Record<string, number> = {};

  private constructor(
    private readonly service: Service,
    private readonly chance: Chance,
    private tab: VolunteerTab,
    private readonly cookie: string,
  ) {}

  /** On shift, and free. */
  static async comes(service: Service, chance: Chance): Promise<NightVolunteer> {
    const { tab, cookie } = await aFreeVolunteer(service, chance.below(2));
    return new NightVolunteer(service, chance, tab, cookie);
  }

  /** Until the night is over, which they are told. */
  async listensUntil(over: Promise<unknown>): Promise<void> {
    let isOver = false;
    const dawns = () => (isOver = true);
    over.then(dawns, dawns);
    while (!isOver) {
      await this.chance.takes(LOOKS_EVERY, 10 * LOOKS_EVERY);
      const is = this.tab.last('volunteer.is');
      if (is) await this.#goesOn(is);
    }
  }

  async #goesOn(is: VolunteerIs): Promise<void> {
    if (is.at === 'offered') return this.#answers(is.offer);
    if (is.at === 'talking') return this.#talks(is.conversation);
    if (is.at === 'off') await this.#does('starts', this.tab.ask('shift.start', { place: 'home' }));
    else if (is.at === 'breather' || is.at === 'away')
      await this.#does('frees', this.tab.ask('shift.free', {}));
    else if (this.chance.next() < 0.05) await this.#does('pauses', this.tab.ask('shift.away', {}));
  }

  async #answers(offer: string): Promise<void> {
    const answer = this.chance.oneOf({ accepts: 12, declines: 3, misses: 1 });
    if (answer === 'accepts') await this.#does(answer, this.tab.ask('offer.accept', { offer }));
    if (answer === 'declines') await this.#does(answer, this.tab.ask('offer.decline', { offer }));
    if (answer === 'misses') await this.#does(answer, this.#looksElsewhere(offer));
  }

  /** Until the time of the offer is up. */
  async #looksElsewhere(offer: string): Promise<void> {
    await this.tab.until('volunteer.is', (is) => is.at !== 'offered' || is.offer !== offer);
  }

  async #talks(conversation: string): Promise<void> {
    const deed = this.chance.oneOf({ listens: 8, ends: 4, givesOn: 1, drops: 1 });
    if (deed === 'ends') await this.#does(deed, this.tab.ask('conversation.end', { conversation }));
    if (deed === 'givesOn') await this.#does(deed, this.tab.ask('conversation.hand-back', { conversation }));
    if (deed === 'drops') await this.#does(deed, this.#dropsAndReturns());
  }

  async #dropsAndReturns(): Promise<void> {
    const ticket = this.tab.last('volunteer.ticket')?.ticket;
    this.tab.die();
    await this.chance.takes(50, 800);
    const back = await aVolunteer(this.service, this.chance.below(2), { cookie: this.cookie, ticket });
    this.tab = back.tab;
  }

  async #does(what: string, done: Promise<unknown>): Promise<void> {
    this.did[what] = (this.did[what] ?? 0) + 1;
    await done;
  }
}
