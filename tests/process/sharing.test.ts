/** Shared links over HTTP: who is let in, what is told, and what never is. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CHROME } from '../support/beacons.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';

const OWNER = { email: 'ada@example.org', password: 'quiet words in a long row' };
const PASSWORD = 'other words in a row';
const SITE = 'shop.example';
const DAY_MS = 86_400_000;
/** An identifier and a property that no answer may hold. */
const CANARY = 'V1StGXR8_Z5jdHcanaryA';

interface Link {
  id: number;
  url: string;
}
type Jar = Map<string, string>;

let folder: string;
let service: Service;
const owner: Jar = new Map();

async function ask(jar: Jar, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const answer = await fetch(new URL(path, service.url), {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      'x-csrf-token': jar.get('csrftoken') ?? '',
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
  });
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    jar.set(name, value);
  }
  return answer;
}

const pathOf = ({ url }: Link) => new URL(url).pathname;
const LINKS = `/app/api/sites/${SITE}/links`;

async function add(body: object): Promise<Link> {
  const answer = await ask(owner, LINKS, body);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { link: Link }).link;
}

/** Yesterday: 43 people who see `/`, 21 of them `/news`, and 3 who see `/few` beside it. */
function makeEvents(): string {
  const start = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS + 9 * 3_600_000;
  const lines = Array.from({ length: 43 }, (_, person) => {
    const pages = ['/', ...(person < 21 ? ['/news'] : []), ...(person < 3 ? ['/few'] : [])];
    return pages.map((path, index) => ({
      time: new Date(start + person * 60_000 + index * 1000).toISOString(),
      ...{ name: 'pageview', url: `https://${SITE}${path}`, referrer: person % 2 ? 'https://www.google.com/' : null },
      ...{ ip: `2.0.${person}.9`, user_agent: CHROME },
      ...(person === 0
        ? { consent: 'granted', visitor: CANARY, props: { plan: CANARY } }
        : { consent: 'unset', props: { plan: 'free' } }),
    }));
  });
  return lines
    .flat()
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder, {
    PASSANT_RATE_LIMIT: '0',
    PASSANT_ADMIN_EMAIL: OWNER.email,
    PASSANT_ADMIN_PASSWORD: OWNER.password,
  });
  await runCommandBeside(folder, ['site', 'add', SITE, '--timezone', 'UTC', '--profile', 'consented']);
  await runCommandBeside(folder, ['site', 'add', 'other.example', '--timezone', 'UTC']);
  await runCommandBeside(folder, ['import', 'events', '-', '--site', SITE], makeEvents());
  await ask(owner, '/app/api/state');
  await ask(owner, '/app/api/sign-in', OWNER);
});
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});

const QUERY = { site_id: SITE, metrics: ['visits', 'pageviews'], date_range: '7d' };
const OPEN_FILES = ['open-data.csv', 'open-data/pages.csv', 'open-data/sources.csv', 'open-data/dictionary.csv'];

