/** Every route of the service, and who may use it. The one table that tests/process/access.test.ts holds the service to. */
import type { ServiceAct, SiteAct } from '../../src/auth/permissions.ts';
import type { Scope } from '../../src/auth/ports.ts';

/**
 * - `anybody`: no sign-in, no key;
 * - `form`: anybody, on a page of ours (it shows the token of the cookie);
 * - `page`: anybody, on a page of ours that leaves no cookie (the browser says where it came from);
 * - `login`: whoever is signed in, on a page of ours when it changes something;
 * - `site …`, `service …`: whoever is signed in and may do that, on a page of ours when it changes something;
 * - `key …`: whoever shows an API key with that scope for the site;
 * - `any key …`: whoever shows an API key with that scope, of any site; they are told of their own;
 * - `whole key …`: whoever shows an API key with that scope for every site;
 * - `link`: whoever has a shared link that is open;
 * - `loopback`: this machine.
 */
export type Needs =
  | 'anybody'
  | 'form'
  | 'page'
  | 'login'
  | 'loopback'
  | 'link'
  | `site ${SiteAct}`
  | `service ${ServiceAct}`
  | `key ${Scope}`
  | `any key ${Scope}`
  | `whole key ${Scope}`;

export interface AccessRow {
  needs: Needs;
  /** Of a question that gets as far as it may; the site is `SITE`. */
  query?: string;
  body?: object;
}

/** The site that every row is about. */
export const SITE = 'shop.example';

const ASKED = { site_id: SITE, metrics: ['visits'], date_range: '7d' };
const OF_SITE = `site_id=${SITE}`;
const FUNNEL = { ...ASKED, steps: [{ filter: ['is', 'event:page', ['/']] }, { filter: ['is', 'event:page', ['/a']] }] };

/** What a role needs for each of these, with the question that is asked of it. */
const OF_PEOPLE: Record<string, AccessRow> = {
  'GET /app/api/people': { needs: 'service manage' },
  'POST /app/api/people/invitations': { needs: 'service manage', body: { email: 'not an address', role: 'viewer' } },
  'DELETE /app/api/people/invitations/:id': { needs: 'service manage' },
  'POST /app/api/people/:id': { needs: 'service manage', body: { role: 'viewer' } },
  'DELETE /app/api/people/:id': { needs: 'service manage' },
  'DELETE /app/api/people/:id/logins': { needs: 'service manage' },
  'PUT /app/api/second-step-demand': { needs: 'service own', body: { demanded: false } },
  'DELETE /app/api/second-step-demand': { needs: 'service own' },
  'GET /app/api/sites/:domain/people': { needs: 'site manage' },
  'POST /app/api/sites/:domain/people/:id': { needs: 'site manage', body: { role: 'viewer' } },
  'GET /app/api/changes': { needs: 'service manage' },
  'GET /app/api/changes.csv': { needs: 'service manage' },
  'GET /app/api/keys': { needs: 'service manage' },
  'POST /app/api/keys': { needs: 'service manage', body: { name: '' } },
  'POST /app/api/keys/:id/revoke': { needs: 'service manage' },
  'POST /app/api/invitation': { needs: 'form', body: { token: 'none' } },
  'POST /app/api/invitation/accept': { needs: 'form', body: { token: 'none', password: 'quiet words in a long row' } },
};

