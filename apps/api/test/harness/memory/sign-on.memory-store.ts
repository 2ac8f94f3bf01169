// Providers kept in this process for a test.
import type { AssociationId, Provider } from '@veille/domain';
import { SignOnStore } from '../../../src/sign-on/sign-on.store.js';

export class SignOnMemoryStore extends SignOnStore {
  readonly #providers = new Map<AssociationId, Provider>();

  async provider(association: AssociationId): Promise<Provider | undefined> {
    return this.#providers.get(association);
  }

  async keep(association: AssociationId, provider: Provider): Promise<void> {
    this.#providers.set(association, provider);
  }

  async forget(association: AssociationId): Promise<'forgotten' | 'nothing-to-do'> {
    return this.#providers.delete(association) ? 'forgotten' : 'nothing-to-do';
  }
}
