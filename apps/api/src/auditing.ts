// Auditing: what staff did is told upward as facts, and written down here; what is older than a year is forgotten.
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import type { AccountId, AssociationId } from '@veille/domain';
import { AccessService } from './access/access.service.js';
import { founded, lineChosen } from './association/association.facts.js';
import { AssociationService } from './association/association.service.js';
import { deedDone, deedRefused } from './audit/audit.facts.js';
import { AuditService } from './audit/audit.service.js';
import { closureChanged, closureNotTheirs, ownClosureConfirmed } from './network/closure.facts.js';
import { ClosureService } from './network/closure.service.js';
import { type Duty, every } from './platform/clock/every.js';
import {
  factorEnrolled,
  factorRefused,
  factorRemoved,
  recoveryCodesMade,
  recoveryCodeUsed,
} from './factor/factor.facts.js';
import { Facts } from './platform/facts.js';

const FORGETS_EVERY = 600_000;

@Injectable()
export class Auditing implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  #duty: Duty | undefined;

  constructor(
    private readonly audit: AuditService,
    private readonly associations: AssociationService,
    private readonly access: AccessService,
    private readonly closures: ClosureService,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    const { facts, audit } = this;
    facts.when(deedDone, ({ association, entry }) => audit.write(association, entry));
    facts.when(deedRefused, async ({ association, entry }) => {
      // A stranger may name any association: there is no chain of one that is not there.
      if ((await this.associations.association(association)) !== 'no-such-association')
        await audit.writeSeldom(association, entry);
    });
    facts.when(lineChosen, async ({ association, line: of, by, fields, mode }) => {
      const settings = fields.filter((field) => field !== 'mode');
      if (mode) await audit.write(association, { did: 'mode-changed', by, of, what: [mode] });
      if (settings.length > 0)
        await audit.write(association, { did: 'settings-changed', by, of, what: settings });
    });
    facts.when(founded, ({ association, by: { account: by, association: own }, did, of }) =>
      association === own
        ? audit.write(own, { did, by, ...(of !== undefined && { of }) })
        : this.#foundedElsewhere(association, own, by),
    );
    this.#hearOfFactors();
    this.#hearOfClosures();
  }

  #hearOfClosures(): void {
    const { facts, audit } = this;
    const did = 'reach-refused';
    facts.when(closureChanged, ({ association, did, by, line: of }) =>
      audit.write(association, { did, by, of }),
    );
    facts.when(ownClosureConfirmed, ({ association, by }) =>
      audit.writeSeldom(association, { did, by, what: ['network-closed', 'same-person'] }),
    );
    // One that is over meanwhile anybody may press; one of another association's somebody reached for (AU9).
    facts.when(closureNotTheirs, async ({ association, by, did: deed, id }) => {
      if (await this.#isElsewhere(association, id))
        await audit.writeSeldom(association, { did, by, what: [deed] });
    });
  }

  async #isElsewhere(own: AssociationId, id: string): Promise<boolean> {
    const others = (await this.associations.associations()).filter((one) => one.id !== own);
    const closures = await Promise.all(others.map((other) => this.closures.of(other.id)));
    return closures.flat().some((closure) => closure.id === id);
  }

  /** Each journal names its own people and things only (TN7). */
  async #foundedElsewhere(association: AssociationId, own: AssociationId, by: AccountId): Promise<void> {
    const did = 'association-founded';
    await this.audit.write(association, { did });
    await this.audit.write(own, { did, by });
  }

  /** Nothing that opens is in them; what only the right password could cause is written seldom all the same (AU5). */
  #hearOfFactors(): void {
    const { facts, audit } = this;
    facts.when(factorEnrolled, ({ account, kind, replaced }) =>
      this.#ofTheirs(account, (association) =>
        audit.write(association, {
          did: replaced ? 'factor-replaced' : 'factor-enrolled',
          by: account,
          what: [kind],
        }),
      ),
    );
    facts.when(recoveryCodeUsed, ({ account }) =>
      this.#ofTheirs(account, (association) =>
        audit.write(association, { did: 'recovery-code-used', by: account }),
      ),
    );
    facts.when(recoveryCodesMade, ({ account }) =>
      this.#ofTheirs(account, (association) =>
        audit.write(association, { did: 'recovery-codes-made', by: account }),
      ),
    );
    facts.when(factorRemoved, ({ account }) =>
      this.#ofTheirs(account, (association) =>
        audit.write(association, { did: 'factor-removed', to: account }),
      ),
    );
    facts.when(factorRefused, ({ account, why }) =>
      this.#ofTheirs(account, (association) =>
        audit.writeSeldom(association, { did: 'factor-refused', to: account, what: [why] }),
      ),
    );
  }

  /** In the journal of their association, while there is such an account. */
  async #ofTheirs(
    account: AccountId,
    write: (association: AssociationId) => Promise<unknown>,
  ): Promise<void> {
    const association = await this.access.associationOf(account);
    if (association !== undefined) await write(association);
  }

  onApplicationBootstrap(): void {
    this.#duty = every(FORGETS_EVERY, () => this.forgetsOld());
  }

  async onModuleDestroy(): Promise<void> {
    await this.#duty?.stop();
  }

  async forgetsOld(): Promise<void> {
    for (const { id } of await this.associations.associations()) await this.audit.forgetOld(id);
  }
}
