// What a volunteer may ask about where a caller comes from: that the door be closed to it, during a conversation or just after.
import { Injectable } from '@nestjs/common';
import { accountId, type LineId, type VolunteerId } from '@veille/domain';
import { AccessService } from '../access/access.service.js';
import { AssociationService } from '../association/association.service.js';
import { ClosureService } from '../network/closure.service.js';
import { VolunteerService } from '../volunteer/volunteer.service.js';

@Injectable()
export class ClosureDoor {
  constructor(
    private readonly closures: ClosureService,
    private readonly volunteers: VolunteerService,
    private readonly associations: AssociationService,
    private readonly access: AccessService,
  ) {}

  /** `not-yours`: on the line of another association, its own people ask. */
  async ask(line: LineId, volunteer: VolunteerId) {
    const shift = await this.volunteers.find(line, volunteer);
    if (shift?.at !== 'talking' && shift?.at !== 'breather') return refused('not-now');
    const account = accountId(volunteer);
    const [known, association] = [
      await this.associations.line(line),
      await this.access.associationOf(account),
    ];
    if (known === 'no-such-line' || known.association !== association) return refused('not-yours');
    return { is: await this.closures.ask({ association, account }, { line, volunteer }) };
  }
}

const refused = <Word extends 'not-now' | 'not-yours'>(word: Word) => ({ refused: word });
