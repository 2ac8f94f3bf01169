// Single sign-on: somebody leaves for their association's own provider, comes back once, and is let in as who they are there.
import { Injectable } from '@nestjs/common';
import { type AssociationId, type WayIn } from '@veille/domain';
import { InvitationService } from '../access/invitation.service.js';
import type { Bearing, Entered } from '../access/access.service.js';
import type { HalfIn } from '../access/entering.service.js';
import { SignInService } from '../access/sign-in.service.js';
import { Aways } from './away.port.js';
import { OpenId } from './open-id.port.js';
import { SignOnStore } from './sign-on.store.js';

/** `sealed` is for the browser's cookie alone; `to` is where it goes. */
export type Leaving = { readonly sealed: string; readonly to: string };
export type Returning = {
  readonly sealed: string | undefined;
  readonly back: URL;
  /** What else this browser came with. */
  readonly bearing: Bearing;
};
export type NotEntered = 'refused' | 'taken' | 'unavailable';
export type Returned = { readonly way: WayIn | undefined; readonly said: Entered | HalfIn | NotEntered };

@Injectable()
export class SignOnService {
  constructor(
    private readonly store: SignOnStore,
    private readonly openId: OpenId,
    private readonly aways: Aways,
    private readonly signIn: SignInService,
    private readonly invitations: InvitationService,
  ) {}

  async isOffered(association: AssociationId): Promise<boolean> {
    return (await this.store.provider(association)) !== undefined;
  }

  async leave(way: WayIn): Promise<Leaving | 'refused' | 'unavailable'> {
    const provider = await this.store.provider(way.association);
    if (!provider) return 'refused';
    const begun = await this.openId.begin(provider);
    if (begun === 'unavailable') return begun;
    return { to: begun.to, sealed: this.aways.seal({ ...way, checks: begun.checks }) };
  }

  /** A browser that never left is refused before anybody is asked; the provider refuses who comes back twice (SO3). */
  async comeBack({ sealed, back, bearing }: Returning): Promise<Returned> {
    const away = sealed === undefined ? undefined : this.aways.open(sealed);
    const provider = away && (await this.store.provider(away.association));
    if (!away || !provider) return { way: away, said: 'refused' };
    const { checks, ...way } = away;
    const known = await this.openId.conclude(provider, { back, checks });
    if (typeof known === 'string') return { way, said: known };
    const { association, newcomer } = way;
    const asked = { association, ...known };
    return newcomer
      ? { way, said: await this.invitations.acceptAs({ asked: { ...asked, ...newcomer }, ...bearing }) }
      : { way, said: await this.signIn.signInAs({ asked, ...bearing }) };
  }
}
