// Enrolling a second factor: it is offered, it answers once, and only then stands in place of the one before.
import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  type Assurance,
  enrolmentLasts,
  type FactorKind,
  type Networks,
  saysPasswordFirst,
} from '@veille/domain';
import { Facts } from '../platform/facts.js';
import { EnrolmentStore } from './enrolment.store.js';
import { factorEnrolled, factorRefused } from './factor.facts.js';
import { FactorService, type Proof } from './factor.service.js';
import { HalfSessionService } from './half-session.service.js';
import { type Answer, type Enroller, NewFactorService, type Offered } from './new-factor.service.js';

/** `id`: of the session that enrols; no other goes on with it. */
export type EnrollingSession = Enroller & { readonly id: string; readonly assurance: Assurance };
/** The present factor, shown to a half session that was begun for it. */
export type Shown = { readonly half: string; readonly proof: Proof; readonly networks?: Networks };
/** `saidPassword`: just now, and it was right. */
export type Asking = {
  readonly kind: FactorKind;
  readonly shown: Shown | undefined;
  readonly saidPassword?: boolean;
};

@Injectable()
export class EnrolmentService {
  constructor(
    private readonly store: EnrolmentStore,
    private readonly factors: FactorService,
    private readonly halves: HalfSessionService,
    private readonly making: NewFactorService,
    private readonly facts: Facts,
  ) {}

  /** Who has a factor shows it first, who has none has said their password (SF14); nothing is changed yet (SF7). */
  async begin(session: EnrollingSession, asking: Asking): Promise<Offered | 'refused' | 'over' | 'too-fast'> {
    const { account } = session;
    const present = await this.factors.of(account);
    if (present) {
      const shown = await this.#show(account, asking.shown);
      if (shown !== 'theirs') return shown;
    } else if (saysPasswordFirst(session.assurance) && !asking.saidPassword) return 'refused';
    const { offered, awaited } = await this.making.offer(asking.kind, session);
    await this.store.keep(session.id, { account, replaces: !!present, ...awaited }, enrolmentLasts);
    return offered;
  }

  /** The recovery codes, told this once. A wrong code of an app may be typed again; a passkey is asked anew. */
  async confirm(
    { id }: Pick<EnrollingSession, 'id'>,
    answer: Answer,
  ): Promise<{ recovery: string[] } | 'refused' | 'over'> {
    const enrolment = await this.store.find(id);
    if (!enrolment) return 'over';
    const { account, kind, replaces } = enrolment;
    const factor = await this.making.read(enrolment, answer);
    if (factor === 'wrong') {
      this.facts.state(factorRefused, { account, why: 'wrong' });
      return 'refused';
    }
    if ((await this.store.end(id)) === 'over') return 'over';
    // Somebody else may have enrolled one meanwhile, and whoever did not show it does not replace it.
    if (!replaces && (await this.factors.of(account))) return 'refused';
    const recovery = await this.factors.put(account, factor);
    this.facts.state(factorEnrolled, { account, kind, replaced: replaces });
    return { recovery };
  }

  /** By who shows the present factor; a recovery code may be what they show, and is the last of its kind (SF12). */
  async renewCodes(
    { account }: Pick<EnrollingSession, 'account'>,
    given: Shown | undefined,
  ): Promise<{ recovery: string[] } | 'refused' | 'over' | 'too-fast'> {
    const shown = await this.#show(account, given);
    if (shown !== 'theirs') return shown;
    const recovery = await this.factors.renewCodes(account);
    return recovery === 'gone' ? 'refused' : { recovery };
  }

  async #show(
    account: AccountId,
    shown: Shown | undefined,
  ): Promise<'theirs' | 'refused' | 'over' | 'too-fast'> {
    if (!shown) return 'refused';
    const said = await this.halves.prove(shown.half, shown.proof, shown.networks);
    if (typeof said === 'string') return said;
    return said.account === account ? 'theirs' : 'refused';
  }
}
