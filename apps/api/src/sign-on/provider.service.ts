// Which provider an association's people may enter by: chosen, shown without its secret, and ended.
import { Injectable } from '@nestjs/common';
import type { AccountId, AssociationId, Provider } from '@veille/domain';
import { deedDone } from '../audit/audit.facts.js';
import { Facts } from '../platform/facts.js';
import { OpenId } from './open-id.port.js';
import { SignOnStore } from './sign-on.store.js';

/** Who chooses, for which association. */
export type Chooser = { readonly account: AccountId; readonly association: AssociationId };
export type Shown = Pick<Provider, 'issuer' | 'clientId'>;

@Injectable()
export class ProviderService {
  constructor(
    private readonly store: SignOnStore,
    private readonly openId: OpenId,
    private readonly facts: Facts,
  ) {}

  /** Without the secret, which is never told again (SO1). */
  async of(association: AssociationId): Promise<Shown | undefined> {
    const provider = await this.store.provider(association);
    return provider && { issuer: provider.issuer, clientId: provider.clientId };
  }

  /** Kept only if it answers at its address as the one it should be (SO1). */
  async choose(chooser: Chooser, provider: Provider): Promise<'changed' | 'unavailable'> {
    if ((await this.openId.find(provider)) === 'unavailable') return 'unavailable';
    await this.store.keep(chooser.association, provider);
    this.#tell(chooser);
    return 'changed';
  }

  /** Those who have no password enter no more until there is a provider again, or they are given a new link. */
  async end(chooser: Chooser): Promise<'ended' | 'nothing-to-do'> {
    const said = await this.store.forget(chooser.association);
    if (said === 'nothing-to-do') return said;
    this.#tell(chooser);
    return 'ended';
  }

  #tell({ account, association }: Chooser): void {
    this.facts.state(deedDone, {
      association,
      entry: { did: 'settings-changed', by: account, what: ['provider'] },
    });
  }
}
