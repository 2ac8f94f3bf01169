// OpenID Connect by openid-client: authorization code with PKCE, state and nonce; a new login asked of the provider each time.
import { Inject, Injectable } from '@nestjs/common';
import { type Instant, isTwofold, minutes, type Provider, provenWithin } from '@veille/domain';
import { createHash } from 'node:crypto';
import type { Configuration } from 'openid-client';
import * as v from 'valibot';
import { Clock } from '../platform/clock/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { faultOf, say } from '../platform/log/log.js';
import { type Checks, type Known, OpenId } from './open-id.port.js';

/** Nobody at a sign-in page waits longer for a provider. In seconds. */
const patience = 5;
/** Addresses of a provider are read again after so long. */
const knownFor = minutes(10);

/** Loaded by whoever signs on by a provider first: nobody who comes back to a node that starts waits for it. */
const library = () => import('openid-client');
type Library = Awaited<ReturnType<typeof library>>;

const methods = v.fallback(v.array(v.string()), []);

@Injectable()
export class OpenIdClient extends OpenId {
  readonly #found = new Map<string, { at: Instant; provider: Promise<Configuration> }>();
  readonly #back: string;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
    this.#back = new URL('/api/access/sign-on/back', config.publicUrl).href;
  }

  async find(provider: Provider): Promise<'found' | 'unavailable'> {
    return this.#ask(async (client) => {
      this.#found.delete(nameOf(provider));
      await this.#provider(client, provider);
      return 'found' as const;
    }).then((said) => (said === 'refused' ? 'unavailable' : said));
  }

  async begin(provider: Provider): Promise<{ to: string; checks: Checks } | 'unavailable'> {
    const said = await this.#ask(async (client) => {
      const checks: Checks = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const to = client.buildAuthorizationUrl(await this.#provider(client, provider), {
        redirect_uri: this.#back,
        scope: 'openid',
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
        // Who sat at this computer before is still signed in there: their login is not this person's.
        prompt: 'login',
        max_age: String(provenWithin / 1_000),
      });
      return { to: to.href, checks };
    });
    return said === 'refused' ? 'unavailable' : said;
  }

  async conclude(
    provider: Provider,
    { back, checks: { state, nonce, verifier } }: { back: URL; checks: Checks },
  ): Promise<Known | 'refused' | 'unavailable'> {
    return this.#ask(async (client) => {
      const answer = new URL(this.#back);
      answer.search = back.search;
      const told = await client.authorizationCodeGrant(await this.#provider(client, provider), answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        maxAge: provenWithin / 1_000,
      });
      const claims = told.claims();
      if (!claims) return 'refused' as const;
      return {
        identity: identityOf(claims.iss, claims.sub),
        isTwofold: isTwofold(v.parse(methods, claims.amr)),
      };
    });
  }

  #provider(client: Library, provider: Provider): Promise<Configuration> {
    const name = nameOf(provider);
    const known = this.#found.get(name);
    if (known && this.clock.now() - known.at < knownFor) return known.provider;
    const asked = this.#discover(client, provider);
    this.#found.set(name, { at: this.clock.now(), provider: asked });
    asked.catch(() => this.#found.delete(name));
    return asked;
  }

  /** @throws when the address is not one a secret may be sent to */
  async #discover(client: Library, { issuer, clientId, clientSecret }: Provider): Promise<Configuration> {
    const address = new URL(issuer);
    const isInsecure = address.protocol !== 'https:';
    if (isInsecure && this.config.NODE_ENV === 'production')
      throw new TypeError('no secret travels in clear');
    const authentication = client.ClientSecretBasic(clientSecret);
    return client.discovery(address, clientId, undefined, authentication, {
      timeout: patience,
      ...(isInsecure && { execute: [client.allowInsecureRequests] }),
    });
  }

  /** What the provider answered, read as one of three words; of what it said nothing is written anywhere. */
  async #ask<T>(question: (client: Library) => Promise<T>): Promise<T | 'refused' | 'unavailable'> {
    const client = await library();
    try {
      return await question(client);
    } catch (error) {
      if (isAnAnswer(client, error)) return 'refused';
      say('warn', 'a sign-on provider could not be asked', faultOf(error));
      return 'unavailable';
    }
  }
}

const outages = [
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
];

/** The provider said no, or what came back was not what it says: as opposed to saying nothing. */
const isAnAnswer = (client: Library, error: unknown): boolean =>
  error instanceof client.AuthorizationResponseError ||
  error instanceof client.ResponseBodyError ||
  (error instanceof client.ClientError && !outages.includes(error.code ?? ''));

const nameOf = ({ issuer, clientId, clientSecret }: Provider): string =>
  createHash('sha256')
    .update(JSON.stringify([issuer, clientId, clientSecret]))
    .digest('base64url');

/** Of one provider's one person, always the same; from it nobody reads either. */
const identityOf = (issuer: string, subject: string): string =>
  createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('base64url');
