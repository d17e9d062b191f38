/** What the built scripts do in a real browser: to the device, over the wire, and to the page that loads them. */
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import type { Beacon, MeasuredSite } from '../client/support/measured-site.ts';
import { setScene } from '../client/support/set-scene.ts';
import { watchDevice } from '../client/support/watch-device.ts';

let site: MeasuredSite;
let context: BrowserContext;
let page: Page;
setScene((scene) => {
  ({ site, context, page } = scene);
});

const cookieNames = async () => (await context.cookies()).map(({ name }) => name).sort();
const cookie = async (wanted: string) => (await context.cookies()).find(({ name }) => name === wanted);
const open = (path: string) => page.goto(site.origin + path);
const answer = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

describe('before any answer', () => {
  it('nothing is stored on the device and nothing that recognises it is asked', async () => {
    await page.addInitScript(watchDevice);
    await open('/asks');
    await page.getByRole('dialog').waitFor();
    await site.waitFor('pageview');
    expect(await page.evaluate(() => window.passant.consent())).toBe('unset');
    expect(await page.evaluate(() => window.touched)).toEqual([]);
    expect(await cookieNames()).toEqual([]);
    const { origins } = await context.storageState({ indexedDB: true });
    expect(origins).toEqual([]);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
  });

  it('the visit is counted, with the fields of the contract and without an identifier', async () => {
    await page.goto(`${site.origin}/asks?utm_source=letter#part`, { referer: 'https://search.example/' });
    const [view] = await site.waitFor('pageview');
    expect(view?.fields).toEqual({
      n: 'pageview',
      u: `${site.origin}/asks?utm_source=letter#part`,
      d: 'example.org',
      r: 'https://search.example/',
      c: 'unset',
      b: expect.stringMatching(/^[\w-]{21}$/),
    });
    expect(view?.headers['content-type']).toBe('text/plain;charset=UTF-8');
    expect(view?.headers.cookie).toBeUndefined();
    const [asked] = await site.waitFor('consent');
    expect(asked?.fields).toMatchObject({ action: 'asked', c: 'unset', text: '2-en', banner: 'passant-2' });
  });
});

describe('the script with the date flag', () => {
  /** The site's date at a moment of the test, as its time zone says it. */
  const dates = async () => {
    const clock = () => new Intl.DateTimeFormat('sv', { timeZone: 'Pacific/Auckland' }).format(new Date());
    const before = clock();
    const kept = await context.cookies();
    return { kept, possible: [before, clock()] };
  };
  const flags = async (count: number) => (await site.waitFor('pageview', count)).map(({ fields }) => fields.df);

  it('keeps the date alone, and says once that the page is the first of day, week and month', async () => {
    await page.addInitScript(watchDevice);
    await open('/dated');
    expect(await flags(1)).toEqual(['dwm']);
    expect(await page.evaluate(() => window.touched)).toEqual(['write cookie']);
    const { kept, possible } = await dates();
    expect(kept).toMatchObject([{ name: 'passant_date', domain: '127.0.0.1', path: '/', sameSite: 'Lax' }]);
    expect(possible).toContain(kept[0]?.value);
    expect(Math.round(((kept[0]?.expires ?? 0) - Date.now() / 1000) / 86_400)).toBe(31);
    const { origins } = await context.storageState({ indexedDB: true });
    expect(origins).toEqual([]);

    await page.evaluate(() => history.pushState(null, '', '/dated/view'));
    expect(await flags(2)).toEqual(['dwm', undefined]);
    await open('/dated');
    expect(await flags(3)).toEqual(['dwm', undefined, undefined]);
    const [view] = await site.waitFor('pageview');
    expect(view?.fields).toMatchObject({ c: 'unset', d: 'example.org' });
    expect(view?.fields).not.toHaveProperty('id');
    expect(view?.headers.cookie).toBeUndefined();
  });

  it('counts the next day by the date that was kept', async () => {
    await context.addCookies([{ name: 'passant_date', value: '2020-02-29', url: site.origin }]);
    await open('/dated');
    expect(await flags(1)).toEqual(['dwm']);
    const { kept, possible } = await dates();
    expect(possible).toContain(kept[0]?.value);
  });

  it.each([
    ['a refusal', () => window.passant.consent('denied')],
    ['forgetting', () => window.passant.forget()],
  ])('forgets the date in the same tick after %s, and never keeps one again', async (_how, say) => {
    await open('/dated');
    expect(await flags(1)).toEqual(['dwm']);
    expect(await cookieNames()).toEqual(['passant_date']);
    await page.evaluate(say);
    expect(await page.evaluate(() => document.cookie)).not.toContain('passant_date');
    await open('/dated');
    expect(await flags(2)).toEqual(['dwm', undefined]);
    expect(await cookieNames()).toEqual(['cookies_preferences']);
  });

  it('keeps no date and sends no flag where cookies are blocked or a privacy signal is sent', async () => {
    await page.addInitScript(() => {
      Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => undefined });
    });
    await open('/dated');
    await open('/dated');
    expect(await flags(2)).toEqual([undefined, undefined]);
    const other = await context.newPage();
    await other.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true });
    });
    await other.goto(`${site.origin}/dated`);
    expect(await flags(3)).toEqual([undefined, undefined, undefined]);
    expect(await cookieNames()).toEqual([]);
  });

  it('is the only one that keeps a date', async () => {
    for (const path of ['/plain', '/plain', '/asks']) await open(path);
    expect(await flags(3)).toEqual([undefined, undefined, undefined]);
    expect(await cookieNames()).toEqual([]);
  });
});

