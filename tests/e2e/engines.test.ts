/** The same visits in Chromium, Firefox and WebKit: what each act sends, what the device keeps, and what the page notices of it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildClient } from '../../client/build.mjs';
import { Assets } from '../../src/http/assets.ts';
import { ClientScripts } from '../../src/http/client-scripts.ts';
import { readPieces } from '../../src/snippet/read-pieces.ts';
import { openChromium } from '../support/browsers/chromium.ts';
import type { Engine, Tab } from '../support/browsers/engine.ts';
import { openFirefox } from '../support/browsers/firefox.ts';
import { EVERYTHING, PAGE_SCRIPTS, pageOf, tagOf, withHeaders } from '../support/browsers/measured-pages.ts';
import { type Beacon, type RecordedSite, type SiteServer, startSites } from '../support/browsers/recorded-site.ts';
import { touchEverything } from '../support/browsers/watch-interfaces.ts';
import { openWebKit } from '../support/browsers/webkit.ts';

const ENGINES: [name: string, open: () => Promise<Engine>][] = [
  ['chromium', openChromium],
  ['firefox', openFirefox],
  ['webkit', openWebKit],
];

let folder: string;
let server: SiteServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passant-engines-'));
  await buildClient(folder);
  const client = new Assets(folder);
  const scripts = new ClientScripts(readPieces(folder), () => undefined);
  server = await startSites(async ({ pathname, searchParams }) => {
    const own = PAGE_SCRIPTS[pathname];
    if (own !== undefined) return Buffer.from(own);
    if (searchParams.has('with')) return (await scripts.find(searchParams)).body;
    return client.find(pathname.replace('/count/', ''))?.body;
  });
});
afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What is among these and not among those. */
const beyond = (some: readonly string[], others: readonly string[]) => some.filter((each) => !others.includes(each));
const RANDOM_NAME = /^[\w-]{21}$/;