describe('the owner’s links', () => {
  it('are nobody else’s: not of whoever is not signed in, and not without the token of our own page', async () => {
    const stranger: Jar = new Map();
    expect((await ask(stranger, LINKS)).status).toBe(401);
    expect((await ask(stranger, LINKS, { kind: 'public' })).status).toBe(403);
    expect((await ask(owner, LINKS, { kind: 'public' }, { 'x-csrf-token': 'x' })).status).toBe(403);
    expect((await ask(owner, LINKS, { kind: 'public' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask(owner, '/app/api/sites/nowhere.example/links')).status).toBe(404);
  });

  it('are made, listed, changed and revoked; there is one public page at most', async () => {
    const link = await add({ kind: 'public' });
    expect(pathOf(link)).toBe(`/share/${SITE}`);
    expect((await ask(owner, LINKS, { kind: 'public' })).status).toBe(409);
    const changed = await ask(owner, `${LINKS}/${link.id}`, { licence: 'etalab-2.0', embedding: 'any' });
    expect(await changed.json()).toMatchObject({ link: { licence: 'etalab-2.0', embedding: 'any', kind: 'public' } });
    expect(await (await ask(owner, LINKS)).json()).toMatchObject({ links: [{ id: link.id, lastUsed: null }] });
    await ask(new Map(), `/share/${SITE}/api/state`);
    const used = (await (await ask(owner, LINKS)).json()) as { links: { lastUsed: string }[] };
    expect(used.links[0]?.lastUsed).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect((await ask(owner, `/app/api/sites/other.example/links/${link.id}`, {})).status).toBe(404);
    expect((await ask(owner, `${LINKS}/${link.id}/revoke`, {})).status).toBe(200);
    expect((await ask(owner, `${LINKS}/${link.id}/revoke`, {})).status).toBe(404);
    expect(await (await ask(owner, LINKS)).json()).toEqual({ links: [] });
  });
});

describe.each([
  { state: 'never made', page: 404, access: 'missing', told: 404 },
  { state: 'secret', page: 200, access: 'open', told: 200 },
  { state: 'public', page: 200, access: 'open', told: 200 },
  { state: 'with a password', page: 200, access: 'locked', told: 401 },
  { state: 'expired', page: 410, access: 'expired', told: 404 },
  { state: 'revoked', page: 410, access: 'revoked', told: 404 },
])('a link that is $state', ({ state, page, access, told }) => {
  let path: string;
  let link: Link | null = null;
  beforeAll(async () => {
    if (state === 'never made') path = '/share/V1StGXR8_Z5jdHi6B-myT0000000000a';
    else {
      const name = 'Board';
      if (state === 'public') link = await add({ kind: 'public', licence: 'CC-BY-4.0' });
      else if (state === 'with a password') link = await add({ kind: 'secret', name, password: PASSWORD });
      else if (state === 'expired') link = await add({ kind: 'secret', name, expires: '2026-01-31' });
      else link = await add({ kind: 'secret', name });
      if (state === 'revoked') await ask(owner, `${LINKS}/${link.id}/revoke`, {});
      path = pathOf(link);
    }
  });
  afterAll(async () => {
    if (link !== null && state === 'public') await ask(owner, `${LINKS}/${link.id}/revoke`, {});
  });

  it(`answers its page with ${page}, without a cookie, and says no more than ${access}`, async () => {
    const answer = await ask(new Map(), path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([page, 'text/html; charset=utf-8']);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-robots-tag')).toBe(state === 'public' ? null : 'noindex');
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const told = await ask(new Map(), `${path}/api/state`);
    const body = (await told.json()) as { page: object | null };
    expect(body).toMatchObject({ access });
    expect([told.headers.getSetCookie(), body.page === null]).toEqual([[], access !== 'open']);
    if (access !== 'open') expect(JSON.stringify(body)).not.toContain(SITE);
  });

  it(`answers questions with ${told}`, async () => {
    const jar: Jar = new Map();
    expect((await ask(jar, `${path}/api/v2/query`, QUERY)).status).toBe(told);
    expect((await ask(jar, `${path}/api/v2/consent`, { site_id: SITE, date_range: '7d' })).status).toBe(told);
    expect((await ask(jar, `${path}/api/v2/realtime?site_id=${SITE}`)).status).toBe(told);
    for (const file of [...OPEN_FILES, 'datapackage.json'])
      expect([file, (await ask(jar, `${path}/${file}`)).status]).toEqual([
        file,
        state === 'public' ? 200 : told === 200 ? 404 : told,
      ]);
  });

  it('leads to no other site, no exploration, and no page of the back office', async () => {
    const jar: Jar = new Map();
    const other = await ask(jar, `${path}/api/v2/query`, { ...QUERY, site_id: 'other.example' });
    expect(other.status).toBe(told === 401 ? 401 : 404);
    for (const name of ['funnel', 'retention', 'journeys', 'sites', 'links'])
      expect([name, (await ask(jar, `${path}/api/v2/${name}`, QUERY)).status]).toEqual([name, 404]);
    expect((await ask(jar, `/app/api/v2/query`, QUERY)).status).toBe(403);
  });
});

describe('a password', () => {
  it('opens its own link for a while, by a cookie that no script reads and no other address gets', async () => {
    const link = await add({ kind: 'secret', name: 'Board', password: PASSWORD });
    const path = pathOf(link);
    const jar: Jar = new Map();
    const wrong = await ask(jar, `${path}/api/password`, { password: 'not these words' });
    expect([wrong.status, wrong.headers.getSetCookie()]).toEqual([401, []]);
    expect(
      (await ask(jar, `${path}/api/password`, { password: PASSWORD }, { 'sec-fetch-site': 'cross-site' })).status,
    ).toBe(403);
    const right = await ask(jar, `${path}/api/password`, { password: PASSWORD });
    expect(right.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^passant_share=\d+\.[\w-]+; Path=\/share\/[\w-]+; Max-Age=43200; SameSite=Strict; HttpOnly$/,
      ),
    ]);
    expect(right.headers.getSetCookie()[0]).toContain(`Path=${path};`);
    expect((await ask(jar, `${path}/api/v2/query`, QUERY)).status).toBe(200);
    // Another link's proof is none, and neither is that of the password before.
    const second = await add({ kind: 'secret', name: 'Press', password: PASSWORD });
    expect((await ask(jar, `${pathOf(second)}/api/v2/query`, QUERY)).status).toBe(401);
    await ask(owner, `${LINKS}/${link.id}`, { password: 'yet other words in a row' });
    expect((await ask(jar, `${path}/api/v2/query`, QUERY)).status).toBe(401);
  });

  it('may be tried twenty times in a quarter of an hour', async () => {
    const path = pathOf(await add({ kind: 'secret', name: 'Board', password: PASSWORD }));
    const statuses = [];
    for (let attempt = 0; attempt < 21; attempt++)
      statuses.push((await ask(new Map(), `${path}/api/password`, { password: `wrong ${attempt}` })).status);
    expect([statuses.at(-1), statuses.includes(200)]).toEqual([429, false]);
  });
});

describe('a page in a frame', () => {
  it.each([
    ['none', "frame-ancestors 'none'"],
    ['any', 'frame-ancestors *'],
    [
      ['https://www.example.org', 'http://localhost:8080'],
      'frame-ancestors https://www.example.org http://localhost:8080',
    ],
  ])('is allowed as its owner says: %j', async (embedding, policy) => {
    const path = pathOf(await add({ kind: 'secret', name: 'Intranet', embedding }));
    const framed = await ask(new Map(), `${path}/embed?lang=fr&theme=dark`);
    expect(framed.headers.get('content-security-policy')).toBe(
      `default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; ${policy}`,
    );
    expect(framed.headers.get('x-frame-options')).toBe(embedding === 'none' ? 'DENY' : null);
    expect([framed.headers.get('x-robots-tag'), framed.headers.getSetCookie()]).toEqual(['noindex', []]);
    expect(await framed.text()).toContain('<html lang="fr">');
    const whole = await ask(new Map(), path);
    expect(whole.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(whole.headers.get('x-frame-options')).toBe('DENY');
  });

  it.each([[['https://a.example; script-src *']], [['*']], [['https://a.example/path']], [[]], ['some']])(
    'is not allowed for %j',
    async (embedding) => {
      expect((await ask(owner, LINKS, { kind: 'secret', name: 'x', embedding })).status).toBe(400);
    },
  );
});

describe('what a link tells', () => {
  let path: string;
  beforeAll(async () => {
    path = pathOf(await add({ kind: 'secret', name: 'Board' }));
  });
  const query = async (body: object) => {
    const answer = await ask(new Map(), `${path}/api/v2/query`, { ...QUERY, ...body });
    return { status: answer.status, body: (await answer.json()) as { results: Row[]; meta: Record<string, unknown> } };
  };
  interface Row {
    dimensions: string[];
    metrics: (number | null)[];
    hidden?: string[];
  }
  const not = (page: string) => [['is_not', 'event:page', [page]]];

  it('is rounded, where the site’s own figures are not, and says so', async () => {
    const { body } = await query({});
    expect(body.results).toEqual([{ dimensions: [], metrics: [40, 70] }]);
    expect(body.meta.disclosure).toMatchObject({ rounded_to: 10, smallest: 10 });
  });

  it('leaves small rows out, name and all, and the next one by which they could be worked out', async () => {
    const { body } = await query({ dimensions: ['event:page'], include: { total_rows: true } });
    // 3 of /few; of /news and / the smaller one goes with it.
    expect(body.results).toEqual([{ dimensions: ['/'], metrics: [40, 40] }]);
    expect(body.meta.total_rows).toBe(1);
    expect(JSON.stringify(body)).not.toContain('/few');
  });

  it('does not tell few by the difference that a condition makes', async () => {
    for (const filters of [not('/few'), [['is', 'event:page', ['/few']]]]) {
      const { body } = await query({ metrics: ['pageviews'], filters });
      expect(body.results).toEqual([{ dimensions: [], metrics: [null], hidden: ['pageviews'] }]);
    }
    const many = await query({ metrics: ['pageviews'], filters: not('/news') });
    expect(many.body.results).toEqual([{ dimensions: [], metrics: [50] }]);
    const rows = await query({ metrics: ['pageviews'], dimensions: ['visit:source'], filters: not('/few') });
    expect(rows.body.results).toEqual([]);
  });

  it.each([
    ['a list of values', { filters: [['is', 'event:page', ['/', '/few']]] }, 400],
    ['a part of a value', { filters: [['contains', 'event:page', ['few']]] }, 400],
    ['a pattern', { filters: [['matches', 'event:page', ['.']]] }, 400],
    ['one of several conditions', { filters: [['or', [not('/')[0], not('/few')[0]]]] }, 400],
    ['what a visit has done', { filters: [['has_done', not('/')[0]]] }, 400],
    ['four conditions', { filters: [...not('/a'), ...not('/b'), ...not('/c'), ...not('/d')] }, 400],
    ['three dimensions', { dimensions: ['event:page', 'visit:source', 'visit:device'] }, 400],
    ['parts of days', { date_range: '24h' }, 400],
    ['minutes', { date_range: ['2026-03-01T10:00:00Z', '2026-03-01T10:05:00Z'] }, 400],
    [
      'minutes to compare with',
      {
        include: { comparisons: { mode: 'custom', date_range: ['2026-03-01T10:00:00Z', '2026-03-01T10:05:00Z'] } },
      },
      400,
    ],
    ['properties', { dimensions: ['event:props:plan'] }, 403],
    ['a filter by properties', { filters: [['is', 'event:props:plan', [CANARY]]] }, 403],
    ['searches', { dimensions: ['event:search'] }, 403],
    ['revenue', { metrics: ['total_revenue'] }, 403],
  ])('is not asked by %s', async (_what, body, status) => {
    expect((await query(body)).status).toBe(status);
  });

  it('holds properties where the owner has said so', async () => {
    const open = pathOf(await add({ kind: 'secret', name: 'Board', details: true }));
    const body = { ...QUERY, metrics: ['pageviews'], dimensions: ['event:props:plan'] };
    const answer = await ask(new Map(), `${open}/api/v2/query`, body);
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain(CANARY);
  });

  it('holds nothing of a person: no identifier, no address, no browser, no link of another', async () => {
    const jar: Jar = new Map();
    await add({ kind: 'public', licence: 'CC0-1.0' });
    const answers = [
      ...['event:page', 'visit:source', 'visit:city', 'visit:browser_version', 'event:name'].map((name) =>
        ask(jar, `${path}/api/v2/query`, { ...QUERY, dimensions: [name] }),
      ),
      ask(jar, `${path}/api/v2/consent`, { site_id: SITE, date_range: '7d', dimensions: ['event:page'] }),
      ask(jar, `${path}/api/v2/realtime?site_id=${SITE}`),
      ask(jar, `${path}/api/state`),
      ...[...OPEN_FILES, 'datapackage.json'].map((file) => ask(jar, `/share/${SITE}/${file}`)),
    ];
    for (const answer of await Promise.all(answers)) {
      const text = await answer.text();
      expect(answer.status).toBe(200);
      for (const canary of [CANARY, '2.0.0.', 'Mozilla', OWNER.email, path.slice('/share/'.length), 'other.example'])
        expect(text).not.toContain(canary);
    }
    expect([...jar.keys()]).toEqual([]);
  });
});

describe('passant link', () => {
  const run = async (...args: string[]) => {
    const { status, stdout, stderr } = await runCommandBeside(folder, ['link', ...args]);
    return { status, text: stdout + stderr };
  };
  it('makes, lists and revokes links', async () => {
    expect(await run('list', 'other.example')).toMatchObject({
      status: 0,
      text: expect.stringContaining('not shared'),
    });
    const made = await run(
      'add',
      'other.example',
      '--name',
      'Press',
      '--expires',
      '2099-12-31',
      '--embed',
      'any',
      '--json',
    );
    const { id, url, embedding } = JSON.parse(made.text) as Link & { embedding: string };
    expect([embedding, await (await ask(new Map(), `${pathOf({ id, url })}/api/state`)).json()]).toMatchObject([
      'any',
      { access: 'open', page: { site: { domain: 'other.example' } } },
    ]);
    expect((await run('list', 'other.example')).text).toContain('Press');
    expect((await run('revoke', 'other.example', String(id))).status).toBe(0);
    expect((await run('revoke', 'other.example', String(id))).status).toBe(1);
    expect((await run('add', 'other.example')).text).toContain('Say whom the link is for');
    expect((await ask(new Map(), `${pathOf({ id, url })}/api/state`)).status).toBe(200);
  });
});

describe('open data', () => {
  it('are tables with their dictionary and a description, to be kept for an hour', async () => {
    const get = async (file: string) => {
      const answer = await ask(new Map(), `/share/${SITE}/${file}`);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      return { type: answer.headers.get('content-type'), text: await answer.text() };
    };
    const yesterday = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);
    const days = await get('open-data.csv');
    expect(days.type).toContain('text/csv');
    expect(days.text).toBe(
      `date,visits,pageviews,visitors,visitors_low,visitors_high,hidden\r\n${yesterday},40,70,40,40,40,false\r\n`,
    );
    const described = JSON.parse((await get('datapackage.json')).text) as {
      licenses: { name: string }[];
      resources: { path: string; schema: { fields: { name: string }[] } }[];
    };
    expect(described.licenses.map(({ name }) => name)).toEqual(['CC0-1.0']);
    const dictionary = (await get('open-data/dictionary.csv')).text;
    for (const { path, schema } of described.resources) {
      const [head] = (await get(path)).text.split('\r\n');
      expect(head).toBe(schema.fields.map(({ name }) => name).join(','));
      for (const { name } of schema.fields) expect(dictionary).toContain(`\r\n${path},${name},`);
    }
  });
});
