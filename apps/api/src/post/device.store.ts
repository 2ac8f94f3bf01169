// The port of posts' devices: browsers that listening posts sign in at. A browser holds the token; what is kept knows it by a
// digest only, which is the device's id.
import type { AccountId, AssociationId, Day, Duration, PostDevice } from '@veille/domain';

export type Registered = PostDevice & { readonly id: string };
/** What a code stands for while it is on its way to the browser it is for. */
export type ToBe = Pick<PostDevice, 'association' | 'post' | 'by'>;

export type Use = { readonly by: AccountId; readonly on: Day };

export abstract class DeviceStore {
  /** Answers the token, for the browser's cookie alone. Forgotten by itself when it was not used for `keptFor`. */
  abstract register(device: PostDevice, keptFor: Duration): Promise<string>;
  /** The id of the device a token is of, if it is of one. */
  abstract idOf(token: string): string;
  abstract find(id: string): Promise<Registered | undefined>;
  /** Those of an association that stand, in no order. */
  abstract of(association: AssociationId): Promise<Registered[]>;
  /** Writes down the day somebody signed in there, and who. One that was ended meanwhile stays ended. */
  abstract used(device: Registered, use: Use, keptFor: Duration): Promise<void>;
  /** Of many who end it at once, one is told who has signed in there, and it is forgotten with them. */
  abstract end(device: Registered): Promise<AccountId[] | 'not-there'>;
  /** A code to be typed on the browser that is to be one. Forgotten by itself after `keptFor`. */
  abstract openCode(toBe: ToBe, keptFor: Duration): Promise<string>;
  /** What the code stands for, once. */
  abstract spendCode(code: string): Promise<ToBe | undefined>;
}
