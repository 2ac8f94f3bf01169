// One's own second proof, looked after on one's own page: which it is, other recovery codes, or another proof in its place.
import type { Enrolled, FactorHeld, FactorKind, TotpOffer } from '@veille/shared';
import { Enrolling } from './enrolling.svelte.js';
import { factor, type Shown } from './factor.js';
import type { PasskeyOffer } from './passkey.js';
import { Proving } from './proving.svelte.js';

type Given = Enrolled | TotpOffer | PasskeyOffer;
/** What is wanted by it: other recovery codes, or another proof of this kind. */
type Wanted = 'codes' | FactorKind;

export class OwnFactor {
  /** Undefined until it was asked for. */
  held = $state.raw<FactorHeld>();
  step = $state<'calm' | 'choosing' | 'knowing' | 'proving' | 'making'>('calm');
  /** How the last of it went, while nothing else is begun. */
  ended = $state<'done' | 'first' | 'over' | 'failed'>();
  readonly enrolling = new Enrolling(() => void this.#end('over'));
  readonly proving = new Proving<Given>({
    give: (proof) => {
      if (this.#wanted === 'codes') return factor.renewCodes(proof);
      return this.#offer({ proof });
    },
    given: (said) => this.#take(said),
    over: () => void this.#end('over'),
  });
  #wanted: Wanted = 'codes';
  #offered: PasskeyOffer | undefined;

  get isOpen(): boolean {
    return this.step !== 'calm';
  }

  /** What one has, to be shown; asked for once. */
  async look(): Promise<void> {
    if (!this.held) await this.#ask();
  }

  change(): void {
    this.ended = undefined;
    this.enrolling.close();
    this.step = 'choosing';
  }

  /** Whoever has none says their password first. */
  async choose(kind: FactorKind): Promise<void> {
    if (this.held?.kind) return this.prove(kind);
    this.#wanted = kind;
    this.proving.begin(kind);
    this.step = 'knowing';
  }

  async sayPassword(password: string): Promise<void> {
    await this.proving.try(() => this.#offer({ password }));
  }

  /** The present one is given again before anything is made. */
  async prove(wanted: Wanted): Promise<void> {
    this.ended = undefined;
    this.#wanted = wanted;
    const said = await factor.again();
    if ('refused' in said) return this.#end('failed');
    this.proving.begin(said.prove);
    this.step = 'proving';
  }

  async makePasskey(): Promise<void> {
    if (this.#offered) await this.enrolling.makePasskey(this.#offered);
  }

  /** The codes were written down. */
  async done(): Promise<void> {
    await this.#end(this.held?.kind ? 'done' : 'first');
  }

  /** Nothing was changed, but for a recovery code that may have been given. */
  async leave(): Promise<void> {
    await this.#end(undefined);
  }

  #offer(shown: Shown) {
    return this.#wanted === 'totp' ? factor.offerApp(shown) : factor.offerPasskey(shown);
  }

  #take(said: Given): void {
    if ('recovery' in said) this.enrolling.codes = said.recovery;
    else if ('secret' in said) this.enrolling.offer = said;
    else this.#offered = said;
    this.step = 'making';
  }

  async #ask(): Promise<void> {
    const said = await factor.held();
    if (!('refused' in said)) this.held = said;
  }

  async #end(ended: OwnFactor['ended']): Promise<void> {
    this.#clear(ended);
    await this.#ask();
  }

  #clear(ended: OwnFactor['ended']): void {
    this.enrolling.close();
    this.#offered = undefined;
    this.step = 'calm';
    this.ended = ended;
  }
}
