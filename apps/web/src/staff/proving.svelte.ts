// Giving the second factor: by a code, by a passkey, or by a code kept for the day both are lost.
import { recoveryCode, totpCode } from '@veille/shared';
import type { AccessRefusal, FactorKind, Proof } from '@veille/shared';
import * as v from 'valibot';
import type { Refused } from './access.js';
import { factor } from './factor.js';
import { askPasskey } from './passkey.js';

/** What is to say of a try: the service's word, or that the device said no before anything was sent. */
export type NotProven = AccessRefusal | 'no';

export class Proving<Said extends object> {
  kind = $state<FactorKind>('totp');
  busy = $state(false);
  refused = $state<NotProven>();
  /** A recovery code is being written instead. */
  isLost = $state(false);
  readonly #give: (proof: Proof) => Promise<Said | Refused>;
  readonly #given: (said: Said) => void;
  readonly #over: () => void;

  /** `give` sends a proof; `over`: the half session stands no more. */
  constructor(ways: {
    give: (proof: Proof) => Promise<Said | Refused>;
    given: (said: Said) => void;
    over: () => void;
  }) {
    ({ give: this.#give, given: this.#given, over: this.#over } = ways);
  }

  begin(kind: FactorKind): void {
    this.kind = kind;
    this.refused = undefined;
    this.isLost = false;
  }

  lose(isLost: boolean): void {
    this.isLost = isLost;
    this.refused = undefined;
  }

  /** As it was written: six digits, or a recovery code with its dashes. */
  async write(written: string): Promise<void> {
    const read = this.isLost ? v.safeParse(recoveryCode, written) : v.safeParse(totpCode, written);
    if (!read.success) return void (this.refused = 'refused');
    await this.try(() => this.#give(this.isLost ? { recovery: read.output } : { code: read.output }));
  }

  async usePasskey(): Promise<void> {
    await this.try(async () => {
      const asked = await factor.challenge();
      if ('refused' in asked) return asked;
      const answer = await askPasskey(asked);
      return answer === 'no' ? answer : this.#give({ passkey: answer });
    });
  }

  /** Whatever else proves who one is. */
  async try(given: () => Promise<Said | Refused | 'no'>): Promise<void> {
    this.busy = true;
    this.refused = undefined;
    const said = await given();
    this.busy = false;
    if (typeof said === 'string') this.refused = 'no';
    else if (!isRefused(said)) this.#given(said);
    else if (said.refused === 'over' || said.refused === 'signed-out') this.#over();
    else this.refused = said.refused;
  }
}

const isRefused = (said: object): said is Refused => 'refused' in said;
