/**
 * Attacks on addresses, headers, files and patterns, each against the service as it ships. Forged requests are tried in access.test.ts,
 * planted logins and unknown accounts in tests/http/sign-in.test.ts, malformed beacons in bad-input.test.ts, scripts in pages in
 * tests/e2e/hostile-visitors.test.ts.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SITE } from '../support/access-table.ts';
import { type AttackedService, HOST, startAttacked } from '../support/attacked-service.ts';
import { FIREFOX } from '../support/beacons.ts';
import { createFolder, removeFolder, startService } from '../support/service.ts';

const CRLF = '\r\nx-injected: yes';
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '=cmd|"/c calc"!A1', '"=1'];

let attacked: AttackedService;
beforeAll(async () => {
  attacked = await startAttacked();
}, 60_000);
afterAll(() => attacked.close());

async function count(name: string, path: string, more: object = {}): Promise<void> {
  const body = { n: name, u: `https://${SITE}${path}`, d: SITE, c: 'granted', id: 'V1StGXR8_Z5jdHi6B-myT', ...more };
  const answer = await attacked.ask('POST', '/api/event', { 'sec-fetch-site': 'same-site' }, body);
  expect([answer.status, answer.headers['x-passant-dropped']]).toEqual([202, undefined]);
}

describe('an address', () => {
  const OUT = ['../package.json', '..%2fpackage.json', '%2e%2e/package.json', '..\\package.json', '..%5cpackage.json'];
  const STEPS = [
    ...OUT,
    ...OUT.map((each) => `../${each}`),
    ...OUT.map((each) => `..%2f${each}`),
    '%00',
    '/etc/passwd',
  ];

  it.each([
    ...['/app/assets/', '/app/', '/count/', '/count/charter/', '/charter/', '/privacy/', '/share/', '/demo/', '/'],
    ...[
      '/consent-texts/',
      '/count/consent-texts/1-',
      '/count/choice.js?lang=',
      '/count/s.js?with=',
      '/count/s.js?cmp=',
    ],
    ...['/app/assets/../', '/app/assets/%2e%2e/', `/share/${SITE}/open-data/`],
  ])('%s leads out of no folder', async (start) => {
    for (const step of STEPS)
      for (const end of ['', '.json', '.js']) {
        const { status, body } = await attacked.ask('GET', start + step + end);
        expect([start + step + end, status < 500, /"name": "passant"|root:/.test(body)]).toEqual([
          ...[start + step + end, true, false],
        ]);
      }
  });

  it('leads to no other place', async () => {
    const folder = createFolder();
    const service = await startService(folder); // with the demo, whose folders redirect
    try {
      const tried = [
        '/',
        '/demo',
        '/demo/en',
        '/demo//evil',
        '/demo//evil.example',
        '/demo/%2f%2fevil',
        '/demo/\\evil',
      ];
      const more = [
        '/demo/..//evil.example',
        '/demo?//evil.example',
        '//evil.example/..',
        '/demo/@evil.example',
        '/demo/%0d%0aLocation:x',
      ];
      let redirects = 0;
      for (const path of [...tried, ...more]) {
        const { status, headers } = await attackedAt(service.port, path);
        if (headers.location === undefined) continue;
        redirects += 1;
        const from = new URL('http://here.example/');
        expect([path, status, new URL(headers.location, from).host]).toEqual([path, 302, from.host]);
        expect(headers.location).toMatch(/^\/(?![/\\])/);
      }
      expect(redirects).toBeGreaterThan(2);
    } finally {
      await service.stop();
      removeFolder(folder);
    }
  });

  async function attackedAt(port: number, path: string): Promise<{ status: number; headers: { location?: string } }> {
    const text = await talk(port, `GET ${path} HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n`);
    const location = /^location: (.*)\r$/im.exec(text.split('\r\n\r\n')[0] ?? '')?.[1];
    return { status: Number(text.split(' ')[1]), headers: location === undefined ? {} : { location } };
  }
});

/** Sends bytes as they are. @returns all that comes back */
async function talk(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => (text += String(chunk)));
  socket.write(bytes);
  await once(socket, 'close');
  return text;
}

