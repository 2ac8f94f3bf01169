// Sessions kept in this process for a test.
import type { AccountId, SignedIn } from '@veille/domain';
import { digestOf, newSecret } from '../../../src/platform/secrets.js';
import { type Signed, SessionStore } from '../../../src/access/session.store.js';

export class SessionMemoryStore extends SessionStore {
  readonly #sessions = new Map<string, SignedIn>();

  async open(session: SignedIn): Promise<string> {
    const token = newSecret();
    this.#sessions.set(digestOf(token), session);
    return token;
  }

  idOf(token: string): string {
    return digestOf(token);
  }

  async find(id: string): Promise<SignedIn | undefined> {
    return this.#sessions.get(id);
  }

  async renew(id: string, session: SignedIn): Promise<'renewed' | 'over'> {
    if (!this.#sessions.has(id)) return 'over';
    this.#sessions.set(id, session);
    return 'renewed';
  }

  async of(account: AccountId): Promise<Signed[]> {
    const all = [...this.#sessions].map(([id, session]) => ({ ...session, id }));
    return all.filter((session) => session.account === account);
  }

  async end(id: string): Promise<'ended' | 'nothing-to-do'> {
    return this.#sessions.delete(id) ? 'ended' : 'nothing-to-do';
  }
}
