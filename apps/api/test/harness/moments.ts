// What a story is made of: a deed on one of two nodes, or two deeds at once, each on its own.
import fc from 'fast-check';
import type { Deed } from './deed.js';
import { aDeed } from './deeds.js';

export class Moment {
  constructor(
    readonly deed: Deed,
    /** Which node does it. */
    readonly on: 0 | 1,
    /** What the other node does at the same time. */
    readonly meanwhile?: Deed,
  ) {}

  get deeds(): readonly Deed[] {
    return this.meanwhile ? [this.deed, this.meanwhile] : [this.deed];
  }

  toString(): string {
    const told = `node ${this.on}: ${this.deed.toString()}`;
    return this.meanwhile ? `${told}; at once node ${1 - this.on}: ${this.meanwhile.toString()}` : told;
  }
}

const node = fc.constantFrom<0 | 1>(0, 1);
export const aMoment: fc.Arbitrary<Moment> = fc
  .tuple(aDeed, node, fc.option(aDeed, { freq: 3, nil: undefined }))
  .map(([deed, on, meanwhile]) => new Moment(deed, on, meanwhile));
