// An association's own provider for a test, and somebody who signs in there as a browser would.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Provider } from '@veille/domain';
import * as v from 'valibot';

export type AProvider = {
  readonly provider: Provider;
  /** Goes where a browser is sent, says this name. Answers the address it is sent back to. */
  signIn(to: string, name: string): Promise<URL>;
  stop(): Promise<void>;
};

const program = fileURLToPath(new URL('openid-provider.mjs', import.meta.url));
const clientSecret = 'what only the two know';
const hello = v.object({ issuer: v.string() });

/** `back`: where it sends people back to, and nowhere else. */
export async function aProvider(back: string): Promise<AProvider> {
  const child = fork(program, [back, clientSecret], { stdio: 'ignore' });
  const [{ issuer }] = v.parse(v.tuple([hello]), (await once(child, 'message')).slice(0, 1));
  return {
    provider: { issuer, clientId: 'veille', clientSecret },
    signIn: (to, name) => new Visit(back, name).goTo(new URL(to)),
    stop: async () => {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

const mostPages = 12;

/** One browser at the provider: it keeps cookies, follows redirects, and fills in the one form. */
class Visit {
  readonly #cookies = new Map<string, string>();

  constructor(
    private readonly back: string,
    private readonly name: string,
  ) {}

  async goTo(first: URL): Promise<URL> {
    let at = first;
    for (let page = 0; page < mostPages; page++) {
      if (at.href.startsWith(this.back)) return at;
      const shown = await this.#fetch(at);
      const next = shown.headers.get('location') ?? (await this.#fillIn(at));
      at = new URL(next, at);
    }
    throw new Error('the provider sends nobody back');
  }

  async #fillIn(at: URL): Promise<string> {
    const sent = await this.#fetch(at, { method: 'POST', body: new URLSearchParams({ login: this.name }) });
    return sent.headers.get('location') ?? at.href;
  }

  async #fetch(url: URL, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answered = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const set of answered.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (name !== undefined && value !== undefined) this.#cookies.set(name, value);
    }
    return answered;
  }
}
