// Agreements between two associations about one line: proposed by a code, accepted by whoever brings it, ended by either.
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type Agreement,
  agreedOn,
  agreementId,
  asOpened,
  type AssociationId,
  type Duration,
  isGood,
  isOf,
  type Line,
  type LineId,
  mayServe,
  type NotAgreed,
  type Proposal,
  proposalLasts,
} from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { AgreementStore } from './agreement.store.js';
import { agreementEnded } from './association.facts.js';
import { AssociationService } from './association.service.js';

/** `code`: told once, and kept nowhere. */
export type Proposed = { readonly code: string; readonly validFor: Duration };

@Injectable()
export class AgreementService {
  constructor(
    private readonly store: AgreementStore,
    private readonly associations: AssociationService,
    private readonly clock: Clock,
    private readonly facts: Facts = new Facts(),
  ) {}

  /** The code made before for this line opens nothing any more (AG1). */
  async propose(asked: Omit<Proposal, 'standsUntil'>): Promise<Proposed> {
    const proposal = { ...asked, standsUntil: this.clock.now() + proposalLasts };
    return { code: await this.store.propose(proposal, proposalLasts), validFor: proposalLasts };
  }

  /** How long the code of this line is still good, if there is one. */
  async proposed(line: LineId): Promise<Duration | undefined> {
    const found = await this.store.proposed(line);
    const now = this.clock.now();
    return found && isGood(found, now) ? found.proposal.standsUntil - now : undefined;
  }

  takeBack(line: LineId): Promise<'taken-back' | 'not-there'> {
    return this.store.takeBack(line);
  }

  /** Once for each code, for whoever brings it while its maker may still give it (AG9); what is refused leaves it as good as it was (AG2). */
  accept(code: string, partner: AssociationId): Promise<Agreement | NotAgreed | 'gone'> {
    const since = this.clock.now();
    const accepting = { id: agreementId(randomBytes(16).toString('base64url')), partner, since };
    return this.store.spend(code, (found, standing) => agreedOn(found, standing, accepting));
  }

  /** Whoever serves the line by it is told, wherever they are (AG4). */
  async end({ id, line, partner }: Agreement): Promise<'ended' | 'not-there'> {
    const said = await this.store.end({ id, line });
    if (said === 'ended') this.facts.state(agreementEnded, { line, partner });
    return said;
  }

  /** Those an association has, on either side. */
  async of(association: AssociationId): Promise<Agreement[]> {
    return (await this.store.all()).filter((one) => isOf(one, association));
  }

  /** The lines of others an association may serve, in the order they were opened in. */
  async linesOpenTo(association: AssociationId): Promise<Line[]> {
    const own = (await this.store.all()).filter(({ partner }) => partner === association);
    const lines = await Promise.all(own.map(({ line }) => this.associations.line(line)));
    return asOpened(lines.filter((line) => line !== 'no-such-line'));
  }

  /** Read anew each time: what ended a moment ago holds no more (AG3). */
  async mayServe(association: AssociationId, line: Line): Promise<boolean> {
    return line.association === association || mayServe(association, line, await this.store.all());
  }
}
