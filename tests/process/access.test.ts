/** Who may use which route: every route with everybody, held to the one table of tests/support/access-table.ts. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceAct, SiteAct } from '../../src/auth/permissions.ts';
import { type Role, SCOPES } from '../../src/auth/ports.ts';
import { ACCESS, type AccessRow, SITE } from '../support/access-table.ts';
import { listRoutes } from '../support/list-routes.ts';
import { addressOfRoute } from '../support/route-address.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';

const PASSWORD = 'quiet words in a long row';
const OTHER = 'other.example';
/** Written out here, and not taken from the code that is tested. */
const LEAST: Record<SiteAct, readonly Role[]> = {
  read: ['viewer', 'editor', 'admin', 'owner'],
  write: ['editor', 'admin', 'owner'],
  manage: ['admin', 'owner'],
  own: ['owner'],
};
const LEAST_ON_SERVICE: Record<ServiceAct, readonly Role[]> = { manage: ['admin', 'owner'], own: ['owner'] };

/** `allowed`: the service goes on to look at what was asked, whatever it then says of that. */
type Verdict = 'allowed' | 'unauthenticated' | 'forbidden' | 'not_found';
interface Person {
  name: string;
  /** On every site. */
  role: Role | null;
  /** On SITE alone. */
  here: Role | null;
}

const ROLES: readonly Role[] = ['viewer', 'editor', 'admin', 'owner'];
const PEOPLE: readonly Person[] = [
  ...ROLES.map((role) => ({ name: `${role}-everywhere`, role, here: null })),
  ...ROLES.map((here) => ({ name: `${here}-here`, role: null, here })),
  { name: 'owner-elsewhere', role: null, here: null },
  { name: 'viewer-but-admin-here', role: 'viewer', here: 'admin' },
];

let folder: string;
let service: Service;
const cookies = new Map<string, string>();
const keys = new Map<string, string>();

beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder, { PASSANT_RATE_LIMIT: '0' });
  const run = async (args: string[], input = '') => {
    const { status, stdout, stderr } = await runCommandBeside(folder, args, input);
    if (status !== 0) throw new Error(stderr + stdout);
    return stdout;
  };
  await run(['user', 'add', 'first@example.org'], PASSWORD);
  for (const domain of [SITE, OTHER]) await run(['site', 'add', domain]);
  for (const { name, role, here } of PEOPLE) {
    const place = here === null ? [] : ['--site', `${SITE}=${here}`];
    const elsewhere = name === 'owner-elsewhere' ? ['--site', `${OTHER}=owner`] : [];
    const everywhere = role === null ? [] : ['--role', role];
    await run(['user', 'add', `${name}@example.org`, ...everywhere, ...place, ...elsewhere], PASSWORD);
    cookies.set(name, await signIn(`${name}@example.org`));
  }
  const issue = async (name: string, args: string[]) => {
    const issued = JSON.parse(await run(['key', 'issue', name, '--json', ...args])) as {
      key: { id: number };
      secret: string;
    };
    keys.set(name, issued.secret);
    return issued.key.id;
  };
  const reading = ['--scope', 'stats:read', 'events:read', 'sites:read', 'sites:write'];
  await issue('of all sites', reading);
  await issue('of this site', ['--site', SITE, ...reading]);
  await issue('of another site', ['--site', OTHER, ...reading]);
  for (const scope of SCOPES) await issue(`of ${scope} alone`, ['--scope', scope]);
  await run(['key', 'revoke', String(await issue('revoked', []))]);
  await run(['link', 'add', SITE, '--public', '--licence', 'CC-BY-4.0']);
}, 120_000);
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});

