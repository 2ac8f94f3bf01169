// Sessions: who is signed in, for how long, and the fact that it ended.
import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  type Assurance,
  type Device,
  holdsFor,
  isToBeSeen,
  type SignedIn,
} from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { sessionEnded } from './session.facts.js';
import { type Signed, SessionStore } from './session.store.js';

export type Found = { readonly id: string; readonly account: AccountId; readonly assurance: Assurance };

@Injectable()
export class SessionService {
  constructor(
    private readonly store: SessionStore,
    private readonly clock: Clock,
    private readonly facts: Facts,
  ) {}

  /** A new token for every sign-in, whatever token the browser came with; that one opens nothing any more (AC10). */
  async open(account: AccountId, former: string | undefined, assurance: Assurance): Promise<string> {
    await this.end(former);
    const now = this.clock.now();
    const session: SignedIn = { account, assurance, startedAt: now, seenAt: now };
    return this.store.open(session, holdsFor(session, now));
  }

  async find(token: string | undefined): Promise<Found | 'signed-out'> {
    return token === undefined ? 'signed-out' : this.see(this.store.idOf(token));
  }

  /** The session's owner was seen: a request came, or a socket is connected (AC9). */
  async see(id: string): Promise<Found | 'signed-out'> {
    const now = this.clock.now();
    const session = await this.store.find(id);
    if (!session || holdsFor(session, now) <= 0) return 'signed-out';
    const { account, assurance } = session;
    if (!isToBeSeen(session, now)) return { id, account, assurance };
    const seen: SignedIn = { ...session, seenAt: now };
    const renewed = await this.store.renew(id, seen, holdsFor(seen, now));
    return renewed === 'renewed' ? { id, account, assurance } : 'signed-out';
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

  async endAll(account: AccountId): Promise<void> {
    await this.endOthers(account, undefined);
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
