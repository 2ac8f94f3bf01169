// A caller of a busy night: comes, waits, perhaps drops and comes back, sleeps, leaves or is heard, all by their own chance.
import type { Chance } from './chance.js';
import type { Service } from './a-service.js';
import { aCaller, type CallerTab, placeOf, ticketOf } from './people.js';

const LOOKS_EVERY = 15;
/** Everybody comes within this, and is heard or leaves long before the night is over. */
const ARRIVALS = 4_000;
const NIGHT = 150_000;

/** `why`: as the page was told, or `over-meanwhile`: the listener ended while the tab was away. */
export type Stay = { readonly why: string; readonly dropped: number; readonly places: readonly number[] };

/** From the first look at the page to the end of the stay. */
export async function aCallersNight(service: Service, chance: Chance): Promise<Stay> {
  const dawn = performance.now() + NIGHT;
  await chance.takes(0, ARRIVALS);
  const caller = new NightCaller(service, chance);
  await caller.joins();
  while (caller.stay.why === '') {
    await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY));
    await caller.goesOn();
    if (performance.now() > dawn) throw new Error(`a caller is still there: ${JSON.stringify(caller.is)}`);
  }
  return caller.stay;
}

class NightCaller {
  #tab: CallerTab;
  #dropped = 0;
  readonly #places: number[] = [];
  /** What they will do while they wait, and while they talk, and after how many looks. */
  #waiting: 'waits' | 'drops' | 'leaves' | 'sleeps';
  #patience: number;
  #talking: 'ends' | 'listens' | 'drops';

  constructor(
    private readonly service: Service,
    private readonly chance: Chance,
  ) {
    this.#tab = aCaller(service, chance.below(2));
    this.#waiting = chance.oneOf({ waits: 8, drops: 4, leaves: 1, sleeps: 2 });
    this.#talking = chance.oneOf({ ends: 5, listens: 5, drops: 3 });
    this.#patience = chance.below(100);
  }

  get is() {
    return this.#tab.last('caller.is');
  }

  get stay(): Stay {
    const gone = this.is?.at === 'gone' ? this.is.why : '';
    const why = this.#tab.refused === 'refused' ? 'over-meanwhile' : gone;
    return { why, dropped: this.#dropped, places: this.#places };
  }

  async joins(): Promise<void> {
    const said = await this.#tab.ask('line.join', {});
    if ('refused' in said) throw new Error(`a caller was refused: ${said.refused}`);
    if (this.#waiting === 'sleeps') this.#tab.reacts = undefined;
  }

  async goesOn(): Promise<void> {
    const place = placeOf(this.#tab);
    if (place !== undefined && place !== this.#places.at(-1)) this.#places.push(place);
    const is = this.is;
    if (is?.at === 'asleep' || is?.at === 'asked') return this.#isAsked(is.at);
    if (this.#patience > 0) return void (this.#patience -= 1);
    if (is?.at === 'waiting') await this.#whileWaiting();
    if (is?.at === 'talking') await this.#whileTalking(is.conversation);
  }

  /** Who sleeps wakes by themselves, and answers from then on. */
  async #isAsked(at: 'asked' | 'asleep'): Promise<void> {
    if (at === 'asleep') this.#waiting = 'waits';
    if (this.#waiting !== 'sleeps') await this.#tab.ask('line.here', {});
  }

  async #whileWaiting(): Promise<void> {
    if (this.#waiting === 'leaves') await this.#tab.ask('line.leave', {});
    if (this.#waiting === 'drops') await this.#dropsAndReturns();
    this.#waiting = 'waits';
  }

  async #whileTalking(conversation: string): Promise<void> {
    if (this.#talking === 'ends') await this.#tab.ask('conversation.end', { conversation });
    if (this.#talking !== 'drops') return;
    await this.#dropsAndReturns();
    this.#talking = 'ends';
  }

  /** On either node, with the newest ticket. */
  async #dropsAndReturns(): Promise<void> {
    const ticket = ticketOf(this.#tab);
    if (ticket === '') return;
    this.#tab.die();
    this.#dropped += 1;
    await this.chance.takes(50, 1_500);
    this.#tab = aCaller(this.service, this.chance.below(2), ticket);
    this.#patience = this.chance.below(30);
  }
}
