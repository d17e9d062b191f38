/** What a visitor can do about their data, in a real browser and in each of the three set-ups; afterwards no file knows them. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { isWider, violations } from '../support/axe.ts';
import { CHROME } from '../support/beacons.ts';
import { type Needle, needlesFor, readFiles, search } from '../support/canaries.ts';
import { launchChromium } from '../support/chromium.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';
import { HERE, type SetUpSite, startThreeSetUps, type ThreeSetUps } from '../support/three-set-ups.ts';

const OTHER = 'V1StGXR8_Z5jdHi6B-myT';
/** Rounded figures would hide a page that is counted wrongly. */
const AS_IT_IS = ['--rounding', 'off', '--small-cells', 'off'];
let folder: string;
let service: Service;
let browser: Browser;
let sites: ThreeSetUps;

beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder, { PASSANT_RATE_LIMIT: '0' });
  sites = await startThreeSetUps(service.port);
  browser = await launchChromium([HERE]);
  for (const { domain } of [sites.ownHost, sites.sameDomain, sites.foreign])
    await runCommandBeside(folder, ['site', 'add', domain, '--jurisdiction', 'FR', ...AS_IT_IS]);
  const declared = ['--name', 'sessionid', '--lifetime', '2w', '--purpose', 'fr=Garde la connexion', '--purpose'];
  await runCommandBeside(folder, ['cookie', 'add', '--site', 'town.test', ...declared, 'en=Keeps you signed in']);
  await runCommandBeside(folder, ['site', 'add', 'bare.test', '--asked-by', 'nobody']);
});
afterAll(async () => {
  await browser.close();
  await sites.close();
  await service.stop();
  removeFolder(folder);
});

function person(more: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  return browser.newContext({ userAgent: CHROME, locale: 'en-GB', ...more });
}

async function cookieOf(context: BrowserContext, name: string, url: string): Promise<string | undefined> {
  return (await context.cookies(url)).find((cookie) => cookie.name === name)?.value;
}

/** As a banner does. @returns the state of consent after it */
function sayYes(page: Page): Promise<string> {
  return page.evaluate(() =>
    (window as unknown as { passant: { consent: (choice: string) => string } }).passant.consent('granted'),
  );
}

/** A visitor who has agreed and has been counted. */
async function agree(context: BrowserContext, { pages, domain }: SetUpSite): Promise<{ page: Page; id: string }> {
  const page = await context.newPage();
  await page.goto(`${pages}/first-page`);
  const arrived = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('"accepted"'));
  await sayYes(page);
  await arrived;
  const counted = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('"pageview"'));
  await page.goto(`${pages}/second-page`);
  await counted;
  const id = (await cookieOf(context, 'passant_id', pages)) ?? '';
  expect(id).toHaveLength(21);
  expect(search(readFiles(folder), needlesOf(domain, id)).length).toBeGreaterThan(0);
  return { page, id };
}

/** Identifier and key in every shape. */
function needlesOf(domain: string, id: string): Needle[] {
  const db = new Database(join(folder, 'app.db'), { readonly: true });
  const secret = db.prepare<[string], Buffer>('SELECT identifier_key FROM sites WHERE domain = ?').pluck().get(domain);
  db.close();
  const key = createHmac('sha256', secret ?? '')
    .update(id)
    .digest()
    .subarray(0, 16);
  return [{ name: 'key', bytes: key }, ...needlesFor(key.toString('hex')), ...needlesFor(id)];
}

/** What of a visitor is left in files and log. */
function traces(domain: string, id: string): string[] {
  const places = readFiles(folder);
  places.set('log', Buffer.from(service.output()));
  return search(places, needlesOf(domain, id));
}

function receipts(domain: string): { action: string; keyed: number }[] {
  const db = new Database(join(folder, 'app.db'), { readonly: true });
  const rows = db
    .prepare<[string], { action: string; keyed: number }>(
      `SELECT r.action, r.visitor_key IS NOT NULL AS keyed FROM consent_receipts r JOIN sites s ON s.id = r.site_id
       WHERE s.domain = ? ORDER BY r.id`,
    )
    .all(domain);
  db.close();
  return rows;
}