describe('a header', () => {
  it('is not made by what is asked for', async () => {
    const broken = encodeURIComponent(CRLF);
    const asked = [
      ...[`/charter/${SITE}${broken}`, `/charter/${SITE}?lang=fr${broken}`, `/privacy/${SITE}?theme=dark${broken}`],
      ...[`/share/${SITE}${broken}`, `/share/${SITE}?lang=fr${broken}`, `/share/${SITE}/embed?theme=${broken}`],
      ...[`/count/s.js?site=${SITE}${broken}`, `/count/choice.js?lang=fr${broken}`, `/app/${broken}`, `/demo${broken}`],
      ...[`/app/api/sites/${SITE}${broken}/settings`, `/api/v2/export?site_id=${SITE}&format=csv${broken}`],
    ];
    for (const path of asked)
      for (const headers of [attacked.owner, attacked.program, { cookie: `language=fr${broken}; csrftoken=x` }]) {
        const answer = await attacked.ask('GET', path, headers);
        expect([path, answer.status < 500, answer.headers['x-injected']]).toEqual([path, true, undefined]);
      }
  });

  it.each([
    ['the name of a site', '/app/api/sites', (evil: string) => ({ domain: `evil${evil}.example` })],
    ['hosts of a site', `/app/api/sites/${SITE}/settings`, (evil: string) => ({ hosts: `a${evil}.example` })],
    [
      'pages that may frame',
      `/app/api/sites/${SITE}/links`,
      (evil: string) => ({ kind: 'secret', name: 'x', embedding: [`https://a${evil}.example`] }),
    ],
  ])('is not made by %s: what cannot stand in one is refused', async (_what, path, bodyOf) => {
    for (const evil of [CRLF, '; script-src *', ' *', "'", '"', '\u0000', '\u2028', '*'])
      expect([evil, (await attacked.ask('POST', path, attacked.owner, bodyOf(evil))).status]).toEqual([evil, 400]);
    expect((await attacked.ask('GET', `/privacy/${SITE}?embed=1`)).headers['content-security-policy']).toMatch(
      /; frame-ancestors shop\.example:\* \*\.shop\.example:\*$/,
    );
  });

  it('is refused where it could hide a second request', async () => {
    const body = 'GET /app/ HTTP/1.1\r\nhost: x\r\n\r\n';
    for (const lines of [
      `content-length: ${body.length}\r\ntransfer-encoding: chunked`,
      'content-length: 5\r\ncontent-length: 6',
      'transfer-encoding: chunked\r\ntransfer-encoding: identity',
      'transfer-encoding: xchunked',
      'content-length: +5',
      'content-length : 5',
    ]) {
      const head = `POST /api/event HTTP/1.1\r\nhost: ${HOST}\r\nconnection: close\r\n${lines}\r\n\r\n`;
      const answer = await talk(attacked.port, head + body);
      expect([lines, answer.split('\r\n')[0], answer.match(/HTTP\/1\.1 /g)?.length]).toEqual([
        ...[lines, 'HTTP/1.1 400 Bad Request', 1],
      ]);
    }
  });

  it('of a proxy is believed from the proxy alone, and its host from nobody', async () => {
    const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', forwarded: 'host=evil.example' };
    for (const path of [`/charter/${SITE}?fragment=1`, `/share/${SITE}/datapackage.json`, '/app/api/state'])
      expect(
        (await attacked.ask('GET', path, { ...attacked.owner, ...forged, host: 'evil.example' })).body,
      ).not.toContain('evil');
  });
});

