// Sessions: who is signed in, for how long, and the fact that it ended.
import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  type AtPost,
  type Assurance,
  type Device,
  holdsFor,
  type OnPage,
  seenAs,
  type SignedIn,
} from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { DeviceService } from '../post/device.service.js';
import { PinsService } from '../post/pins.service.js';
import { sessionEnded } from './session.facts.js';
import { type Signed, SessionStore } from './session.store.js';

export type Found = Pick<SignedIn, 'account' | 'assurance' | 'at'> & { readonly id: string };
/** `former`: the token the browser came with, if any. */
type Opening = {
  readonly former: string | undefined;
  readonly assurance: Assurance;
  readonly at?: AtPost | undefined;
};

@Injectable()
export class SessionService {
  constructor(
    private readonly store: SessionStore,
    private readonly clock: Clock,
    private readonly facts: Facts,
    private readonly devices: DeviceService,
    private readonly pins: PinsService,
  ) {}

  /** A new token for every sign-in, whatever token the browser came with; that one opens nothing any more (AC10). */
  async open(account: AccountId, { former, assurance, at }: Opening): Promise<string> {
    await this.end(former);
    const now = this.clock.now();
    const session: SignedIn = { account, assurance, startedAt: now, seenAt: now, ...(at && { at }) };
    return this.store.open(session, holdsFor(session, now));
  }

  async find(token: string | undefined, on?: OnPage): Promise<Found | 'signed-out'> {
    return token === undefined ? 'signed-out' : this.see(this.store.idOf(token), on);
  }

  /** The session's owner was seen: a request came, or a socket says how they are on its page (AC9). */
  async see(id: string, on: OnPage = 'active'): Promise<Found | 'signed-out'> {
    const now = this.clock.now();
    const session = await this.store.find(id);
    if (!session || holdsFor(session, now) <= 0 || !(await this.#stands(session))) return 'signed-out';
    const { account, assurance, at } = session;
    const found = { id, account, assurance, ...(at && { at }) };
    const seen = seenAs(session, on, now);
    if (!seen) return found;
    const renewed = await this.store.renew(id, seen, holdsFor(seen, now));
    return renewed === 'renewed' ? found : 'signed-out';
  }

  /** What was begun at a post's device stands no longer than that device (PD6). */
  async #stands({ assurance, at }: SignedIn): Promise<boolean> {
    if (at) return (await this.devices.find(at.device)) !== undefined;
    return assurance !== 'at-post';
  }

  async end(token: string | undefined): Promise<void> {
    if (token === undefined) return;
    const id = this.store.idOf(token);
    const session = await this.store.find(id);
    if (session) await this.#end({ id, account: session.account });
  }

  /** The page said what it runs on, so that its owner knows one session from another (SP7). */
  async isOn(id: string, device: Device): Promise<void> {
    const session = await this.store.find(id);
    const now = this.clock.now();
    if (session && holdsFor(session, now) > 0)
      await this.store.renew(id, { ...session, device }, holdsFor(session, now));
  }

  /** Where this account is signed in, the newest first. */
  async of(account: AccountId): Promise<Signed[]> {
    const now = this.clock.now();
    const signed = await this.store.of(account);
    return signed
      .filter((one) => holdsFor(one, now) > 0)
      .sort((one, other) => other.startedAt - one.startedAt);
  }

  /** One of the account's sessions; another's is not there. */
  async endOne(account: AccountId, id: string): Promise<'ended' | 'refused'> {
    const session = await this.store.find(id);
    if (session?.account !== account) return 'refused';
    await this.#end({ id, account });
    return 'ended';
  }

  /** And no PIN begins another (PD7). */
  async endAll(account: AccountId): Promise<void> {
    await this.endAllBut(account, undefined);
  }

  async endAllBut(account: AccountId, than: string | undefined): Promise<void> {
    await this.pins.dropAll(account);
    await this.endOthers(account, than);
  }

  /** Those that one of these accounts began at this device. */
  async endBegunAt(device: string, accounts: readonly AccountId[]): Promise<void> {
    const signed = (await Promise.all(accounts.map((account) => this.store.of(account)))).flat();
    const there = signed.filter(({ at }) => at?.device === device);
    await Promise.all(there.map((session) => this.#end(session)));
  }

  async endOthers(account: AccountId, than: string | undefined): Promise<'ended'> {
    const others = (await this.store.of(account)).filter(({ id }) => id !== than);
    await Promise.all(others.map(({ id }) => this.#end({ id, account })));
    return 'ended';
  }

  async #end({ id, account }: Pick<Signed, 'id' | 'account'>): Promise<void> {
    if ((await this.store.end(id, account)) === 'ended')
      this.facts.state(sessionEnded, { session: id, account });
  }
}