async function pageviews(domain: string): Promise<number> {
  const args = ['query', '--site', domain, '--metrics', 'pageviews', '--range', 'day', '--json'];
  const { stdout } = await runCommandBeside(folder, args);
  const count = JSON.parse(stdout).results[0].metrics[0];
  expect(count).toEqual(expect.any(Number));
  return count;
}

/** Sends a beacon with the cookies that reach the service. @returns whether it was dropped for an objection */
async function isDroppedAsObjected(page: Page, { service: origin, domain }: SetUpSite): Promise<boolean> {
  const count = async () => {
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    return Number(/outcome="objected"\} (\d+)/.exec(metrics)?.[1] ?? 0);
  };
  const before = await count();
  await page.evaluate(
    ([url, d]) => {
      const body = JSON.stringify({ n: 'marked', u: location.href, d });
      return fetch(url ?? '', { method: 'POST', body, credentials: 'include', mode: 'no-cors' }).then(() => {});
    },
    [`${origin}/count/e`, domain],
  );
  return (await count()) === before + 1;
}

/** The same visitor with scripts switched off. */
async function withoutScripts(context: BrowserContext): Promise<BrowserContext> {
  return person({ javaScriptEnabled: false, storageState: await context.storageState() });
}

describe('under the site’s own host, without scripts', () => {
  const rightsOf = ({ service: origin, domain }: SetUpSite) => `${origin}/count/privacy/${domain}`;

  /** Somebody who has agreed, on the page of their rights. */
  async function openRights() {
    const site = sites.ownHost;
    const context = await person();
    const { id } = await agree(context, site);
    const plain = await withoutScripts(context);
    const page = await plain.newPage();
    await page.goto(rightsOf(site));
    return { site, id, context, plain, page };
  }

  it('a visitor sees everything, takes it along and erases it, by keyboard alone', async () => {
    const site = sites.ownHost;
    const context = await person();
    const { id } = await agree(context, site);
    const plain = await withoutScripts(context);
    const page = await plain.newPage();
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.goto(rightsOf(site));
    const press = async (name: string) => {
      for (let tabs = 0; tabs < 40; tabs++) {
        await page.keyboard.press('Tab');
        if ((await page.locator(':focus').textContent())?.trim() === name) return page.keyboard.press('Enter');
      }
      throw new Error(`no way to ${name} by keyboard`);
    };
    await press('Show my data');
    await page.getByText('1 visit, 2 pages').waitFor();
    await page.locator('.p-visits summary').click();
    expect(await page.locator('.p-visits').textContent()).toContain('town.test/second-page');
    expect(await page.content()).not.toContain(id);

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    const stored = JSON.parse(readFileSync(await file.path(), 'utf8'));
    expect(stored).toMatchObject({ site: 'town.test', known: true, complete: true });
    expect(stored.consent_receipts).toMatchObject([{ action: 'accepted', adapter: 'cookie' }]);
    expect(stored.visits[0].events).toContainEqual(
      expect.objectContaining({ name: 'pageview', page: 'town.test/second-page' }),
    );

    const before = await pageviews('town.test');
    await page.goto(rightsOf(site));
    await press('Erase my data…');
    await press('Erase for good');
    await page.getByRole('status').waitFor();
    expect(await page.getByRole('status').textContent()).toContain('has been erased');
    expect(await cookieOf(plain, 'passant_id', site.pages)).toBeUndefined();
    expect(await cookieOf(plain, 'cookies_preferences', site.pages)).toContain('true');
    expect(traces('town.test', id)).toEqual([]);
    expect(receipts('town.test')).toEqual([{ action: 'accepted', keyed: 0 }]);
    expect(await pageviews('town.test')).toBe(before);
    expect(addresses.join()).not.toContain(id);
    await Promise.all([plain.close(), context.close()]);
  });

  it('withdrawing deletes the identifier, remembers the no, and erases', async () => {
    const { site, id, context, plain, page } = await openRights();
    await page.getByRole('button', { name: 'Withdraw my consent' }).click();
    await page.getByRole('status').waitFor();
    expect(await cookieOf(plain, 'passant_id', site.pages)).toBeUndefined();
    const choice = JSON.parse(decodeURIComponent((await cookieOf(plain, 'cookies_preferences', site.pages)) ?? ''));
    expect(choice).toMatchObject({ v: 1, statistics: false });
    expect(traces('town.test', id)).toEqual([]);
    expect(receipts('town.test').slice(-2)).toEqual([
      { action: 'accepted', keyed: 0 },
      { action: 'withdrawn', keyed: 0 },
    ]);
    await Promise.all([plain.close(), context.close()]);
  });

  it('objecting leaves one mark that names nobody, and nothing is counted until it is lifted', async () => {
    const { site, id, context, plain, page } = await openRights();
    await page.getByRole('button', { name: 'Object to the counting' }).click();
    await page.getByText('You have objected').waitFor();
    const cookies = await plain.cookies(site.pages);
    const mark = cookies.find(({ name }) => name === 'passant_optout');
    expect(mark).toMatchObject({ value: '1', domain: 'town.test', path: '/', sameSite: 'Lax' });
    const days = ((mark?.expires ?? 0) - Date.now() / 1000) / 86_400;
    expect(Math.round(days)).toBe(393);
    expect(cookies.map(({ name }) => name).sort()).toEqual(['cookies_preferences', 'passant_optout']);
    expect(traces('town.test', id)).toEqual([]);

    const marked = await person({ storageState: await plain.storageState() });
    const visit = await marked.newPage();
    const sent: string[] = [];
    visit.on('request', (request) => request.method() === 'POST' && sent.push(request.postData() ?? ''));
    const before = await pageviews(site.domain);
    // The page's own script, as every page has it that has chosen nothing: silent, also when it is told of a yes.
    await visit.goto(`${site.pages}/after-objecting`);
    expect(await sayYes(visit)).toBe('denied');
    await visit.goto(`${site.pages}/once-more`);
    expect(sent).toEqual([]);
    expect(await cookieOf(marked, 'passant_id', site.pages)).toBeUndefined();
    expect(await isDroppedAsObjected(visit, site)).toBe(true);
    expect(await pageviews(site.domain)).toBe(before);

    await page.getByRole('button', { name: 'Count my visits again' }).click();
    await page.getByText('Your objection has been lifted').waitFor();
    expect(await cookieOf(plain, 'passant_optout', site.pages)).toBeUndefined();
    await marked.clearCookies({ name: 'passant_optout' });
    const counted = visit.waitForResponse((answer) => (answer.request().postData() ?? '').includes('"pageview"'));
    await visit.goto(`${site.pages}/counted-again`);
    await counted;
    expect(await pageviews(site.domain)).toBe(before + 1);
    await Promise.all([plain.close(), context.close(), marked.close()]);
  });
});

