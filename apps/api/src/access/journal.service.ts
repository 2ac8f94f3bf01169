// The journal: an association's audit as its coordinators read it, under the pseudonyms of today.
import { Injectable } from '@nestjs/common';
import { may } from '@veille/domain';
import { AuditService, type SealedRecord } from '../audit/audit.service.js';

import { AccessService, type Session } from './access.service.js';
import { StaffStore } from './staff.store.js';

/** Without a pseudonym, somebody who was removed since. */
type Somebody = { readonly pseudonym?: string };
export type Told = Omit<SealedRecord, 'by' | 'to'> & { readonly by?: Somebody; readonly to?: Somebody };
export type JournalPage = { readonly records: readonly Told[]; readonly more: boolean };

const A_PAGE = 50;
const ALL = 1_000_000;

@Injectable()
export class JournalService {
  constructor(
    private readonly audit: AuditService,
    private readonly store: StaffStore,
    private readonly access: AccessService,
  ) {}

  /** The newest first; one association's journal, and nobody's who runs less than the whole of it. */
  async page(by: Session, skip: number): Promise<JournalPage | 'not-allowed'> {
    if (!may(by, 'read-audit')) return this.#refused(by, 'read');
    const records = await this.#told(by, skip, A_PAGE + 1);
    return { records: records.slice(0, A_PAGE), more: records.length > A_PAGE };
  }

  /** All of it, with its seals; that it was taken away is written in it. */
  async whole(by: Session, as: 'csv' | 'json'): Promise<readonly Told[] | 'not-allowed'> {
    if (!may(by, 'read-audit')) return this.#refused(by, 'exported');
    await this.audit.write(by.association, { did: 'exported', by: by.account, what: [as] });
    return this.#told(by, 0, ALL);
  }

  async #told({ association }: Session, skip: number, count: number): Promise<Told[]> {
    const records = await this.audit.newest(association, skip, count);
    const members = await this.store.members(association);
    const names = new Map<string, string>(members.map(({ id, pseudonym }) => [id, pseudonym]));
    const somebody = (id: string): Somebody => {
      const pseudonym = names.get(id);
      return pseudonym === undefined ? {} : { pseudonym };
    };
    return records.map(({ by, to, ...record }) => ({
      ...record,
      ...(by !== undefined && { by: somebody(by) }),
      ...(to !== undefined && { to: somebody(to) }),
    }));
  }

  #refused(by: Session, what: 'read' | 'exported'): 'not-allowed' {
    this.access.noteRefused(by.association, {
      did: 'reach-refused',
      by: by.account,
      what: ['journal', what],
    });
    return 'not-allowed';
  }
}
