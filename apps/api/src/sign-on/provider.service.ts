// Which provider an association's people may enter by: chosen, shown without its secret, and ended.
import { Injectable } from '@nestjs/common';
import type { AccountId, AssociationId, Provider } from '@veille/domain';
import { StaffService } from '../access/staff.service.js';
import { deedDone, deedRefused } from '../audit/audit.facts.js';
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
    private readonly staff: StaffService,
    private readonly facts: Facts,
  ) {}

  /** Without the secret, which is never told again (SO1). */
  async of(association: AssociationId): Promise<Shown | undefined> {
    const provider = await this.store.provider(association);
    return provider && { issuer: provider.issuer, clientId: provider.clientId };
  }

  /** Kept only if it answers at its address as the one it should be (SO1), and nobody is shut out for ever by it (SO9). */
  async choose(
    chooser: Chooser,
    provider: Provider,
  ): Promise<'changed' | 'unavailable' | 'last-administrator'> {
    if (await this.#shutsOut(chooser, provider)) return 'last-administrator';
    if ((await this.openId.find(provider)) === 'unavailable') return 'unavailable';
    await this.store.keep(chooser.association, provider);
    this.#tell(chooser);
    return 'changed';
  }

  /** Those who have no password enter no more until there is this provider again, or they are removed and invited anew. */
  async end(chooser: Chooser): Promise<'ended' | 'nothing-to-do' | 'last-administrator'> {
    if (await this.#shutsOut(chooser)) return 'last-administrator';
    const said = await this.store.forget(chooser.association);
    if (said === 'nothing-to-do') return said;
    this.#tell(chooser);
    return 'ended';
  }

  /** Another house, and another name in the same one, calls nobody as the former did. */
  async #shutsOut({ account, association }: Chooser, next?: Provider): Promise<boolean> {
    const before = await this.store.provider(association);
    if (!before || (before.issuer === next?.issuer && before.clientId === next.clientId)) return false;
    if (await this.staff.isRunByPassword(association)) return false;
    const what = ['settings-changed', 'last-administrator'];
    this.facts.state(deedRefused, { association, entry: { did: 'reach-refused', by: account, what } });
    return true;
  }

  #tell({ account, association }: Chooser): void {
    this.facts.state(deedDone, {
      association,
      entry: { did: 'settings-changed', by: account, what: ['provider'] },
    });
  }
}
