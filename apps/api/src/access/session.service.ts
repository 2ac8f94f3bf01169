// Sessions: who is signed in, for how long, and the fact that it ended.
import { Injectable } from '@nestjs/common';
import { type AccountId, holdsFor, isToBeSeen, type SignedIn, type Assurance } from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { sessionEnded } from './session.facts.js';
import { SessionStore } from './session.store.js';

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
    if (session && (await this.store.end(id)) === 'ended')
      this.facts.state(sessionEnded, { session: id, account: session.account });
  }
}
