// Running agreements with partners: proposed, accepted and ended by who runs the whole of an association, and each of it written
// down on both sides, under a name that says nothing of the other.
import { Injectable } from '@nestjs/common';
import {
  type Agreement,
  type AgreementId,
  type AssociationId,
  type AuditEntry,
  type LineId,
  may,
  type NotAgreed,
} from '@veille/domain';
import { AgreementService, type Proposed } from '../association/agreement.service.js';
import { AssociationService } from '../association/association.service.js';
import { AccessService, type Session } from './access.service.js';

/** One's own line with the partners it has, or a partner's line that one serves; under the names of today. */
export type Agreed = Pick<Agreement, 'id' | 'since'> & {
  readonly line: string;
  readonly with: string;
  readonly isOwn: boolean;
};

@Injectable()
export class Partners {
  constructor(
    private readonly agreements: AgreementService,
    private readonly associations: AssociationService,
    private readonly access: AccessService,
  ) {}

  /** A code for whoever is to serve this line, too: of one's own lines alone; out of reach and not there are one word. */
  async propose(by: Session, line: LineId): Promise<Proposed | 'not-allowed'> {
    if (!(await this.#isOwn(by, line))) return this.#refused(by, 'line-proposed');
    const { account, association: of } = by;
    const made = await this.agreements.propose({ line, of, by: account });
    this.access.note(of, { did: 'line-proposed', by: account, of: line });
    return made;
  }

  async takeBack(by: Session, line: LineId): Promise<'taken-back' | 'not-there' | 'not-allowed'> {
    if (!(await this.#isOwn(by, line))) return this.#refused(by, 'proposal-taken-back');
    const said = await this.agreements.takeBack(line);
    if (said === 'taken-back')
      this.access.note(by.association, { did: 'proposal-taken-back', by: by.account, of: line });
    return said;
  }

  async accept(by: Session, code: string): Promise<'agreed' | NotAgreed | 'gone' | 'not-allowed'> {
    if (!may(by, 'agree')) return this.#refused(by, 'agreed');
    const said = await this.agreements.accept(code, by.association);
    if (typeof said === 'string') {
      this.access.noteRefused(by.association, {
        did: 'link-refused',
        by: by.account,
        what: ['partner', said],
      });
      return said;
    }
    this.#noteOnBoth(by, said, 'agreed');
    return 'agreed';
  }

  /** By either of the two; to anybody else there is none. */
  async end(by: Session, id: AgreementId): Promise<'ended' | 'not-allowed'> {
    const own = may(by, 'agree') ? await this.agreements.of(by.association) : [];
    const agreement = own.find((one) => one.id === id);
    if (!agreement) return this.#refused(by, 'agreement-ended');
    // Of two who end it at once, both wanted it ended: one of them is written down.
    if ((await this.agreements.end(agreement)) === 'ended')
      this.#noteOnBoth(by, agreement, 'agreement-ended');
    return 'ended';
  }

  async list({ association }: Session): Promise<Agreed[]> {
    const agreements = await this.agreements.of(association);
    const named = agreements.map(async ({ id, since, line, of, partner }): Promise<Agreed[]> => {
      const [found, other] = await Promise.all([
        this.associations.line(line),
        this.associations.association(of === association ? partner : of),
      ]);
      if (found === 'no-such-line' || other === 'no-such-association') return [];
      return [{ id, since, line: found.name, with: other.name, isOwn: of === association }];
    });
    return (await Promise.all(named)).flat();
  }

  async #isOwn(by: Session, id: LineId): Promise<boolean> {
    const line = await this.associations.line(id);
    return line !== 'no-such-line' && may(by, 'agree', { association: line.association });
  }

  /** Each journal names its own people and things only (AG6): the two have a name in common that nobody else bears. */
  #noteOnBoth(by: Session, { id, line, of, partner }: Agreement, did: 'agreed' | 'agreement-ended'): void {
    const note = (association: AssociationId, entry: Pick<AuditEntry, 'of'>) =>
      this.access.note(association, {
        did,
        ...(association === by.association && { by: by.account }),
        ...entry,
        what: [id],
      });
    note(of, { of: line });
    note(partner, {});
  }

  #refused(by: Session, did: Did): 'not-allowed' {
    this.access.noteRefused(by.association, { did: 'reach-refused', by: by.account, what: [did] });
    return 'not-allowed';
  }
}

type Did = 'line-proposed' | 'proposal-taken-back' | 'agreed' | 'agreement-ended';
