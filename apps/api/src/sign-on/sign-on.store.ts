// The port of single sign-on: which provider an association has.
import type { AssociationId, Provider } from '@veille/domain';

export abstract class SignOnStore {
  abstract provider(association: AssociationId): Promise<Provider | undefined>;
  abstract keep(association: AssociationId, provider: Provider): Promise<void>;
  abstract forget(association: AssociationId): Promise<'forgotten' | 'nothing-to-do'>;
}