describe('the answer', () => {
  it('yes leaves the choice and one identifier of 21 characters, and the next page carries it', async () => {
    await open('/asks');
    await answer('Accept');
    expect(await cookieNames()).toEqual(['cookies_preferences', 'passant_id']);
    const id = await cookie('passant_id');
    expect(id?.value).toMatch(/^[\w-]{21}$/);
    expect(id).toMatchObject({ sameSite: 'Lax', path: '/', domain: '127.0.0.1' });
    expect(Math.round(((id?.expires ?? 0) - Date.now() / 1000) / 86_400)).toBe(393);
    const choice = decodeURIComponent((await cookie('cookies_preferences'))?.value ?? '');
    expect(JSON.parse(choice)).toEqual({
      v: 1,
      statistics: true,
      text: '2-en',
      at: expect.stringMatching(/T\d\d:\d\dZ$/),
    });
    const told = await site.waitFor('consent', 2);
    expect(told.map(({ fields }) => fields.action)).toEqual(['asked', 'accepted']);
    expect(told[1]?.fields).toMatchObject({ c: 'granted', id: id?.value, text: '2-en', banner: 'passant-2' });

    await open('/two');
    const views = await site.waitFor('pageview', 2);
    expect(views[1]?.fields).toMatchObject({ c: 'granted', id: id?.value, u: `${site.origin}/two` });
    expect(views[1]?.headers.cookie).toBeUndefined();
    expect((await cookie('passant_id'))?.expires).toBe(id?.expires);
  });

  it.each([
    ['the button', () => answer('Refuse')],
    ['the cross', () => answer('Close and refuse')],
    ['Escape', () => page.keyboard.press('Escape')],
  ])('no by %s leaves only the choice, and the visit stays counted', async (_, refuse) => {
    await open('/asks');
    await page.getByRole('dialog').waitFor();
    await refuse();
    expect(await cookieNames()).toEqual(['cookies_preferences']);
    const told = await site.waitFor('consent', 2);
    expect(told[1]?.fields).toMatchObject({ action: 'refused', c: 'denied' });
    expect(told[1]?.fields).not.toHaveProperty('id');
    await open('/asks');
    const views = await site.waitFor('pageview', 2);
    expect(views[1]?.fields).toMatchObject({ c: 'denied' });
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('taken back removes the identifier in the same tick', async () => {
    await open('/asks');
    await answer('Accept');
    const id = (await cookie('passant_id'))?.value;
    const left = await page.evaluate(() => {
      document.querySelector<HTMLElement>('[data-passant-withdraw]')?.click();
      return document.cookie;
    });
    expect(left).toContain('cookies_preferences');
    expect(left).not.toContain('passant_id');
    const told = await site.waitFor('consent', 3);
    expect(told[2]?.fields).toMatchObject({ action: 'withdrawn', c: 'denied', id });
  });

  it('forgotten removes the identifier in the same tick and asks the server to erase', async () => {
    await open('/plain');
    const [id, left] = await page.evaluate(() => {
      window.passant.consent('granted');
      const before = /passant_id=([^;]*)/.exec(document.cookie)?.[1];
      window.passant.forget();
      return [before, document.cookie];
    });
    expect(left).not.toContain('passant_id');
    await wait(300);
    const asked = site.beacons.filter(({ path }) => path === 'f').map(({ fields }) => fields);
    expect(asked).toMatchObject([{ d: 'example.org', id, c: 'denied' }]);
  });
});

describe('pages', () => {
  it('of an application are counted when the path changes, with the page before as referrer', async () => {
    await open('/plain');
    await site.waitFor('pageview');
    await page.evaluate(() => history.pushState(null, '', '/plain/view'));
    const views = await site.waitFor('pageview', 2);
    expect(views).toHaveLength(2);
    expect(views[1]?.fields).toMatchObject({ u: `${site.origin}/plain/view`, r: `${site.origin}/plain` });
    await page.evaluate(() => {
      history.replaceState({ scroll: 1 }, '', '/plain/view?tab=2#there');
      location.hash = 'elsewhere';
    });
    expect(await site.waitFor('pageview', 2)).toHaveLength(2);
    await page.evaluate(() => history.go(-2));
    expect(await site.waitFor('pageview', 3)).toHaveLength(3);
  });

  it('that come back from the back-forward cache are counted once', async () => {
    await open('/plain');
    // Only a document that was kept still has the title that it was given.
    await site.waitFor('pageview');
    await page.evaluate("document.title = 'kept'");
    await open('/two');
    await site.waitFor('pageview', 2);
    await page.evaluate(() => history.back());
    const views = await site.waitFor('pageview', 3);
    expect(await page.title()).toBe('kept');
    expect(views.map(({ fields }) => fields.u)).toEqual(['/plain', '/two', '/plain'].map((path) => site.origin + path));
    // Its own address as referrer: a return begins no visit.
    expect(views[2]?.fields.r).toBe(`${site.origin}/plain`);
  });

  it('report attention, depth, and how they were entered and left', async () => {
    await open('/plain');
    await wait(1200);
    await page.mouse.wheel(0, 600);
    await wait(200);
    await page.locator('#inside').click();
    const [report] = await site.waitFor('engagement');
    expect(report?.fields).toMatchObject({ u: `${site.origin}/plain`, in: 1, li: 1, c: 'unset' });
    expect(Number(report?.fields.e)).toBeGreaterThan(1000);
    expect(Number(report?.fields.e)).toBeLessThan(8000);
    expect(Number(report?.fields.sd)).toBeGreaterThan(10);
    expect(Number(report?.fields.sd)).toBeLessThanOrEqual(100);
  });

  it('are reported once, also when the browser tells of their end again while that is sent', async () => {
    await open('/plain');
    await site.waitFor('pageview');
    await page.evaluate(() => {
      const send = window.fetch;
      window.fetch = (...message) => {
        window.fetch = send;
        dispatchEvent(new PageTransitionEvent('pagehide'));
        return send(...message);
      };
      dispatchEvent(new PageTransitionEvent('pagehide'));
    });
    await site.waitFor('engagement');
    await open('/two');
    await site.waitFor('pageview', 2);
    const reports = site.beacons.filter(({ fields }) => fields.n === 'engagement');
    expect(reports.map(({ fields }) => fields.u)).toEqual([`${site.origin}/plain`]);
  });

  it('left by no link, or by a jump inside, say nothing of one', async () => {
    await open('/plain');
    await page.locator('#jump').click();
    await open('/two');
    const [report] = await site.waitFor('engagement');
    expect(report?.fields).not.toHaveProperty('li');
    expect(report?.fields).toMatchObject({ in: 1, sd: 100 });
  });
});

describe('calls', () => {
  it('made before the script has loaded are heard, words about consent first', async () => {
    await open('/queue');
    const [view] = await site.waitFor('pageview');
    const [early] = await site.waitFor('Early');
    const [told] = await site.waitFor('consent');
    const id = (await cookie('passant_id'))?.value;
    expect(site.beacons.indexOf(view as Beacon)).toBeLessThan(site.beacons.indexOf(early as Beacon));
    expect(told?.fields).toMatchObject({ action: 'accepted', adapter: 'cookie', id });
    expect(view?.fields).toMatchObject({ c: 'granted', id });
    expect(early?.fields).toMatchObject({ c: 'granted', id, p: { plan: 'pro', seats: 3 } });
  });

  it('send a custom event with its properties and its revenue', async () => {
    await open('/plain');
    await page.evaluate(() => {
      window.passant('Order', { props: { plan: 'pro' }, revenue: { amount: 12.5, currency: 'EUR' } });
    });
    const [order] = await site.waitFor('Order');
    expect(order?.fields).toMatchObject({ p: { plan: 'pro' }, $: { amount: 12.5, currency: 'EUR' }, d: 'example.org' });
  });
});

describe('a visitor who sends a privacy signal', () => {
  it.each(['/asks', '/auto'])('is not asked on %s and gets no identifier', async (path) => {
    await context.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true });
    });
    await open(path);
    const [view] = await site.waitFor('pageview');
    expect(view?.fields).toMatchObject({ c: 'unset' });
    expect([await page.getByRole('dialog').count(), site.beacons.length]).toEqual([0, 1]);
    expect(await cookieNames()).toEqual([]);
    // A later explicit yes prevails.
    await page.locator('[data-passant-choice]').click();
    await answer('Accept');
    expect(await cookieNames()).toEqual(['cookies_preferences', 'passant_id']);
  });

  it('is told from one who does not, where silence is a yes', async () => {
    await open('/auto');
    const [view] = await site.waitFor('pageview');
    expect(view?.fields).toMatchObject({ c: 'granted', id: expect.stringMatching(/^[\w-]{21}$/) });
  });
});

