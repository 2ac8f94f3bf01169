// A second factor begun by its owner: an open session is not enough for a first one, or whoever sits down at it would own the account.
import { Injectable } from '@nestjs/common';
import { saysPasswordFirst } from '@veille/domain';
import { type Asking, EnrolmentService } from '../factor/enrolment.service.js';
import { type FactorIs, FactorService } from '../factor/factor.service.js';
import type { Offered } from '../factor/new-factor.service.js';
import type { Session } from './access.service.js';
import { PasswordService, type Said } from './password.service.js';

/** `said`: the password, where it was sent along. */
type Beginning = Pick<Asking, 'kind' | 'shown'> & { readonly said: Said | undefined };

type OwnFactor = Partial<FactorIs> & {
  readonly recoveryLeft: number;
  readonly entersBy: 'password' | 'provider';
};

@Injectable()
export class OwnFactorService {
  constructor(
    private readonly passwords: PasswordService,
    private readonly factors: FactorService,
    readonly enrolments: EnrolmentService,
  ) {}

  /** What their own page shows; whom a provider lets in says no password first, and chooses no factor from there. */
  async held(session: Session): Promise<OwnFactor> {
    const [held, isThere] = await Promise.all([
      this.factors.of(session.account),
      this.passwords.isThere(session),
    ]);
    return { recoveryLeft: 0, ...held, entersBy: isThere ? 'password' : 'provider' };
  }

  /** What is asked is the present factor, else the password; a wrong one, and none, change nothing (SF7, SF14). */
  async begin(
    session: Session,
    { kind, shown, said }: Beginning,
  ): Promise<Offered | 'refused' | 'over' | 'too-fast' | 'unavailable'> {
    const isAsked = saysPasswordFirst(session.assurance) && !(await this.factors.of(session.account));
    if (!isAsked || !said) return this.enrolments.begin(session, { kind, shown });
    const proven = await this.passwords.prove(session, said);
    if (proven !== 'theirs') return proven;
    return this.enrolments.begin(session, { kind, shown, saidPassword: true });
  }
}