async function signIn(email: string): Promise<string> {
  const first = await fetch(`${service.url}/app/api/state`);
  const csrf = /csrftoken=([^;]+)/.exec(first.headers.get('set-cookie') ?? '')?.[1] ?? '';
  const answer = await fetch(`${service.url}/app/api/sign-in`, {
    method: 'POST',
    headers: { cookie: `csrftoken=${csrf}`, 'x-csrf-token': csrf },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  expect(answer.status).toBe(200);
  const login = /sessionid=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
  return `csrftoken=${csrf}; sessionid=${login}`;
}

async function ask(route: string, { query, body }: AccessRow, headers: Record<string, string>): Promise<Verdict> {
  const { method, path } = addressOfRoute(route, SITE, query);
  const ending = new AbortController();
  const answer = await fetch(service.url + path, {
    ...{ method, headers, redirect: 'manual', signal: ending.signal },
    ...(method === 'GET' || method === 'OPTIONS' ? {} : { body: JSON.stringify(body ?? {}) }),
  });
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true;
  const text = isStream ? '' : await answer.text();
  ending.abort();
  const code = /"code":"(\w+)"/.exec(text)?.[1] ?? '';
  if (code === 'unauthenticated' || code === 'forbidden') return code;
  // That the site has no such note is said to those who may ask for its notes.
  return code === 'not_found' && text.includes('There is no site of that name') ? 'not_found' : 'allowed';
}

const fromOurPage = (cookie: string) => ({
  cookie,
  'x-csrf-token': /csrftoken=([^;]+)/.exec(cookie)?.[1] ?? '',
  'sec-fetch-site': 'same-origin',
});
const rowsOf = (kind: RegExp) =>
  Object.entries(ACCESS).filter(([, { needs }]) => kind.test(needs)) as [route: string, row: AccessRow][];

it('every route has its row, and every row its route', () => {
  expect(listRoutes()).toEqual(Object.keys(ACCESS).toSorted());
});

describe.each(rowsOf(/^(site|service) /))('%s', (route, row) => {
  const [kind = '', act = ''] = row.needs.split(' ');
  const verdictOf = ({ role, here }: Person): Verdict => {
    if (kind === 'service') {
      return role !== null && LEAST_ON_SERVICE[act as ServiceAct].includes(role) ? 'allowed' : 'forbidden';
    }
    if (role === null && here === null) return 'not_found';
    const may = LEAST[act as SiteAct];
    return [role, here].some((each) => each !== null && may.includes(each)) ? 'allowed' : 'forbidden';
  };

  it('is for those whose role allows it, and for nobody else', async () => {
    const seen = new Map<string, Verdict>();
    for (const { name } of PEOPLE) seen.set(name, await ask(route, row, fromOurPage(cookies.get(name) ?? '')));
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(PEOPLE.map((each) => [each.name, verdictOf(each)])));
    const nobody = fromOurPage('csrftoken=a');
    expect(await ask(route, row, nobody)).toBe('unauthenticated');
    expect(await ask(route, row, { ...nobody, authorization: `Bearer ${keys.get('of all sites')}` })).toBe(
      'unauthenticated',
    );
  });

  if (!route.startsWith('GET ')) it('is asked by our own pages only', () => expectOurPagesOnly(route, row));
});

describe.each(rowsOf(/^login$/))('%s', (route, row) => {
  it('is for everybody who is signed in, and for nobody else', async () => {
    for (const { name } of PEOPLE)
      expect([name, await ask(route, row, fromOurPage(cookies.get(name) ?? ''))]).toEqual([name, 'allowed']);
    const nobody = fromOurPage('csrftoken=a');
    for (const more of [{}, { authorization: `Bearer ${keys.get('of all sites')}` }])
      expect(await ask(route, row, { ...nobody, ...more })).toBe('unauthenticated');
  });

  if (!route.startsWith('GET ')) it('is asked by our own pages only', () => expectOurPagesOnly(route, row));
});

async function expectOurPagesOnly(route: string, row: AccessRow): Promise<void> {
  const ours = fromOurPage(cookies.get('owner-everywhere') ?? '');
  expect(await ask(route, row, { cookie: ours.cookie })).toBe('forbidden');
  expect(await ask(route, row, { ...ours, 'x-csrf-token': 'another' })).toBe('forbidden');
  expect(await ask(route, row, { ...ours, 'sec-fetch-site': 'cross-site' })).toBe('forbidden');
  expect(await ask(route, row, { ...ours, origin: 'https://evil.example' })).toBe('forbidden');
}

describe.each(rowsOf(/^(any |whole )?key /))('%s', (route, row) => {
  const [scopeNeeded = '', , kind = 'own'] = row.needs.split(' ').toReversed();
  /** What keys with the scope are told, by the site that they are of. */
  const told = {
    own: { 'of all sites': 'allowed', 'of this site': 'allowed', 'of another site': 'not_found' },
    any: { 'of all sites': 'allowed', 'of this site': 'allowed', 'of another site': 'allowed' },
    whole: {
      'of all sites': 'allowed',
      'of this site': 'forbidden',
      'of another site': route.includes(':site') ? 'not_found' : 'forbidden',
    },
  }[kind];

  it('is for keys of that scope and site, and for no cookie', async () => {
    const by = async (name: string) => ask(route, row, { authorization: `Bearer ${keys.get(name)}` });
    for (const [name, verdict] of Object.entries(told ?? {})) expect([name, await by(name)]).toEqual([name, verdict]);
    for (const scope of SCOPES)
      expect([scope, await by(`of ${scope} alone`)]).toEqual([scope, scopeNeeded === scope ? 'allowed' : 'forbidden']);
    expect(await by('revoked')).toBe('unauthenticated');
    expect(await ask(route, row, { authorization: 'Bearer psk_nobody' })).toBe('unauthenticated');
    expect(await ask(route, row, fromOurPage(cookies.get('owner-everywhere') ?? ''))).toBe('unauthenticated');
  });
});

it('a key that changes every site is made by owners alone', async () => {
  const make = async (name: string, form: object) => {
    const headers = fromOurPage(cookies.get(name) ?? '');
    const body = JSON.stringify({ name: 'a', ...form });
    return (await fetch(`${service.url}/app/api/keys`, { method: 'POST', headers, body })).status;
  };
  expect(await make('admin-everywhere', { scopes: ['sites:write'], site: null })).toBe(403);
  expect(await make('admin-everywhere', { scopes: ['stats:read', 'sites:write'] })).toBe(403);
  expect(await make('admin-everywhere', { scopes: ['sites:write'], site: SITE })).toBe(201);
  expect(await make('admin-everywhere', { scopes: ['sites:read'] })).toBe(201);
  expect(await make('owner-everywhere', { scopes: ['sites:write'] })).toBe(201);
});

describe.each(rowsOf(/^link$/))('%s', (route, row) => {
  it('is for those who have the link', async () => {
    const ours = { 'sec-fetch-site': 'same-origin' };
    expect(await ask(route, row, ours)).toBe('allowed');
    expect(await shut(route, row)).toBe(true);
  });

  /** Of a link that is none, whoever asks. */
  async function shut(at: string, { query, body }: AccessRow): Promise<boolean> {
    const [method = '', pattern = ''] = at.split(' ');
    const answer = await fetch(`${service.url}${pattern.replace(':key', 'nobody-has-this')}?${query ?? ''}`, {
      ...{ method, headers: fromOurPage(cookies.get('owner-everywhere') ?? '') },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    });
    return answer.status === 404;
  }
});

describe.each(rowsOf(/^form$/))('%s', (route, row) => {
  it('is asked by our own pages only', async () => {
    expect(await ask(route, row, {})).toBe('forbidden');
    expect(await ask(route, row, { ...fromOurPage('csrftoken=a'), 'sec-fetch-site': 'cross-site' })).toBe('forbidden');
  });
});

describe.each(rowsOf(/^page$/))('%s', (route, row) => {
  it('is asked by our own pages only', async () => {
    expect(await ask(route, row, { 'sec-fetch-site': 'same-origin', origin: service.url })).toBe('allowed');
    expect(await ask(route, row, {})).toBe('forbidden');
    expect(await ask(route, row, { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).toBe('forbidden');
  });
});

describe.each(rowsOf(/^(anybody|loopback)$/))('%s', (route, row) => {
  it('is for anybody', async () => {
    expect(await ask(route, row, {})).toBe('allowed');
  });
});
