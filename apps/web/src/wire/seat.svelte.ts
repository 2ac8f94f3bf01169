// Where the one conversation of a page sits: taken when the service says so, with fresh keys, and left without a trace,
// in the page and in the tab.
import type { conversationAsks, conversationTells, Talking } from '@veille/shared';
import { loadTalk } from './can-seal.js';
import type { Clock } from './clock.js';
import { ContinuitySlip } from './continuity-slip.js';
import type { Door } from './door.js';
import type { Continuity, Side } from './seals.js';
import type { Talk } from './talk.svelte.js';

type ConversationDoor = Pick<
  Door<typeof conversationAsks, typeof conversationTells>,
  'ask' | 'mention' | 'murmur' | 'hear'
>;
type SeatPlan = {
  side: Side;
  door: ConversationDoor;
  clock: Clock;
  storage: Storage | undefined;
  onseated?: (talk: Talk) => void;
};

const TRY_AGAIN_AFTER = 2_000;

export class Seat {
  talk = $state.raw<Talk>();
  readonly #plan: SeatPlan;
  readonly #slip: ContinuitySlip;
  /** The latest that was told, while keys are being made. */
  #told: Talking | undefined;

  constructor(plan: SeatPlan) {
    this.#plan = plan;
    this.#slip = new ContinuitySlip(plan.storage);
    plan.door.hear('conversation.hello', (hello) => this.talk?.hearHello(hello));
    plan.door.hear('conversation.say', (envelope) => this.talk?.hearEnvelope(envelope));
    plan.door.hear('conversation.receipt', (receipt) => this.talk?.hearReceipt(receipt));
    plan.door.hear('conversation.typing', ({ conversation }) => this.talk?.hearTyping(conversation));
  }

  /** Told once or many times. `resumed`: the page was loaded in the middle of it. */
  take(told: Talking, resumed: boolean): void {
    const known = this.#told?.conversation === told.conversation;
    if (!known) this.rise();
    this.#told = told;
    if (known) this.talk?.tell(told);
    else void this.#sit(told.conversation, resumed);
  }

  /** The conversation is over, for this tab at least. */
  leave(): void {
    this.rise();
    this.#slip.remove();
  }

  /** The conversation is over, and whoever takes it lets its last words be read, and finishes it. */
  handOver(): Talk | undefined {
    const { talk } = this;
    this.talk = undefined;
    this.leave();
    return talk;
  }

  /** Nothing of it stays in the page; a page loaded next may still ask for it. */
  rise(): void {
    this.#told = undefined;
    this.talk?.close();
    this.talk = undefined;
  }

  async #sit(conversation: string, resumed: boolean): Promise<void> {
    const { side, door, clock, onseated } = this.#plan;
    const ready = await withFreshKeys().catch(() => undefined);
    const told = this.#told;
    if (told?.conversation !== conversation) return;
    if (!ready) {
      // Whoever left meanwhile needs nothing any more.
      const again = () =>
        this.#told?.conversation === conversation ? this.#sit(conversation, resumed) : undefined;
      clock.after(TRY_AGAIN_AFTER, () => void again());
      return;
    }
    const kept = this.#slip.of(conversation);
    const keep = (continuity: Continuity) => this.#slip.keep(conversation, continuity);
    const { Talk, seals, sight } = ready;
    this.talk = new Talk(told, { side, resumed, kept, keep, seals, door, clock, sight });
    onseated?.(this.talk);
  }
}

async function withFreshKeys() {
  const { Talk, Sight, makeSeals } = await loadTalk();
  const seals = await makeSeals();
  return { Talk, seals, sight: new Sight() };
}
