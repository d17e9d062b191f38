/** What is asked of a provider, and what of its document is believed; the network is told by the test. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Provider } from '../../src/oidc/provider.ts';
import type { ProviderRequest } from '../../src/oidc/provider-fetch.ts';

const ISSUER = 'https://login.example.org/realms/city';
const CALLBACK = 'https://count.example.org/app/api/oidc/callback';
const EXPECTED = { state: 'a-state', nonce: 'a-nonce', verifier: 'v'.repeat(43) };
const clock = { at: 1_800_000_000_000 };
let asked: { address: string; request: ProviderRequest }[];
let document: Record<string, unknown>;
let isDown: boolean;

beforeEach(() => {
  asked = [];
  isDown = false;
  document = {
    ...{ issuer: ISSUER, authorization_endpoint: `${ISSUER}/auth`, token_endpoint: `${ISSUER}/token` },
    ...{ jwks_uri: `${ISSUER}/keys`, id_token_signing_alg_values_supported: ['RS256'] },
  };
});

const open = (issuer = ISSUER) =>
  new Provider({
    ...{ issuer: new URL(issuer), clientId: 'passant', clientSecret: 'a secret: with signs', now: () => clock.at },
    fetch: {
      ask: async (address, request) => {
        asked.push({ address, request });
        if (isDown) throw Object.assign(new Error('down'), { code: 'no_answer' });
        return address.endsWith('/token')
          ? Response.json({ error: 'invalid_grant' }, { status: 400 })
          : Response.json(document);
      },
    },
  });
const kindOf = (asking: Promise<unknown>) =>
  asking.then(
    () => 'begun',
    (error: { kind?: string; reason?: string }) => `${error.kind}: ${error.reason}`,
  );

describe('somebody who begins', () => {
  it('is sent with state, nonce and the challenge of a secret, and nothing that a provider might not know', async () => {
    const { url, expected } = await open().begin(CALLBACK, 'fr');
    const { origin, pathname, searchParams } = new URL(url);
    expect(origin + pathname).toBe(`${ISSUER}/auth`);
    expect(Object.fromEntries(searchParams)).toEqual({
      ...{ response_type: 'code', client_id: 'passant', redirect_uri: CALLBACK, scope: 'openid email' },
      ...{ state: expected.state, nonce: expected.nonce, code_challenge_method: 'S256' },
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(searchParams.get('code_challenge')).not.toBe(expected.verifier);
    const secrets = [expected.state, expected.nonce, expected.verifier];
    expect([new Set(secrets).size, secrets.every((each) => each.length >= 43)]).toEqual([3, true]);
  });

  it('is met in the own language where the provider has it', async () => {
    document.ui_locales_supported = ['de', 'fr'];
    expect(new URL((await open().begin(CALLBACK, 'fr')).url).searchParams.get('ui_locales')).toBe('fr');
  });

  it('is sent nowhere without https', async () => {
    document.authorization_endpoint = 'http://login.example.org/auth';
    expect(await kindOf(open().begin(CALLBACK, 'en'))).toMatch(/^failed: /);
    document.authorization_endpoint = 'javascript:alert(1)';
    expect(await kindOf(open().begin(CALLBACK, 'en'))).toMatch(/^failed: /);
  });
});

describe('a document', () => {
  it('is asked for once for all who come together, and again after an hour', async () => {
    const provider = open();
    await Promise.all([provider.begin(CALLBACK, 'en'), provider.begin(CALLBACK, 'en')]);
    clock.at += 3_599_999;
    await provider.begin(CALLBACK, 'en');
    expect(asked).toHaveLength(1);
    clock.at += 1;
    await provider.begin(CALLBACK, 'en');
    expect(asked).toHaveLength(2);
  });

  it('that did not come is asked for again only after a while', async () => {
    const provider = open();
    isDown = true;
    expect(await kindOf(provider.begin(CALLBACK, 'en'))).toMatch(/^unavailable: .*no_answer/);
    isDown = false;
    clock.at += 9_999;
    expect(await kindOf(provider.begin(CALLBACK, 'en'))).toMatch(/^unavailable/);
    expect(asked).toHaveLength(1);
    clock.at += 1;
    expect(await kindOf(provider.begin(CALLBACK, 'en'))).toBe('begun');
  });

  it('of all tenants of Entra is refused: anybody can make one', async () => {
    document.issuer = 'https://login.microsoftonline.com/{tenantid}/v2.0';
    const common = 'https://login.microsoftonline.com/common/v2.0';
    expect(await kindOf(open(common).begin(CALLBACK, 'en'))).toBe('failed: another_issuer');
  });
});

describe('the secret', () => {
  it.each([
    [['client_secret_basic', 'client_secret_post'], null],
    [['client_secret_basic'], `Basic ${Buffer.from('passant:a+secret%3A+with+signs').toString('base64')}`],
    [undefined, `Basic ${Buffer.from('passant:a+secret%3A+with+signs').toString('base64')}`],
  ])('is sent as the document says: %j', async (methods, header) => {
    document.token_endpoint_auth_methods_supported = methods;
    const back = new URL(`${CALLBACK}?code=a-code&state=a-state`);
    expect(await kindOf(open().finish(back, EXPECTED))).toMatch(/^failed: .*invalid_grant/);
    const { headers, body } = asked.at(-1)?.request ?? { method: '', headers: {} as Record<string, string>, body: '' };
    const form = new URLSearchParams(String(body));
    expect(headers.authorization ?? null).toBe(header);
    expect(form.get('client_secret')).toBe(header === null ? 'a secret: with signs' : null);
    expect([form.get('code_verifier'), form.get('redirect_uri')]).toEqual([EXPECTED.verifier, CALLBACK]);
  });
});

it('what somebody writes into the address is not logged', async () => {
  const back = new URL(`${CALLBACK}?error=<b>bold</b>&error_description=198.51.100.1&state=a-state`);
  expect(await kindOf(open().finish(back, EXPECTED))).not.toMatch(/bold|198/);
});