describe.each(ENGINES)('%s', (name, openEngine) => {
  let engine: Engine;
  let tab: Tab;
  let site: RecordedSite;
  let count = 0;

  beforeAll(async () => {
    engine = await openEngine();
  }, 60_000);
  afterAll(() => engine?.close());
  beforeEach(async () => {
    count++;
    site = server.site(`${name}-${count}`);
    site.put('/next', pageOf('<p>The next page.</p>'));
    tab = await engine.open();
  });
  afterEach(async () => {
    await tab.close();
    // Whatever a test was about: nothing of ours is ever thrown into a page.
    expect(site.named('fault')).toEqual([]);
  });

  const open = (path: string) => tab.goto(site.origin + path);
  const isAbout = ({ n }: Beacon) => n !== 'engagement' && n !== 'Last';
  /** Everything but engagement, as name and properties, once whatever was to come has come. */
  const settle = async () => {
    const before = site.named('Last').length;
    await tab.evaluate(() => window.passant('Last'));
    await site.waitFor('Last', before + 1);
    return site.beacons.filter(isAbout).map(({ n, p = {} }) => [n, ...(Object.keys(p).length > 0 ? [p] : [])]);
  };
  const keptNames = async () => (await tab.cookies()).map((cookie) => cookie.name).sort();
  const isShown = async (selector: string) => {
    while (!(await tab.evaluate((wanted) => document.querySelector(wanted) !== null, selector))) await wait(20);
  };
  const addresses = async (views: number) =>
    (await site.waitFor('pageview', views)).map(({ u }) => String(u).slice(site.origin.length));

  it('counts a page with the fields of the contract, and where its visitor came from', async () => {
    const other = server.site(`${name}-${count}-from`);
    other.put('/links', `<a id="go" href="${site.origin}/page?utm_source=letter#part">Go</a>`);
    site.put('/page', pageOf('', tagOf('/count/s.js')));
    await tab.goto(`${other.origin}/links`);
    await tab.click('#go');
    await site.waitFor('pageview');
    await settle();
    expect(site.named('pageview')).toEqual([
      {
        n: 'pageview',
        u: `${site.origin}/page?utm_source=letter#part`,
        d: site.domain,
        r: `${other.origin}/`,
        c: 'unset',
        b: expect.stringMatching(RANDOM_NAME),
      },
    ]);
  });

  it('keeps an identifier from a yes to a withdrawal, and after a no the choice alone', async () => {
    site.put('/plain', pageOf('', tagOf('/count/s.js')));
    await open('/plain');
    await site.waitFor('pageview');
    expect(await tab.cookies()).toEqual([]);
    expect(site.beacons.filter(({ id }) => id !== undefined)).toEqual([]);
    await tab.evaluate(() => window.passant.consent('granted'));
    expect(await keptNames()).toEqual(['cookies_preferences', 'passant_id']);
    const kept = (await tab.cookies()).find((cookie) => cookie.name === 'passant_id');
    const days = ((kept?.expires ?? 0) - Date.now() / 1000) / 86_400;
    expect([kept?.value, Math.round(days)]).toEqual([expect.stringMatching(RANDOM_NAME), 393]);
    await open('/plain');
    const [, second] = await site.waitFor('pageview', 2);
    expect([second?.c, second?.id]).toEqual(['granted', kept?.value]);

    const left = await tab.evaluate(() => {
      window.passant.consent('denied');
      return document.cookie;
    });
    expect(left).toContain('cookies_preferences');
    expect(left).not.toContain('passant_id');
    await open('/plain');
    const [, , third] = await site.waitFor('pageview', 3);
    expect(third).toMatchObject({ c: 'denied' });
    expect(third).not.toHaveProperty('id');
    expect(await keptNames()).toEqual(['cookies_preferences']);
    await settle();
    const told = site.named('consent').map(({ action, c, id }) => [action, c, id]);
    expect(told).toEqual([
      ['accepted', 'granted', kept?.value],
      ['withdrawn', 'denied', kept?.value],
    ]);
  });

  it('takes a change of the path for a page, in both directions, and a return from another page too', async () => {
    site.put('/app', pageOf(''));
    await open('/app');
    await site.waitFor('pageview');
    await tab.evaluate(() => {
      history.pushState(null, '', '/app/view');
      history.replaceState({ scroll: 1 }, '', '/app/view?tab=2#there');
      location.hash = 'elsewhere';
    });
    await site.waitFor('pageview', 2);
    await tab.evaluate(() => history.go(-2));
    expect(await addresses(3)).toEqual(['/app', '/app/view', '/app']);
    const referrers = site.named('pageview').map(({ r }) => r);
    expect(referrers).toEqual([null, `${site.origin}/app`, `${site.origin}/app/view`]);
    await open('/next');
    await site.waitFor('pageview', 4);
    await tab.back();
    await site.waitFor('pageview', 5);
    await settle();
    expect(await addresses(5)).toEqual(['/app', '/app/view', '/app', '/next', '/app']);
  });

  it('reports a link that leads away, a file, a form and a tagged element once each, and nothing for what was not done', async () => {
    const other = server.site(`${name}-${count}-other`);
    other.put('/way', 'Away');
    site.put('/files/report.PDF', withHeaders(204, {}, ''));
    site.put('/thanks', pageOf('<p>Thanks.</p>'));
    site.put(
      '/acts',
      pageOf(`<p><a id="out" href="${other.origin}/way?token=secret#part"><b>Out</b></a> <a id="in" href="/next">In</a></p>
<p><a id="file" href="/files/report.PDF?session=1">File</a> <a id="jump" href="#end">Jump</a></p>
<p><button data-passant-event="Order" data-passant-event-size="XL" data-passant-revenue-amount="9.90"
  data-passant-revenue-currency="EUR"><b id="buy">Buy</b></button>
<button id="plausible" class="plausible-event-name=Sign+up plausible-event-plan--pro">Sign up</button></p>
<form action="/thanks"><input id="empty" name="mail" required><button id="send">Send</button></form><p id="end">End</p>`),
    );
    await open('/acts');
    await site.waitFor('pageview');
    for (const selector of ['h1', '#jump', '#file', '#buy', '#plausible', '#send']) await tab.click(selector);
    // The form was not complete, so it was not sent.
    expect(await settle()).toEqual([
      ['pageview'],
      ['File Download', { url: `${site.origin}/files/report.PDF` }],
      ['Order', { size: 'XL' }],
      ['Sign up', { plan: 'pro' }],
    ]);
    expect(site.named('Order')).toMatchObject([
      { $: { amount: '9.90', currency: 'EUR' }, u: `${site.origin}/acts#end` },
    ]);
    await tab.evaluate(() => Object.assign(document.querySelector('#empty') ?? {}, { value: 'x' }));
    await tab.click('#send');
    await site.waitFor('pageview', 2);
    expect(await settle()).toContainEqual(['Form: Submission', { path: '/acts' }]);
    await open('/acts');
    await site.waitFor('pageview', 3);
    await tab.click('#out b');
    await site.waitFor('Outbound Link: Click');
    await open('/next');
    await site.waitFor('pageview', 4);
    const names = (await settle()).map(([each]) => each);
    expect(names.filter((each) => each !== 'pageview')).toEqual([
      ...['File Download', 'Order', 'Sign up', 'Form: Submission', 'Outbound Link: Click'],
    ]);
    expect(names).toHaveLength(9);
    expect(site.named('Outbound Link: Click')).toMatchObject([{ p: { url: `${other.origin}/way` }, c: 'unset' }]);
  });

  it('reports what is searched, and a page that is not there behind its pageview', async () => {
    site.put('/search', pageOf(''));
    site.put('/marked', withHeaders(404, {}, pageOf('<p data-passant-404>Not here.</p>')));
    site.put('/gone', withHeaders(404, {}, pageOf('<p>Not here.</p>')));
    await open('/search?q=+boots+');
    await site.waitFor('Search');
    await open('/marked');
    await site.waitFor('404');
    await open('/gone');
    await site.waitFor('pageview', 3);
    // Safari does not tell scripts how the server answered: there a page needs the mark.
    const isTold = await tab.evaluate(() => 'responseStatus' in PerformanceResourceTiming.prototype);
    expect(await settle()).toEqual([
      ['pageview'],
      ['Search', { search: 'boots' }],
      ['pageview'],
      ['404', { path: '/marked' }],
      ['pageview'],
      ...(isTold ? [['404', { path: '/gone' }]] : []),
    ]);
  });

  it('reports attention and depth when a page is left, by a link and by closing', async () => {
    site.put('/long', pageOf(`<p><a id="in" href="/next">In</a></p>${'<p>Line.</p>'.repeat(200)}`));
    await open('/long');
    await site.waitFor('pageview');
    // A page must really have been seen for a second.
    await wait(1100);
    await tab.click('#in');
    await site.waitFor('pageview', 2);
    const [left] = await site.waitFor('engagement');
    expect(left).toMatchObject({ u: `${site.origin}/long`, in: 1, li: 1, c: 'unset' });
    expect(Number(left?.e)).toBeGreaterThanOrEqual(1000);
    expect(Number(left?.sd)).toBeGreaterThan(0);
    expect(Number(left?.sd)).toBeLessThan(100);
    await tab.close();
    const reports = await site.waitFor('engagement', 2);
    expect(reports[1]).toMatchObject({ u: `${site.origin}/next`, sd: 100 });
    expect(reports[1]).not.toHaveProperty('li');
    expect(reports).toHaveLength(2);
    tab = await engine.open();
  });

  it('works under a strict policy for content, banner included, without a breach', async () => {
    const policy =
      `default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';
      require-trusted-types-for 'script'; trusted-types 'none'`.replace(/\s+/g, ' ');
    const body = '<button id="tagged" data-passant-event="Tagged">Press</button>';
    const page = pageOf(body, tagOf(EVERYTHING) + tagOf('/count/choice.js'));
    site.put('/strict', withHeaders(200, { 'content-security-policy': policy }, page));
    await open('/strict');
    await site.waitFor('consent');
    await tab.evaluate(() => window.passant.consent('granted'));
    await tab.click('#tagged');
    await site.waitFor('Tagged');
    const names = (await settle()).map(([each]) => each);
    expect(names.sort()).toEqual(['Tagged', 'consent', 'consent', 'pageview']);
    expect(await tab.evaluate(() => window.faults)).toEqual([]);
  });

  it('counts once however often it is loaded', async () => {
    const body = '<button id="tagged" data-passant-event="Tagged">Press</button>';
    site.put('/twice', pageOf(body, tagOf(EVERYTHING) + tagOf(EVERYTHING) + tagOf('/count/s.js')));
    await open('/twice');
    await site.waitFor('pageview');
    await tab.evaluate(() => window.passant.consent('granted'));
    await tab.click('#tagged');
    await site.waitFor('Tagged');
    await tab.evaluate(() => history.pushState(null, '', '/twice/view'));
    await site.waitFor('pageview', 2);
    const names = (await settle()).map(([each]) => each);
    expect(names).toEqual(['pageview', 'consent', 'Tagged', 'pageview']);
  });

  it('works from inside a shadow tree, and hears of links, tagged elements and forms in one', async () => {
    const other = server.site(`${name}-${count}-other`);
    other.put('/', 'Away');
    site.put(
      '/shadow',
      `<html data-site="${site.domain}" data-api="${site.origin}">${pageOf('<div id="host"></div>', '')}`,
    );
    await open('/shadow');
    await tab.evaluate((address) => {
      const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
      if (!root) return;
      root.innerHTML = `<button id="tagged" data-passant-event="Tagged">Press</button>
<a href="/files/a.zip"><i>File</i></a><form><button>Send</button></form>`;
      for (const type of ['click', 'submit'])
        root.addEventListener(type, (event) => {
          const { localName } = event.target as Element;
          if (type === 'submit' || localName === 'i') event.preventDefault();
        });
      const script = document.createElement('script');
      script.src = address;
      root.append(script);
    }, EVERYTHING);
    await site.waitFor('pageview');
    await tab.evaluate(() => {
      const root = document.querySelector('#host')?.shadowRoot;
      for (const selector of ['#tagged', 'i', 'form button']) root?.querySelector<HTMLElement>(selector)?.click();
    });
    await site.waitFor('Form: Submission');
    const names = (await settle()).map(([each]) => each);
    expect(names).toEqual(['pageview', 'Tagged', 'File Download', 'Form: Submission']);
  });

  it('counts pages whose bodies are swapped, though each brings the script again', async () => {
    const next: Record<string, string> = { one: 'two', two: 'three', three: 'one' };
    for (const [page, to] of Object.entries(next)) {
      const body = `<p><a id="to-${to}" data-swap href="/${to}">Next</a></p>
<button id="tagged-${page}" data-passant-event="Tagged">Press</button>${tagOf(EVERYTHING)}`;
      site.put(`/${page}`, pageOf(body, tagOf('/swap.js')));
    }
    await open('/one');
    await site.waitFor('pageview');
    await tab.click('#to-two');
    await isShown('#tagged-two');
    await tab.click('#tagged-two');
    await site.waitFor('Tagged');
    await tab.click('#to-three');
    await isShown('#tagged-three');
    await tab.back();
    await isShown('#tagged-two');
    await site.waitFor('pageview', 4);
    const names = (await settle()).map(([each]) => each);
    expect(names).toEqual(['pageview', 'pageview', 'Tagged', 'pageview', 'pageview']);
    expect(await addresses(4)).toEqual(['/one', '/two', '/three', '/two']);
    expect(site.named('pageview')[1]).toMatchObject({ r: `${site.origin}/one` });
  });

  it('that comes half only leaves the page as it is', async () => {
    site.put('/count/half.js', (_request, response) => {
      const script = 'window.half = 1; (() => { const broken = "'.padEnd(4000, 'x');
      response.writeHead(200, { 'content-type': 'text/javascript', 'content-length': 9000 });
      response.write(script, () => response.destroy());
    });
    site.put(
      '/half',
      pageOf(
        '<a id="in" href="/next">In</a>',
        `${tagOf('/stub.js', '')}${tagOf('/count/half.js')}${tagOf('/works.js')}`,
      ),
    );
    await open('/half');
    expect(await tab.evaluate(() => [document.title, window.faults])).toEqual(['works', []]);
    await tab.click('#in');
    await site.waitFor('pageview');
    await settle();
    expect(await addresses(1)).toEqual(['/next']);
  });

  it('in a page of a file stays silent and keeps nothing', async () => {
    const file = join(folder, `${name}.html`);
    const script = `<script src="${site.origin}${EVERYTHING}" data-site="${site.domain}"></script>`;
    await writeFile(file, `<script>window.faults = []; onerror = (text) => void faults.push(text)</script>${script}`);
    await tab.goto(pathToFileURL(file).href);
    const [state, faults] = await tab.evaluate(() => {
      window.passant('Silent');
      window.passant.consent('granted');
      return [typeof window.passant.consent, window.faults, document.cookie];
    });
    expect([state, faults]).toEqual(['function', []]);
    expect(await tab.evaluate(() => document.cookie)).toBe('');
    await open('/next');
    await site.waitFor('pageview');
    expect(await settle()).toEqual([['pageview']]);
    expect(await tab.cookies()).toEqual([]);
  });

  describe('on a page whose interfaces are all watched', () => {
    const watched = (body: string, ...addresses: string[]) =>
      pageOf(body, tagOf('/watch.js', '') + addresses.map((address) => tagOf(address)).join(''));
    /** What has been used since the last look. */
    const touched = () => tab.evaluate(() => [...new Set(window.touched.splice(0))].sort());
    /** Lets everything run that runs when a page is seen, scrolled, used and left. */
    const use = async () => {
      await tab.click('h1');
      await tab.evaluate(() => {
        for (const type of ['scroll', 'blur', 'focus', 'pagehide']) dispatchEvent(new Event(type));
        document.dispatchEvent(new Event('visibilitychange'));
        history.pushState(null, '', '/view');
      });
      await settle();
    };
    /** Whether the choice was made, and whether the browser says that it does not want to be followed: asked on purpose. */
    const CHOICE_AND_SIGNALS = ['cookie', 'navigator.doNotTrack', 'navigator.globalPrivacyControl'];
    /** Everything that could tell one device from another (D-03). */
    const FINGERPRINT =
      /^(screen|navigator\.(?!doNotTrack|globalPrivacyControl|sendBeacon)|canvas|webgl|OffscreenCanvas|\w*AudioContext|document\.fonts|FontFace|queryLocalFonts|matchMedia|devicePixelRatio|outer|RTC|speech)/;

    it('is seen in all that it does', async () => {
      site.put('/bad', watched(''));
      await open('/bad');
      await tab.evaluate(touchEverything);
      const seen = await touched();
      // Not every engine has all of them.
      const device = await tab.evaluate(() =>
        ['userAgent', 'language', 'plugins', 'hardwareConcurrency', 'storage', 'serviceWorker'].filter(
          (each) => each in navigator,
        ),
      );
      const used = [
        ...['write cookie mark', 'localStorage', 'Storage.setItem', 'sessionStorage', 'indexedDB', 'IDBFactory.open'],
        ...[
          'caches',
          'write name',
          'screen',
          'screen.width',
          'element canvas',
          'canvas.getContext',
          'canvas.toDataURL',
        ],
        ...[
          'canvas.getImageData',
          'OffscreenCanvas',
          'OfflineAudioContext',
          'document.fonts',
          'matchMedia',
          'time zone',
        ],
        ...['performance.getEntriesByType', 'element.getBoundingClientRect', 'fetch of what may be cached'],
        ...device.map((each) => `navigator.${each}`),
      ];
      expect(beyond(used, seen)).toEqual([]);
    });

    it('touches nothing before an answer, and then only what the answer allows', async () => {
      site.put('/asks', watched('', '/count/s.js', '/count/choice.js'));
      await open('/asks');
      await site.waitFor('consent');
      await use();
      const before = await touched();
      expect(beyond(before, CHOICE_AND_SIGNALS)).toEqual([]);
      expect(await tab.cookies()).toEqual([]);
      expect(await tab.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
      await touched();
      await tab.evaluate(() => window.passant.consent('granted'));
      await use();
      const granted = await touched();
      const writes = ['write cookie cookies_preferences', 'write cookie passant_id'];
      expect([...before, ...granted].filter((each) => FINGERPRINT.test(each))).toEqual([]);
      expect(granted.filter((each) => each.startsWith('write'))).toEqual(writes);
      expect(beyond(granted, [...CHOICE_AND_SIGNALS, ...writes])).toEqual([]);
      const first = (await tab.cookies()).find((cookie) => cookie.name === 'passant_id')?.value;
      await tab.evaluate(() => window.passant.forget());
      expect((await touched()).filter((each) => each.startsWith('write'))).toEqual(writes);
      await tab.evaluate(() => window.passant.consent('granted'));
      const second = (await tab.cookies()).find((cookie) => cookie.name === 'passant_id')?.value;
      expect([first, second]).toEqual([expect.stringMatching(RANDOM_NAME), expect.stringMatching(RANDOM_NAME)]);
      expect(first).not.toBe(second);
    });

    it('touches nothing more with every feature on, and after a no keeps the choice alone', async () => {
      site.put('/rich', watched('<button id="tagged" data-passant-event="Tagged">Press</button>', EVERYTHING));
      await open('/rich?q=word');
      await site.waitFor('Search');
      await tab.click('#tagged');
      await site.waitFor('Tagged');
      await use();
      // How the server answered this very page is what tells a missing page.
      expect(beyond(await touched(), [...CHOICE_AND_SIGNALS, 'performance.getEntriesByType'])).toEqual([]);
      await tab.evaluate(() => window.passant.consent('denied'));
      await use();
      expect(beyond(await touched(), [...CHOICE_AND_SIGNALS, 'write cookie cookies_preferences'])).toEqual([]);
      expect(await keptNames()).toEqual(['cookies_preferences']);
    });

    it('with the date flag keeps the date, no identifier, and asks for nothing that tells devices apart', async () => {
      site.put('/dated', watched('', '/count/sd.js'));
      await open('/dated');
      await site.waitFor('pageview');
      await use();
      const seen = await touched();
      expect(await keptNames()).toEqual(['passant_date']);
      expect(seen.filter((each) => FINGERPRINT.test(each))).toEqual([]);
      expect(seen.filter((each) => each.startsWith('write'))).toEqual(['write cookie passant_date']);
    });
  });

  if (name === 'chromium')
    it('takes no long task and moves nothing: observers that see both in another script see none of ours', async () => {
      const observe = () => {
        window.slowed = [];
        const observer = new PerformanceObserver((list) => void window.slowed.push(...list.getEntries()));
        for (const type of ['long-animation-frame', 'layout-shift']) observer.observe({ type, buffered: true });
      };
      const scripts = tagOf(EVERYTHING) + tagOf('/count/choice.js');
      site.put('/quiet', pageOf('<p>Text.</p>'.repeat(50), scripts));
      site.put('/slow', pageOf('<p>Text.</p>'.repeat(50), scripts + tagOf('/bad.js')));
      /** Addresses of scripts that took a long task, and how much of the page was moved. */
      const look = async (path: string) => {
        await open(path);
        await site.waitFor('consent');
        await tab.evaluate(observe);
        await tab.click('h1');
        await settle();
        return tab.evaluate(async () => {
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
          type Slow = PerformanceEntry & { scripts?: { sourceURL: string; duration: number }[]; value?: number };
          const entries = window.slowed as Slow[];
          const tasks = entries.flatMap(({ scripts = [] }) => scripts).filter(({ duration }) => duration >= 50);
          const shifts = entries.map(({ value = 0 }) => value);
          return { tasks: tasks.map(({ sourceURL }) => new URL(sourceURL).pathname), moved: Math.max(0, ...shifts) };
        });
      };
      const bad = await look('/slow');
      expect(bad.tasks).toContain('/bad.js');
      // A machine that is busy with something else can hold up any script; it does not do so three times.
      const quiet = [await look('/quiet'), await look('/quiet'), await look('/quiet')];
      expect(quiet.map(({ tasks }) => tasks.filter((path) => path.startsWith('/count/')))).toContainEqual([]);
      expect(Math.max(...quiet.map(({ moved }) => moved))).toBe(0);
    });
});
