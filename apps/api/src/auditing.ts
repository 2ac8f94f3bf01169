// Auditing: what staff did is told upward as facts, and written down here; what is older than a year is forgotten.
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { lineChosen } from './association/association.facts.js';
import { AssociationService } from './association/association.service.js';
import { deedDone, deedRefused } from './audit/audit.facts.js';
import { AuditService } from './audit/audit.service.js';
import { type Duty, every } from './platform/clock/every.js';
import { Facts } from './platform/facts.js';

const FORGETS_EVERY = 600_000;

@Injectable()
export class Auditing implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  #duty: Duty | undefined;

  constructor(
    private readonly audit: AuditService,
    private readonly associations: AssociationService,
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