const OF_ONESELF: Record<string, AccessRow> = {
  'GET /app/api/subscriptions': { needs: 'login' },
  'POST /app/api/forgotten': { needs: 'form', body: { email: 'nobody@example.org' } },
  'POST /app/api/reset': { needs: 'form', body: { token: 'none' } },
  'POST /app/api/reset/accept': { needs: 'form', body: { token: 'none', password: 'quiet words in a long row' } },
  'GET /app/api/account': { needs: 'login' },
  'POST /app/api/account/password': { needs: 'login', body: { current: 'wrong', password: 'short' } },
  'GET /app/api/account/second-step': { needs: 'login' },
  'POST /app/api/account/code-app': { needs: 'login', body: { current: '' } },
  'POST /app/api/account/code-app/confirm': { needs: 'login', body: { code: '' } },
  'POST /app/api/account/code-app/remove': { needs: 'login', body: { current: '' } },
  'POST /app/api/account/passkeys': { needs: 'login', body: { name: '' } },
  'POST /app/api/account/passkeys/options': { needs: 'login', body: { current: '' } },
  'POST /app/api/account/passkeys/:id/remove': { needs: 'login', body: { current: '' } },
  'POST /app/api/account/recovery-codes': { needs: 'login', body: { current: '' } },
  'GET /app/api/account/oidc': { needs: 'login' },
  'POST /app/api/account/oidc': { needs: 'login', body: { current: 'wrong' } },
  'DELETE /app/api/account/oidc': { needs: 'login' },
  'DELETE /app/api/account/logins': { needs: 'login' },
  'DELETE /app/api/account/logins/:id': { needs: 'login' },
};

const OF_A_SITE: Record<string, AccessRow> = {
  'POST /app/api/sites': { needs: 'service manage', body: { domain: 'not a domain' } },
  'GET /app/api/sites/:domain/settings': { needs: 'site manage' },
  'POST /app/api/sites/:domain/settings': { needs: 'site manage', body: {} },
  'POST /app/api/sites/:domain/remove': { needs: 'site own', body: { confirm: 'another' } },
  'POST /app/api/sites/:domain/empty': { needs: 'site own', body: { confirm: 'another' } },
  'POST /app/api/sites/:domain/give': { needs: 'site own', body: { confirm: 'another' } },
  'GET /app/api/removed-sites': { needs: 'login' },
  'POST /app/api/sites/:domain/restore': { needs: 'site own' },
  'POST /app/api/sites/:domain/erase': { needs: 'site own', body: { confirm: 'another' } },
  'GET /app/api/sites/:domain/annotations': { needs: 'site read', query: 'from=2026-01-01&to=2026-01-02' },
  'POST /app/api/sites/:domain/annotations': { needs: 'site write', body: {} },
  'PUT /app/api/sites/:domain/annotations/:id': { needs: 'site write', body: { day: '2026-01-01', text: 'a' } },
  'DELETE /app/api/sites/:domain/annotations/:id': { needs: 'site write' },
  'GET /app/api/sites/:domain/funnels': { needs: 'site read' },
  'POST /app/api/sites/:domain/funnels': { needs: 'site write', body: {} },
  'DELETE /app/api/sites/:domain/funnels': { needs: 'site write', query: 'name=none' },
  'GET /app/api/sites/:domain/goals': { needs: 'site read' },
  'POST /app/api/sites/:domain/goals': { needs: 'site write', body: {} },
  'DELETE /app/api/sites/:domain/goals': { needs: 'site write', query: 'name=none' },
  'GET /app/api/sites/:domain/segments': { needs: 'site read' },
  'POST /app/api/sites/:domain/segments': { needs: 'site write', body: {} },
  'PUT /app/api/sites/:domain/segments/:id': { needs: 'site write', body: {} },
  'DELETE /app/api/sites/:domain/segments/:id': { needs: 'site write' },
  'GET /app/api/sites/:domain/links': { needs: 'site manage' },
  'POST /app/api/sites/:domain/links': { needs: 'site manage', body: {} },
  'POST /app/api/sites/:domain/links/:id': { needs: 'site manage', body: {} },
  'POST /app/api/sites/:domain/links/:id/revoke': { needs: 'site manage', body: {} },
  'POST /app/api/sites/:domain/subscriptions': { needs: 'site read', body: { kind: 'none' } },
  'GET /app/api/sites/:domain/webhooks': { needs: 'site manage' },
  'POST /app/api/sites/:domain/webhooks': { needs: 'site manage', body: { url: 'http://example.org' } },
  'DELETE /app/api/sites/:domain/webhooks/:id': { needs: 'site manage' },
  'POST /app/api/sites/:domain/webhooks/:id/test': { needs: 'site manage' },
  'GET /app/api/sites/:domain/quality': { needs: 'site read' },
  'GET /app/api/v2/properties': { needs: 'site read', query: OF_SITE },
  'GET /app/api/v2/realtime': { needs: 'site read', query: OF_SITE },
  'GET /app/api/v2/realtime/stream': { needs: 'site read', query: OF_SITE },
  'POST /app/api/v2/query': { needs: 'site read', body: ASKED },
  'POST /app/api/v2/consent': { needs: 'site read', body: { site_id: SITE, date_range: '7d' } },
  'POST /app/api/v2/funnel': { needs: 'site read', body: FUNNEL },
  'POST /app/api/v2/retention': { needs: 'site read', body: ASKED },
  'POST /app/api/v2/journeys': { needs: 'site read', body: ASKED },
};