describe('under another host of the same domain', () => {
  it('the stand-alone page takes an identifier that is typed in, and sets a mark that reaches the service', async () => {
    const site = sites.sameDomain;
    const context = await person();
    const { page: measured, id } = await agree(context, site);
    const page = await context.newPage();
    await page.goto(`${site.service}/privacy/${site.domain}`);
    await page.getByLabel('Identifier').fill(id);
    await page.getByRole('button', { name: 'Show my data' }).click();
    await page.getByText('1 visit, 2 pages').waitFor();
    await page.getByRole('button', { name: 'Withdraw my consent' }).click();
    await page.getByRole('status').waitFor();
    expect(traces(site.domain, id)).toEqual([]);

    await page.getByRole('button', { name: 'Object to the counting' }).click();
    await page.getByText('You have objected').waitFor();
    expect(await cookieOf(context, 'passant_optout', site.service)).toBe('1');
    expect(await isDroppedAsObjected(measured, site)).toBe(true);
    await context.close();
  });
});

describe('under a foreign host', () => {
  it('the stand-alone page says what it cannot do, and erases an identifier that is typed in', async () => {
    const site = sites.foreign;
    const context = await person();
    const { id } = await agree(context, site);
    const page = await context.newPage();
    await page.goto(`${site.service}/privacy/${site.domain}`);
    expect(await page.getByRole('button', { name: 'Object to the counting' }).count()).toBe(0);
    await page.getByText('a mark that is set from here would not reach that site').waitFor();
    await page.getByLabel('Identifier').fill('no identifier');
    await page.getByRole('button', { name: 'Show my data' }).click();
    await page.getByText('This is not an identifier').waitFor();
    await page.goto(`${site.service}/privacy/${site.domain}`);
    await page.getByLabel('Identifier').fill(id);
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText('delete the cookie passant_id there').waitFor();
    expect(page.url()).not.toContain(id);
    expect(traces(site.domain, id)).toEqual([]);
    await context.close();
  });

  it('the component on the site’s own page shows, gives, erases, withdraws and objects', async () => {
    const site = sites.foreign;
    const context = await person();
    const first = await agree(context, site);
    const { page } = first;
    const component = page.locator('passant-rights');
    const ask = (name: string) => component.getByRole('button', { name }).click();
    await ask('Show my data');
    await component.getByText('One visit is stored').waitFor();
    expect(await component.getByRole('list').textContent()).toContain('www.far.test/first-page');
    const [file] = await Promise.all([page.waitForEvent('download'), ask('Download')]);
    expect(JSON.parse(readFileSync(await file.path(), 'utf8')).visits).toHaveLength(1);
    expect(await violations(page)).toEqual([]);

    await component.getByText('Erase my data…').click();
    await ask('Erase for good');
    await component.getByText('What was stored for you has been erased').waitFor();
    expect(await cookieOf(context, 'passant_id', site.pages)).toBeUndefined();
    expect(traces(site.domain, first.id)).toEqual([]);

    const second = await agree(await person(), site);
    await second.page.locator('passant-rights').getByRole('button', { name: 'Withdraw my consent' }).click();
    await second.page.locator('passant-rights').getByText('Your consent has been taken back').waitFor();
    expect(await cookieOf(second.page.context(), 'cookies_preferences', site.pages)).toContain('statistics%22%3Afalse');
    expect(traces(site.domain, second.id)).toEqual([]);

    const third = await agree(await person(), site);
    await third.page.locator('passant-rights').getByRole('button', { name: 'Object to the counting' }).click();
    await third.page.locator('passant-rights').getByText('Your visits are no longer counted').waitFor();
    expect(await cookieOf(third.page.context(), 'passant_optout', site.pages)).toBe('1');
    expect(await cookieOf(third.page.context(), 'passant_id', site.pages)).toBeUndefined();
    expect(traces(site.domain, third.id)).toEqual([]);
    for (const { page: each } of [first, second, third]) await each.context().close();
  });
});

