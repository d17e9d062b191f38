/** Speaks OpenID Connect with the provider: where somebody is sent, and what their way back proves. Nothing of it is stored. */
import type { ClientAuth, Configuration } from 'openid-client';
import type { IdentityProvider, ProofExpected, ProvenIdentity } from '../auth/ports.ts';
import { ProviderError } from '../auth/provider-error.ts';
import { explainFault } from './explain-fault.ts';
import type { ProviderFetch } from './provider-fetch.ts';

/** How long what the provider says of itself is believed (ms). */
const DOCUMENT_MS = 3_600_000;
/** How long it is not asked again when it has not answered (ms). */
const PAUSE_MS = 10_000;
const LONGEST_SUBJECT = 255;

export interface ProviderOptions {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  fetch: Pick<ProviderFetch, 'ask'>;
  /** UTC ms. */
  now: () => number;
}

export class Provider implements IdentityProvider {
  readonly #options: ProviderOptions;
  #known: { configuration: Promise<Configuration>; until: number } | null = null;

  constructor(options: ProviderOptions) {
    this.#options = options;
  }

  /** Whole, so that a slash more or less at its end makes no other. */
  get issuer(): string {
    return this.#options.issuer.href;
  }

  begin(callback: string, language: string): Promise<{ url: string; expected: ProofExpected }> {
    return explaining(() => this.#begin(callback, language));
  }

  finish(back: URL, expected: ProofExpected): Promise<ProvenIdentity> {
    return explaining(() => this.#finish(back, expected));
  }

  async #begin(callback: string, language: string): Promise<{ url: string; expected: ProofExpected }> {
    const client = await import('openid-client');
    const configuration = await this.#configure();
    const expected = {
      ...{ state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() },
    };
    // It looks at the scheme of that address as at those which it asks itself.
    const url = client.buildAuthorizationUrl(configuration, {
      ...{ redirect_uri: callback, scope: 'openid email', state: expected.state, nonce: expected.nonce },
      code_challenge_method: 'S256',
      code_challenge: await client.calculatePKCECodeChallenge(expected.verifier),
      // Some refuse what they do not know, against the specification: ProConnect does.
      ...(configuration.serverMetadata().ui_locales_supported?.includes(language) && { ui_locales: language }),
    });
    return { url: url.href, expected };
  }

  /** Looks at everything that comes back: state, nonce, issuer, audience, times, signature. */
  async #finish(back: URL, { state, nonce, verifier }: ProofExpected): Promise<ProvenIdentity> {
    const client = await import('openid-client');
    const configuration = await this.#configure();
    const tokens = await client.authorizationCodeGrant(configuration, back, {
      ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
    });
    const claims = tokens.claims();
    if (claims === undefined || claims.sub.length > LONGEST_SUBJECT) throw new ProviderError('failed', 'subject');
    return {
      issuer: this.issuer, // that of the token was compared with it
      subject: claims.sub,
      async fetchAddress() {
        const hasMore = claims.email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined;
        const told = hasMore
          ? await explaining(() => client.fetchUserInfo(configuration, tokens.access_token, claims.sub))
          : claims;
        // Nothing but `true` says that it was looked at; some write texts such as "false".
        return typeof told.email === 'string'
          ? { email: told.email.trim(), isVerified: told.email_verified === true }
          : null;
      },
    };
  }

  /** Asked once for all who come at the same time, and not at all for a while after it has failed. */
  #configure(): Promise<Configuration> {
    const { now } = this.#options;
    if (this.#known === null || this.#known.until <= now()) {
      const known = { configuration: this.#discover(), until: now() + DOCUMENT_MS };
      known.configuration.catch(() => {
        known.until = now() + PAUSE_MS;
      });
      this.#known = known;
    }
    return this.#known.configuration;
  }

  async #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret, fetch } = this.#options;
    const client = await import('openid-client');
    const authenticate: ClientAuth = (server, ...rest) => {
      const methods = server.token_endpoint_auth_methods_supported;
      // Where both will do, the one that needs no encoding, which not all providers read alike.
      return (methods?.includes('client_secret_post') === true ? client.ClientSecretPost : client.ClientSecretBasic)(
        clientSecret,
      )(server, ...rest);
    };
    const configuration = await client.discovery(issuer, clientId, undefined, authenticate, {
      [client.customFetch]: (url, options) => fetch.ask(url, options),
      // By itself the library takes the signature of a token that came over TLS as read.
      execute: [
        client.enableNonRepudiationChecks,
        ...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []),
      ],
    });
    // The library lets Entra's document for all its tenants pass, whose people anybody can make.
    if (new URL(configuration.serverMetadata().issuer).href !== this.issuer)
      throw new ProviderError('failed', 'another_issuer');
    return configuration;
  }
}

async function explaining<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explainFault(error);
  }
}