const BY_KEY: Record<string, AccessRow> = {
  'GET /api/v2/export': { needs: 'key events:read', query: OF_SITE },
  'GET /api/v2/annotations': { needs: 'key stats:read', query: `${OF_SITE}&from=2026-01-01&to=2026-01-02` },
  'GET /api/v2/properties': { needs: 'key stats:read', query: OF_SITE },
  'GET /api/v2/quality': { needs: 'key stats:read', query: OF_SITE },
  'GET /api/v2/realtime': { needs: 'key stats:read', query: OF_SITE },
  'GET /api/v2/realtime/stream': { needs: 'key stats:read', query: OF_SITE },
  'GET /api/v2/segments': { needs: 'key stats:read', query: OF_SITE },
  'POST /api/v2/consent': { needs: 'key stats:read', body: { site_id: SITE, date_range: '7d' } },
  'POST /api/v2/funnel': { needs: 'key stats:read', body: FUNNEL },
  'POST /api/v2/journeys': { needs: 'key stats:read', body: ASKED },
  'POST /api/v2/query': { needs: 'key stats:read', body: ASKED },
  'POST /api/v2/retention': { needs: 'key stats:read', body: ASKED },
};

const OF_SITE_API: Record<string, AccessRow> = {
  'GET /api/v1/sites': { needs: 'any key sites:read' },
  'POST /api/v1/sites': { needs: 'whole key sites:write', body: { domain: 'not a domain' } },
  'GET /api/v1/sites/:site': { needs: 'key sites:read' },
  'PATCH /api/v1/sites/:site': { needs: 'key sites:write', body: {} },
  'DELETE /api/v1/sites/:site': { needs: 'whole key sites:write', query: 'confirm=another' },
  'GET /api/v1/removed-sites': { needs: 'any key sites:read' },
  'POST /api/v1/sites/:site/restore': { needs: 'whole key sites:write' },
  'POST /api/v1/sites/:site/empty': { needs: 'whole key sites:write', body: { confirm: 'another' } },
  'POST /api/v1/sites/:site/give': { needs: 'whole key sites:write', body: { confirm: 'another', to: 'nobody' } },
  'POST /api/v1/sites/:site/erase': { needs: 'whole key sites:write', body: { confirm: 'another' } },
  ...Object.fromEntries(
    ['goals', 'funnels'].flatMap((word): [string, AccessRow][] => [
      [`GET /api/v1/sites/:site/${word}`, { needs: 'key sites:read' }],
      [`POST /api/v1/sites/:site/${word}`, { needs: 'key sites:write', body: {} }],
      [`PUT /api/v1/sites/:site/${word}`, { needs: 'key sites:write', query: 'name=none', body: {} }],
      [`DELETE /api/v1/sites/:site/${word}`, { needs: 'key sites:write', query: 'name=none' }],
    ]),
  ),
  'GET /api/v1/sites/:site/segments': { needs: 'key sites:read' },
  'POST /api/v1/sites/:site/segments': { needs: 'key sites:write', body: {} },
  'PATCH /api/v1/sites/:site/segments/:id': { needs: 'key sites:write', body: {} },
  'DELETE /api/v1/sites/:site/segments/:id': { needs: 'key sites:write' },
  'GET /api/v1/sites/:site/annotations': { needs: 'key sites:read' },
  'POST /api/v1/sites/:site/annotations': { needs: 'key sites:write', body: {} },
  'PUT /api/v1/sites/:site/annotations/:id': { needs: 'key sites:write', body: {} },
  'DELETE /api/v1/sites/:site/annotations/:id': { needs: 'key sites:write' },
  // The address of a secret link opens the figures behind it.
  'GET /api/v1/sites/:site/links': { needs: 'key sites:write' },
  'POST /api/v1/sites/:site/links': { needs: 'key sites:write', body: {} },
  'PATCH /api/v1/sites/:site/links/:id': { needs: 'key sites:write', body: {} },
  'DELETE /api/v1/sites/:site/links/:id': { needs: 'key sites:write' },
};

