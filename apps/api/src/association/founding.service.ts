// Founding: an association more in this installation, and more lines and posts in one. What cannot be is refused by its field.
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type AssociationId,
  associationId,
  faultInAddress,
  isTimeZone,
  type KeptLine,
  lineId,
  placeId,
  type Post,
} from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { founded, type Founder } from './association.facts.js';
import { AssociationService } from './association.service.js';
import { AssociationStore } from './association.store.js';

export type NewLine = { readonly line: string; readonly lineName: string; readonly timeZone: string };
export type NewAssociation = NewLine & {
  readonly association: string;
  readonly name: string;
  readonly post: string;
};
/** `field` is the one of the asked object that cannot hold. */
export type FoundingFault = {
  readonly field: keyof NewAssociation;
  readonly why: 'not-an-address' | 'reserved' | 'not-a-time-zone' | 'taken' | 'too-many';
};

@Injectable()
export class FoundingService {
  constructor(
    private readonly store: AssociationStore,
    private readonly associations: AssociationService,
    private readonly clock: Clock,
    private readonly facts: Facts = new Facts(),
  ) {}

  /** `by`: who is to be told upward (AU6). */
  async found(asked: NewAssociation, by?: Founder): Promise<'done' | FoundingFault> {
    const why = faultInAddress(asked.association);
    if (why) return { field: 'association', why };
    const fault = faultInLine(asked);
    if (fault) return fault;
    const id = associationId(asked.association);
    const said = await this.store.found({
      association: { id, name: asked.name },
      line: this.#line(id, asked),
      post: newPost(asked.post),
    });
    this.associations.hasChanged();
    if (said === 'founded') {
      if (by) this.facts.state(founded, { association: id, by, did: 'association-founded' });
      return 'done';
    }
    if (said === 'line-taken') return { field: 'line', why: 'taken' };
    return { field: 'association', why: said === 'too-many' ? said : 'taken' };
  }

  async addLine(association: AssociationId, asked: NewLine, by?: Founder): Promise<'done' | FoundingFault> {
    const fault = faultInLine(asked);
    if (fault) return fault;
    const said = await this.store.addLine(this.#line(association, asked));
    this.associations.hasChanged();
    if (said !== 'added') return { field: 'line', why: said };
    if (by) this.facts.state(founded, { association, by, did: 'line-added', of: asked.line });
    return 'done';
  }

  async addPost(association: AssociationId, name: string, by?: Founder): Promise<'done' | FoundingFault> {
    const post = newPost(name);
    const said = await this.store.addPost(association, post);
    if (said !== 'added') return { field: 'post', why: said };
    if (by) this.facts.state(founded, { association, by, did: 'post-added', of: post.id });
    return 'done';
  }

  #line(association: AssociationId, { line, lineName, timeZone }: NewLine): KeptLine {
    const since = this.clock.now();
    return { id: lineId(line), association, name: lineName, timeZone, since, settings: {} };
  }
}

function faultInLine({ line, timeZone }: NewLine): FoundingFault | undefined {
  const why = faultInAddress(line);
  if (why) return { field: 'line', why };
  return isTimeZone(timeZone) ? undefined : { field: 'timeZone', why: 'not-a-time-zone' };
}

const newPost = (name: string): Post => ({ id: placeId(randomBytes(9).toString('base64url')), name });
