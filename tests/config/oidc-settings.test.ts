import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../src/config/load-config.ts';
import { domainRoles, issuer, label } from '../../src/config/oidc-settings.ts';

const isRead = (reading: object) => 'value' in reading;

describe('the issuer', () => {
  it.each([
    ['https://login.example.org/realms/city', true],
    ['https://accounts.google.com', true],
    ['http://127.0.0.1:9000', true],
    ['http://localhost:9000/a', true],
    ['http://login.example.org', false],
    ['http://127.0.0.1.example.org', false],
    ['https://login.example.org/.well-known/openid-configuration', false],
    ['https://user:word@login.example.org', false],
    ['https://login.example.org/?a=b', false],
    ['login.example.org', false],
    ['file:///etc/passwd', false],
  ])('%s is one: %s', (text, expected) => expect(isRead(issuer(text))).toBe(expected));
});

describe('domains and their roles', () => {
  it('are read one by one, in lower case', () => {
    expect(domainRoles(' Example.org=viewer, city.example = editor ,')).toEqual({
      value: { 'example.org': 'viewer', 'city.example': 'editor' },
    });
    expect(domainRoles('')).toEqual({ value: {} });
  });

  it.each(['example.org', 'example.org=owner', 'example.org=admin', '*=viewer', '@example.org=viewer', 'org=viewer'])(
    '%s is refused',
    (text) => expect(isRead(domainRoles(text))).toBe(false),
  );
});

it('a name has 1 to 40 characters', () => {
  expect(['City login', ' ', 'a'.repeat(41)].map((text) => isRead(label(text)))).toEqual([true, false, false]);
});

describe('the three of a provider', () => {
  const load = (env: Record<string, string>) =>
    loadConfig({ flags: {}, env: { PASSANT_DATA_DIR: './there-is-none', ...env } });
  const [issuerOnly, rest] = [
    { PASSANT_OIDC_ISSUER: 'https://login.example.org' },
    { PASSANT_OIDC_CLIENT_ID: 'passant', PASSANT_OIDC_CLIENT_SECRET: 'a secret' },
  ];

  it('belong together', () => {
    for (const part of [issuerOnly, rest]) expect(() => load(part)).toThrow(/belong together: set all or none/);
    expect(load({}).config.oidcIssuer).toBeNull();
    expect(load({ ...issuerOnly, ...rest }).config).toMatchObject({ oidcDomains: {}, oidcButton: 'below' });
  });

  it('are shown without the secret', () => {
    const { settings } = load({ ...issuerOnly, ...rest });
    expect(settings.find(({ name }) => name === 'PASSANT_OIDC_CLIENT_SECRET')?.value).toBe('(set)');
    expect(JSON.stringify(settings)).not.toContain('a secret');
  });
});