const BY_LINK: Record<string, AccessRow> = {
  'GET /share/:key/api/v2/realtime': { needs: 'link', query: OF_SITE },
  'GET /share/:key/datapackage.json': { needs: 'link' },
  'GET /share/:key/open-data.csv': { needs: 'link' },
  'GET /share/:key/open-data/dictionary.csv': { needs: 'link' },
  'GET /share/:key/open-data/pages.csv': { needs: 'link' },
  'GET /share/:key/open-data/sources.csv': { needs: 'link' },
  'POST /share/:key/api/v2/consent': { needs: 'link', body: { site_id: SITE, date_range: '7d' } },
  'POST /share/:key/api/v2/query': { needs: 'link', body: ASKED },
};

const OPEN = [
  ...[
    'GET /api/openapi.json',
    'GET /api/docs',
    'GET /',
    'GET /healthz',
    'GET /readyz',
    'GET /.well-known/gpc.json',
    'GET /app/api/state',
  ],
  // They lead to the provider and back; nobody is signed in by the address alone.
  ...['GET /app/api/oidc/start', 'GET /app/api/oidc/callback'],
  // Whoever has a mail may end it.
  ...['GET /app/unsubscribe/:token', 'POST /app/unsubscribe/:token'],
  ...['GET /app/assets/*path', 'GET /app/gallery', 'GET /app{/*path}', 'GET /demo{/*path}'],
  ...['GET /count/s.js', 'GET /passant.js', 'GET /count/sd.js', 'GET /count/rights.js', 'GET /count/choice.js'],
  ...['GET /count/pages.css', 'GET /consent-texts/:version.json', 'GET /count/consent-texts/:version.json'],
  ...['GET /charter/:site', 'GET /count/charter/:site', 'GET /privacy/:site', 'GET /count/privacy/:site'],
  // What visitors ask about themselves: whoever knows the identifier is the visitor.
  ...['POST /api/access', 'POST /count/a', 'POST /api/object'],
  ...['POST /count/o', 'OPTIONS /api/access', 'OPTIONS /api/object', 'OPTIONS /count/a', 'OPTIONS /count/o'],
  // They say themselves what is there, and ask for the password.
  ...['GET /share/:key', 'GET /share/:key/embed', 'GET /share/:key/api/state'],
];

export const ACCESS: Readonly<Record<string, AccessRow>> = {
  ...Object.fromEntries(OPEN.map((route) => [route, { needs: 'anybody' as const }])),
  'GET /metrics': { needs: 'loopback' },
  'POST /privacy/:site': { needs: 'page' },
  'POST /count/privacy/:site': { needs: 'page' },
  'POST /share/:key/api/password': { needs: 'page', body: { password: '' } },
  'POST /app/api/setup': { needs: 'form', body: { token: 'none', email: 'ada@example.org', password: 'a few words' } },
  'POST /app/api/sign-in': { needs: 'form', body: { email: '' } },
  'POST /app/api/sign-in/code': { needs: 'form', body: { code: '' } },
  'POST /app/api/sign-in/passkey': { needs: 'form', body: { alone: true } },
  'POST /app/api/sign-in/passkey/options': { needs: 'form', body: { alone: true } },
  'POST /app/api/oidc/join': { needs: 'form', body: { token: 'none' } },
  'POST /app/api/sign-out': { needs: 'form', body: {} },
  ...OF_ONESELF,
  ...OF_PEOPLE,
  ...OF_A_SITE,
  ...BY_KEY,
  ...OF_SITE_API,
  ...BY_LINK,
};
