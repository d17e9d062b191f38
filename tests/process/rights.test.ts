/** Rights and charter from outside: addresses, headers, limits and commands. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendBeacon } from '../support/beacons.ts';
import { needlesFor, readFiles, search } from '../support/canaries.ts';
import {
  createFolder,
  removeFolder,
  runCommand,
  runCommandBeside,
  type Service,
  startService,
} from '../support/service.ts';

const ID = 'V1StGXR8_Z5jdHi6B-myT';
const SITE = 'town.test';
let folder: string;
let service: Service;

beforeAll(async () => {
  folder = createFolder();
  runCommand(folder, ['site', 'add', SITE, '--jurisdiction', 'FR', '--hosts', 'ville.test']);
  service = await startService(folder, { PASSANT_TRUSTED_PROXIES: '127.0.0.1,::1', PASSANT_PREFIX: 'mesure' });
});
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});

function agreed(path: string, more: object = {}) {
  return sendBeacon(service.url, {
    n: 'pageview',
    d: SITE,
    u: `https://${SITE}${path}`,
    c: 'granted',
    id: ID,
    ...more,
  });
}

const receiptOf = { n: 'consent', action: 'accepted', text: '1-fr', banner: 'passant-1', adapter: 'klaro' };

let address = 0;
function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  address += 1; // each question from another address, so that the limit has its own test
  return fetch(service.url + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'text/plain', 'x-forwarded-for': `192.0.2.${address}`, ...headers },
  });
}

async function access(path = '/api/access') {
  return (await post(path, { d: SITE, id: ID })).json() as Promise<{
    known: boolean;
    visits: unknown[];
    consent_receipts: unknown[];
  }>;
}

describe('the rights', () => {
  it('access answers everything stored, to any page, and is kept by no cache', async () => {
    await agreed('/a', receiptOf);
    await agreed('/a');
    for (const path of ['/api/access', '/mesure/a']) {
      const answer = await post(path, { domain: `www.${SITE}`, visitor: ID });
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const stored = await answer.json();
      expect(stored).toMatchObject({
        known: true,
        consent_receipts: [{ action: 'accepted', text_version: '1-fr', banner_version: 'passant-1', adapter: 'klaro' }],
        visits: [{ pageviews: 1, events: [{ name: 'pageview', page: `${SITE}/a`, consent: 'granted' }] }],
      });
      expect(JSON.stringify(stored)).not.toContain(ID);
    }
    const preflight = await fetch(`${service.url}/api/access`, { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
  });

  it.each([
    ['no site', { id: ID }, 400, 'd'],
    ['no identifier', { d: SITE }, 400, 'id'],
    ['a wrong identifier', { d: SITE, id: 'short' }, 400, 'id'],
    ['a site of nobody', { d: 'nobody.test', id: ID }, 404, undefined],
    ['no object', 'text', 400, 'd'],
  ])('access with %s is refused and says why', async (_what, body, status, path) => {
    const answer = await post('/api/access', body);
    expect(answer.status).toBe(status);
    expect((await answer.json()).details[0]?.path).toBe(path);
  });

  it('a cookie stands for the identifier on pages of our own host only', async () => {
    const cookie = `passant_id=${ID}`;
    const own = await post('/mesure/a', { d: SITE }, { cookie, 'sec-fetch-site': 'same-origin' });
    expect(await own.json()).toMatchObject({ known: true });
    for (const from of ['same-site', 'cross-site', ''])
      expect((await post('/mesure/a', { d: SITE }, { cookie, ...(from && { 'sec-fetch-site': from }) })).status).toBe(
        400,
      );
  });

  it('a withdrawal that a beacon reports erases, whether or not the beacon counts', async () => {
    for (const more of [{}, { userAgent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' }]) {
      await agreed('/b', receiptOf);
      await agreed('/b');
      expect(await access()).toMatchObject({ known: true });
      const message = { n: 'consent', action: 'withdrawn', d: SITE, u: `https://${SITE}/b`, c: 'denied', id: ID };
      expect((await sendBeacon(service.url, message, more)).status).toBe(202);
      expect(await access()).toMatchObject({ known: false, visits: [], consent_receipts: [] });
      expect(search(readFiles(folder), needlesFor(ID))).toEqual([]);
    }
  });

  it('forgetting says the same of everybody, and keeps consent when it is asked to', async () => {
    await agreed('/c');
    for (const body of [
      { d: SITE, id: ID, c: 'granted' },
      { d: SITE, id: ID },
      { d: 'nobody.test', id: ID },
      { d: SITE, id: '-' },
    ]) {
      const answer = await post('/api/forget', body);
      expect([answer.status, await answer.text()]).toEqual([202, 'ok']);
    }
    expect(await access()).toMatchObject({ known: false });
  });

  it('objecting erases and sets a mark that names nobody, Secure where the page is', async () => {
    await agreed('/d');
    const answer = await post(
      '/mesure/o',
      { d: SITE, id: ID },
      { origin: `https://${SITE}`, cookie: `passant_id=${ID}` },
    );
    expect(await answer.json()).toEqual({ objected: true });
    expect(answer.headers.getSetCookie()).toEqual([
      'passant_optout=1; Path=/; Max-Age=33955200; SameSite=Lax; Secure',
      'passant_id=; Path=/; Max-Age=0; SameSite=Lax; Secure',
    ]);
    expect(await access()).toMatchObject({ known: false });
  });

  it.each([
    ['event', (headers: Record<string, string>) => agreedWith(headers)],
    [
      'pixel',
      (headers: Record<string, string>) =>
        fetch(`${service.url}/pixel.gif?site=${SITE}&url=https://${SITE}/`, { headers }),
    ],
  ])('whoever has objected is not counted by the %s', async (_what, send) => {
    const dropped = async (cookie: string) => (await send({ cookie })).headers.get('x-passant-dropped');
    expect(await dropped('a=1; passant_optout=1; b=2')).toBe('objected');
    expect(await dropped('passant_optout=0')).not.toBe('objected');
    expect(await dropped('not_passant_optout=1')).not.toBe('objected');
  });

  function agreedWith(headers: Record<string, string>) {
    return sendBeacon(service.url, { n: 'pageview', d: SITE, u: `https://${SITE}/`, c: 'denied' }, { headers });
  }

  it('an address that asks too often is told to wait', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.1' };
    const answers = await Promise.all(
      Array.from({ length: 35 }, () => post('/api/access', { d: SITE, id: ID }, headers)),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
    expect(answers.find(({ status }) => status === 429)?.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('pages for visitors', () => {
  const get = (path: string, headers: Record<string, string> = {}) => fetch(service.url + path, { headers });

  it.each(['/charter/town.test', '/mesure/charter/town.test', '/privacy/town.test', '/privacy/nobody.test'])(
    '%s sets no cookie, runs nothing, and is framed by nobody',
    async (path) => {
      const answer = await get(path, { accept: 'text/html' });
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(answer.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      );
      expect(answer.headers.get('x-frame-options')).toBe('DENY');
      expect(await answer.text()).not.toMatch(/<script|style="|javascript:/);
    },
  );

  it('embedded, may be framed by hosts of the site and by no other', async () => {
    const answer = await get('/charter/town.test?embed=1');
    expect(answer.headers.get('content-security-policy')).toContain(
      'frame-ancestors town.test:* *.town.test:* ville.test:*',
    );
    expect(answer.headers.get('x-frame-options')).toBeNull();
  });

  it('speak the language that is asked for, else the one that the browser prefers, else English', async () => {
    const language = async (query: string, accepted: string) =>
      /<html lang="(\w+)"/.exec(
        await (await get(`/charter/town.test${query}`, { 'accept-language': accepted })).text(),
      )?.[1];
    expect(await language('', 'fr-CA,en;q=0.5')).toBe('fr');
    expect(await language('?lang=en', 'fr')).toBe('en');
    expect(await language('?lang=xx', 'de')).toBe('en');
  });

  it('the charter is data too, and a piece of another page with whole addresses', async () => {
    const asked = await get('/charter/town.test', { accept: 'application/json' });
    const named = await get('/charter/town.test.json');
    const cookies = (await named.json()).cookies as { name: string; purpose: Record<string, string> }[];
    expect(cookies.map(({ name }) => name)).toEqual(['cookies_preferences', 'passant_optout', 'passant_id']);
    expect((await asked.json()).cookies).toEqual(cookies);
    const piece = await (await get('/charter/town.test?fragment=1&lang=fr')).text();
    expect(piece).toMatch(/^<div class="passant-page" lang="fr">/);
    expect(piece).toContain(`href="${service.url}/privacy/town.test?lang=fr" data-passant-choice`);
    expect((await get('/mesure/pages.css')).headers.get('content-type')).toContain('text/css');
  });

  it('a site of nobody is not found, as a page and as data', async () => {
    const page = await get('/charter/nobody.test', { accept: 'text/html', 'accept-language': 'fr' });
    expect([page.status, (await page.text()).includes('Aucune mesure ici')]).toEqual([404, true]);
    const data = await get('/charter/nobody.test.json');
    expect([data.status, (await data.json()).code]).toEqual([404, 'not_found']);
  });

  it('gpc.json says whether the sites under this host honour the signal', async () => {
    const gpc = async () => (await get('/.well-known/gpc.json')).json();
    expect(await gpc()).toMatchObject({ gpc: true });
    await runCommandBeside(folder, ['site', 'set', SITE, '--signals', 'ignore']);
    expect(await gpc()).toMatchObject({ gpc: false });
    await runCommandBeside(folder, ['site', 'set', SITE, '--signals', 'anonymous']);
  });
});

describe('the commands', () => {
  it('access and erase work beside the server and without it, by option and by standard input', async () => {
    await agreed('/e');
    const beside = await runCommandBeside(folder, ['access', '--site', SITE, '--visitor', ID]);
    expect(JSON.parse(beside.stdout)).toMatchObject({ site: SITE, known: true, complete: true });
    expect(await service.stop()).toBe(0);
    const alone = runCommand(folder, ['access', '--site', SITE, '--stdin', '--json'], `${ID}\n`);
    expect(JSON.parse(alone.stdout)).toMatchObject({ known: true });
    const erased = runCommand(folder, ['erase', '--site', SITE, '--stdin', '--json'], `${ID}\n${ID.toLowerCase()}\n`);
    expect(JSON.parse(erased.stdout)).toEqual({ asked: 2, erased: 1 });
    expect(JSON.parse(runCommand(folder, ['access', '--site', SITE, '--visitor', ID]).stdout).known).toBe(false);
    for (const wrong of [[], ['--visitor', 'short'], ['--visitor', ID, '--stdin']])
      expect(runCommand(folder, ['erase', '--site', SITE, ...wrong]).status).toBe(2);
  });

  it('cookie add, list and remove keep the charter; our own names are ours', () => {
    const add = (name: string) =>
      runCommand(folder, [
        'cookie',
        'add',
        '--site',
        SITE,
        '--name',
        name,
        '--lifetime',
        '1y',
        '--purpose',
        'en=Does it',
      ]);
    expect(add('lang').status).toBe(0);
    expect(add('lang').stderr).toContain('remove it first');
    expect(add('passant_id').stderr).toContain('by itself');
    const list = () => JSON.parse(runCommand(folder, ['cookie', 'list', '--site', SITE, '--json']).stdout);
    expect(list()).toMatchObject([{ name: 'lang', purpose: { en: 'Does it' }, lifetime: { count: 1, unit: 'year' } }]);
    expect(runCommand(folder, ['cookie', 'remove', 'lang', '--site', SITE]).status).toBe(0);
    expect(list()).toEqual([]);
  });

  it('site set states what visitors are told, and takes it back', () => {
    const set = (...args: string[]) => JSON.parse(runCommand(folder, ['site', 'set', SITE, ...args, '--json']).stdout);
    const said = set(
      '--controller',
      'City',
      '--contact',
      'a@town.test',
      '--hosting-country',
      'fr',
      '--asked-by',
      'other',
    );
    expect(said).toMatchObject({ controller: 'City', contact: 'a@town.test', hostingCountry: 'FR', askedBy: 'other' });
    expect(set('--contact', 'none')).toMatchObject({ controller: 'City', contact: null });
    const wrong = runCommand(folder, [
      'site',
      'set',
      SITE,
      '--contact',
      'javascript:alert(1)',
      '--hosting-country',
      'France',
    ]);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toMatch(/--contact[\s\S]*--hosting-country/);
  });
});