describe('a file', () => {
  it('holds no formula that a spreadsheet would run', async () => {
    for (const [index, formula] of FORMULAS.entries()) {
      await count(formula, `/${encodeURIComponent(formula)}`, { p: { [formula]: formula } });
      await count('pageview', '/', {
        id: `V1StGXR8_Z5jdHi6B-my${index}`,
        r: 'https://ref.example/',
        u: `https://${SITE}/?utm_source=${encodeURIComponent(formula)}&utm_campaign=${encodeURIComponent(formula)}`,
      });
      const body = { name: formula, event: formula };
      await attacked.ask('POST', `/app/api/sites/${SITE}/goals`, attacked.owner, body);
      await attacked.ask('POST', '/app/api/keys', attacked.owner, { name: formula, scopes: ['stats:read'] });
    }
    const range = ['--site', SITE, '--range', 'day'];
    const files = [
      (await attacked.ask('GET', `/api/v2/export?site_id=${SITE}&format=csv`, attacked.program)).body,
      (await attacked.ask('GET', '/app/api/changes.csv', attacked.owner)).body,
      await attacked.run(['query', ...range, '--metrics', 'visits', '--dimensions', 'visit:source', '--csv']),
      await attacked.run(['query', ...range, '--metrics', 'events', '--dimensions', 'event:name', '--csv']),
      await attacked.run(['query', ...range, '--metrics', 'visits', '--dimensions', 'event:goal', '--csv']),
    ];
    for (const file of files) {
      expect(file).toContain("'=1+1");
      expect(cellsOf(file).filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?[\d.]+$/.test(cell))).toEqual([]);
    }
  });

  it('has a name of ours', async () => {
    const { headers } = await attacked.ask('GET', `/api/v2/export?site_id=${SITE}&format=csv`, attacked.program);
    expect(headers['content-disposition']).toBe(`attachment; filename="${SITE}-events.csv"`);
    const open = await attacked.ask('GET', `/share/${SITE}/open-data.csv`);
    expect(open.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/);
  });

  /** Of comma-separated values. */
  function cellsOf(text: string): string[] {
    return [...text.matchAll(/(?:^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, plain]) =>
      (quoted ?? plain ?? '').replaceAll('""', '"'),
    );
  }
});

describe('a pattern', () => {
  // An engine that goes back and forth would need longer than the world has for each of these.
  const SLOW = ['(a+)+$', '(a|a)*$', '(a|aa)+$', '(.*a){30}$', '([a-z]+)*$', 'a*a*a*a*a*a*a*a*a*a*b'];

  it('in a filter, a goal or an exclusion is matched in linear time', async () => {
    const page = `/${'a'.repeat(1500)}!`;
    await count('pageview', page);
    for (const pattern of SLOW) {
      const body = {
        site_id: SITE,
        metrics: ['pageviews'],
        date_range: 'day',
        filters: [['matches', 'event:page', [pattern]]],
      };
      const answer = await attacked.ask('POST', '/api/v2/query', attacked.program, body);
      expect([pattern, answer.status]).toEqual([pattern, 200]);
    }
    const wild = `/${'a**'.repeat(10)}b`;
    const goal = await attacked.ask('POST', `/app/api/sites/${SITE}/goals`, attacked.owner, {
      page: wild,
      name: 'wild',
    });
    expect(goal.status).toBe(201);
    const asked = { site_id: SITE, metrics: ['visits'], date_range: 'day', dimensions: ['event:goal'] };
    expect((await attacked.ask('POST', '/api/v2/query', attacked.program, asked)).status).toBe(200);
    const settings = await attacked.ask('POST', `/app/api/sites/${SITE}/settings`, attacked.owner, {
      'exclude-paths': wild,
    });
    expect(settings.status).toBe(200);
    await count('pageview', page);
  });

  it('that would grow is refused', async () => {
    for (const pattern of ['a'.repeat(501), '(((a{100}){100}){100})', 'a{900}b{900}c{900}']) {
      const body = {
        site_id: SITE,
        metrics: ['pageviews'],
        date_range: 'day',
        filters: [['matches', 'event:page', [pattern]]],
      };
      expect([pattern.length, (await attacked.ask('POST', '/api/v2/query', attacked.program, body)).status]).toEqual([
        ...[pattern.length, 400],
      ]);
    }
  });
});

it('a word is given away neither by TRACE nor by what went wrong', async () => {
  for (const [method, path] of [
    ['TRACE', '/app/'],
    ['CONNECT', 'x'],
    ['GET', '/app/api/sites/%E0%A4%A/settings'],
    ['POST', '/app/api/sites'],
  ] as const) {
    const text = await talk(
      attacked.port,
      `${method} ${path} HTTP/1.1\r\nhost: ${HOST}\r\ncookie: secret-word=1\r\nuser-agent: ${FIREFOX}\r\nconnection: close\r\n\r\n`,
    );
    expect([method, /secret-word|Mozilla|node_modules|\.ts:|\.js:/.test(text)]).toEqual([method, false]);
    expect([method, path, /^HTTP\/1\.1 [45]0\d|^$/.test(text)]).toEqual([method, path, true]);
  }
});