describe('a frame of another origin', () => {
  it('is counted, but neither asks nor keeps anything, even after a yes', async () => {
    await open(`/two?frame=${encodeURIComponent(`${site.foreignOrigin}/asks`)}`);
    await site.waitFor('pageview', 2);
    const frame = page.frames()[1];
    expect(await frame?.evaluate(() => [window.passant.consent('granted'), document.cookie])).toEqual(['unset', '']);
    expect(await frame?.getByRole('dialog').count()).toBe(0);
    expect(await cookieNames()).toEqual([]);
  });
});

describe('a collector in trouble', () => {
  it('that is down is not noticed by the page', async () => {
    site.usualAnswer = 'down';
    await open('/asks');
    await site.waitFor('pageview');
    await answer('Accept');
    await page.evaluate(() => window.passant('Order'));
    await site.waitFor('Order');
    expect(await cookieNames()).toEqual(['cookies_preferences', 'passant_id']);
  });

  it('that is overloaded gets the same message once more, when it said, and no third time', async () => {
    const busy = { status: 503, headers: { 'retry-after': '1' } };
    site.usualAnswer = busy;
    await open('/plain');
    const start = Date.now();
    const views = await site.waitFor('pageview', 2);
    expect(Date.now() - start).toBeGreaterThan(800);
    expect(views[1]?.fields).toEqual(views[0]?.fields);
    await wait(1500);
    expect(await site.waitFor('pageview', 2)).toHaveLength(2);
  });

  it.each([202, 500])('that answers %d is not asked again', async (status) => {
    site.usualAnswer = { status, headers: { 'retry-after': '1' } };
    await open('/plain');
    await wait(1300);
    expect(await site.waitFor('pageview')).toHaveLength(1);
  });
});
