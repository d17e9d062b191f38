/** The scripts that the running service composes, and the identifier that it keeps in a cookie of its own. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';

let folder: string;
let service: Service;
beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder);
  await command('site', 'add', 'plain.example');
  await command('site', 'add', 'rich.example', '--features', 'links,downloads', '--identifier', 'storage');
  await command('site', 'add', 'first.example', '--identifier', 'server');
});
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});

const command = async (...args: string[]) => (await runCommandBeside(folder, args)).stdout.trim();
const ask = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${service.url}/count/s.js${query}`, { headers });
const text = async (query: string) => (await ask(query)).text();

describe('the address of a script', () => {
  it('says what is in it: nothing for the usual, a site for what it has chosen, a list for exactly that', async () => {
    const usual = await text('');
    expect(usual).toContain('scrollHeight');
    expect(await text('?site=plain.example')).toBe(usual);
    expect(usual).toContain('passant_optout');
    expect(await text('?with=engagement,opt-out')).toBe(usual);
    const rich = await text('?site=www.rich.example');
    expect(rich).toContain('Outbound Link: Click');
    expect(rich).toContain('localStorage');
    expect(rich).not.toContain('scrollHeight');
    expect(await text('?with=downloads,links&identifier=storage')).toBe(rich);
    expect((await text('?with=')).length).toBeLessThan(usual.length);
    expect(await (await fetch(`${service.url}/passant.js?site=rich.example`)).text()).toBe(rich);
  });

  it('follows the site’s settings', async () => {
    await command('site', 'add', 'moving.example');
    expect(await text('?site=moving.example')).not.toContain('File Download');
    await command('site', 'set', 'moving.example', '--features', 'downloads');
    expect(await text('?site=moving.example')).toContain('File Download');
  });

  it.each([
    ['?with=links,lynx', 400, 'invalid', 'with'],
    ['?cmp=nobody', 400, 'invalid', 'cmp'],
    ['?identifier=etag', 400, 'invalid', 'identifier'],
    ['?site=other.example', 404, 'not_found', undefined],
  ])('%s is answered with an error, never with a smaller script', async (query, status, code, path) => {
    const answer = await ask(query);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'no-store']);
    const body = (await answer.json()) as { code: string; details: { path: string }[] };
    expect([body.code, body.details[0]?.path]).toEqual([code, path]);
  });

  it('is cached by its content, for an hour, in each form of compression', async () => {
    const answers = await Promise.all(
      ['br', 'gzip', 'identity'].map((form) => ask('?site=rich.example', { 'accept-encoding': form })),
    );
    expect(answers.map(({ headers }) => headers.get('content-encoding'))).toEqual(['br', 'gzip', null]);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
    const [first] = answers;
    expect(first?.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(first?.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
    const etag = first?.headers.get('etag') ?? '';
    expect(etag).not.toBe((await ask('')).headers.get('etag'));
    const again = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
    expect((await ask('?site=rich.example', again)).status).toBe(304);
  });
});

describe('passant snippet', () => {
  it('prints the line to paste, which follows the settings', async () => {
    expect(await command('snippet', 'rich.example')).toMatch(
      /^<script defer src="http:\/\/localhost:\d+\/count\/s\.js\?site=rich\.example" data-site="rich\.example"><\/script>$/,
    );
    expect(await command('snippet', 'other.example')).toBe('');
  });

  it('with --integrity names the hash of exactly what is served', async () => {
    const line = await command('snippet', 'rich.example', '--integrity');
    const [, query = '', hash] = /s\.js(\?[^"]*)" integrity="sha384-([^"]+)" crossorigin="anonymous"/.exec(line) ?? [];
    expect(query).toBe('?with=links,downloads&amp;identifier=storage');
    const served = await text(query.replaceAll('&amp;', '&'));
    expect(createHash('sha384').update(served).digest('base64')).toBe(hash);
  });
});

describe('the identifier that the server sets', () => {
  const send = (fields: object, headers: Record<string, string> = {}, path = 'e') =>
    fetch(`${service.url}/count/${path}`, {
      method: 'POST',
      body: JSON.stringify({ n: 'pageview', u: 'https://first.example/', d: 'first.example', c: 'granted', ...fields }),
      headers: {
        origin: 'https://first.example',
        'sec-fetch-site': 'same-origin',
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        ...headers,
      },
    });
  const cookiesOf = (answer: Response) => answer.headers.getSetCookie();
  const ID = 'V1StGXR8_Z5jdHi6B-myT';

  it('comes with consent only, for 13 months, out of reach of scripts, and is never extended', async () => {
    expect(cookiesOf(await send({ c: 'unset' }))).toEqual([]);
    expect(cookiesOf(await send({ c: 'denied' }))).toEqual([]);
    const answer = await send({ n: 'consent', action: 'accepted' });
    expect(cookiesOf(answer)).toEqual([
      expect.stringMatching(/^passant_id=[\w-]{21}; Path=\/; Max-Age=33955200; SameSite=Lax; HttpOnly; Secure$/),
    ]);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://first.example');
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    const cookie = cookiesOf(answer)[0]?.split(';')[0] ?? '';
    expect(cookiesOf(await send({}, { cookie }))).toEqual([]);
    expect(cookiesOf(await send({ n: 'Order' }))).toEqual([]); // a page will do
    expect(cookiesOf(await send({}))).toHaveLength(1);
  });

  it('is not set where the browser would not keep it, nor on pages of others, nor for other sites', async () => {
    expect(cookiesOf(await send({}, { 'sec-fetch-site': 'cross-site' }))).toEqual([]);
    const foreign = await send({}, { origin: 'https://evil.example', 'sec-fetch-site': 'same-site' });
    expect([foreign.headers.get('x-passant-dropped'), ...cookiesOf(foreign)]).toEqual(['foreign-origin']);
    expect(foreign.headers.get('access-control-allow-credentials')).toBeNull();
    const other = await send({ d: 'plain.example', u: 'https://plain.example/' }, { origin: 'https://plain.example' });
    expect(cookiesOf(other)).toEqual([]);
  });

  it('is deleted by the answer to a withdrawal and to the wish to be forgotten', async () => {
    const gone = [expect.stringMatching(/^passant_id=; Path=\/; Max-Age=0; /)];
    const cookie = `passant_id=${ID}`;
    expect(cookiesOf(await send({ n: 'consent', action: 'withdrawn', c: 'denied' }, { cookie }))).toEqual(gone);
    const forgotten = await send({ n: 'forget', c: 'denied' }, { cookie }, 'f');
    expect([forgotten.status, cookiesOf(forgotten)]).toEqual([202, gone]);
    expect(cookiesOf(await send({ n: 'forget', c: 'denied' }, {}, 'f'))).toEqual([]);
  });

  it('is what the privacy page acts on: it shows, erases and withdraws by the cookie, and its answer deletes it', async () => {
    const page = `${service.url}/count/privacy/first.example`;
    const press = async (what: string, cookie: string) => {
      const answer = await fetch(page, {
        method: 'POST',
        body: new URLSearchParams({ do: what }),
        headers: { cookie, origin: service.url, 'sec-fetch-site': 'same-origin' },
      });
      return {
        text: await answer.text(),
        gone: cookiesOf(answer).some((each) => /^passant_id=; Path=\/; Max-Age=0;/.test(each)),
      };
    };
    const agree = async () => {
      const answer = await send({ n: 'consent', action: 'accepted' });
      const cookie = cookiesOf(answer)[0]?.split(';')[0] ?? '';
      await send({ u: 'https://first.example/read' }, { cookie });
      return cookie;
    };
    const isKnown = async (cookie: string) => {
      const body = JSON.stringify({ d: 'first.example', id: cookie.slice('passant_id='.length) });
      return ((await (await fetch(`${service.url}/api/access`, { method: 'POST', body })).json()) as { known: boolean })
        .known;
    };
    for (const what of ['erase', 'withdraw', 'object']) {
      const cookie = await agree();
      const shown = await press('see', cookie);
      expect([shown.text.includes('first.example/read'), shown.gone]).toEqual([true, false]);
      expect([what, await isKnown(cookie)]).toEqual([what, true]);
      expect([what, (await press(what, cookie)).gone, await isKnown(cookie)]).toEqual([what, true, false]);
    }
    const charter = await (await fetch(`${service.url}/charter/first.example?lang=en`)).text();
    expect(charter).toContain('Out of reach of the scripts on the page.');
  });
});
