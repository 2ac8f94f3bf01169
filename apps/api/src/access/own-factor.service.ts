// A second factor begun by its owner: an open session is not enough for a first one, or whoever sits down at it would own the account.
import { Injectable } from '@nestjs/common';
import { saysPasswordFirst } from '@veille/domain';
import { type Asking, EnrolmentService } from '../factor/enrolment.service.js';
import { FactorService } from '../factor/factor.service.js';
import type { Offered } from '../factor/new-factor.service.js';
import type { Session } from './access.service.js';
import { PasswordService, type Said } from './password.service.js';

/** `said`: the password, where it was sent along. */
type Beginning = Pick<Asking, 'kind' | 'shown'> & { readonly said: Said | undefined };

@Injectable()
export class OwnFactorService {
  constructor(
    private readonly passwords: PasswordService,
    private readonly factors: FactorService,
    readonly enrolments: EnrolmentService,
  ) {}

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