describe.each([
  { colorScheme: 'light', width: 1440, language: 'en' },
  { colorScheme: 'dark', width: 390, language: 'fr' },
] as const)('in $colorScheme, $width px, $language', ({ colorScheme, width, language }) => {
  it('charter and rights pass axe, fit, run no script and leave no cookie, in every state', async () => {
    const context = await person({ colorScheme, viewport: { width, height: 900 }, locale: language });
    const url = `http://town.test:${service.port}`;
    const page = await context.newPage();
    for (const [path, cookies] of [
      ['/charter/town.test', {}],
      ['/charter/bare.test', {}],
      ['/charter/town.test?embed=1&theme=light', {}],
      ['/charter/nobody.test', {}],
      ['/privacy/town.test', { passant_id: OTHER }],
      ['/privacy/town.test', { passant_optout: '1' }],
      ['/privacy/bare.test', {}],
    ] as const) {
      await context.clearCookies();
      await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value: String(value), url })));
      await page.goto(url + path);
      expect([path, await page.locator('html').getAttribute('lang')]).toEqual([path, language]);
      expect([path, ...(await violations(page))]).toEqual([path]);
      expect(await isWider(page)).toBe(false);
      expect(await page.locator('script[src]').count()).toBe(0);
      expect((await context.cookies()).map(({ name }) => name)).toEqual(Object.keys(cookies));
    }
    await context.close();
  });
});
