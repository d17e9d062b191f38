/** Sharing a site in a real browser: the owner's sheet, what people without an account see, frames on other pages, and paper. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { isWider, violations } from '../support/axe.ts';
import { CHROME } from '../support/beacons.ts';
import { launchShell } from '../support/chromium.ts';
import { HOSTILE, type Office, openSeededOffice, SHOP } from '../support/seeded-office.ts';
import { waitForAnswers } from '../support/wait-for-answers.ts';

const PASSWORD = 'quiet words in a long row';
const VIEW = 'period=28d';

let browser: Browser;
let office: Office;
/** The owner's page, which the tests go on with. */
let owner: Page;
/** Addresses of the links that the owner makes: with a password, and for frames. */
let board = '';
let intranet = '';

beforeAll(async () => {
  browser = await launchShell();
  office = await openSeededOffice(browser);
  owner = await office.openPage(`/app/${SHOP}?${VIEW}`, { viewport: { width: 1280, height: 900 } });
  await owner.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await owner.locator('tr[data-dimension]').first().waitFor();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await office.close();
});

/** Somebody without an account. */
function openStranger(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  return browser.newContext({ userAgent: CHROME, locale: 'en-GB', ...options });
}

/** Of a link, without the period on which it opens. */
const addressOf = async (name: string) => {
  const address = await owner.locator('.share-link', { hasText: name }).locator('.share-address').innerText();
  return address.replace(`?${VIEW}`, '');
};

describe('the owner', () => {
  const sheet = () => owner.locator('dialog[data-kind="share"]');

  it('opens the sheet with the keyboard, and back, forward and Escape do what they say', async () => {
    const button = owner.getByRole('link', { name: 'Share', exact: true });
    await button.focus();
    await owner.keyboard.press('Enter');
    await sheet().getByRole('heading', { name: 'Public page' }).waitFor();
    expect(owner.url()).toContain('open=share');
    await owner.goBack();
    await sheet().waitFor({ state: 'detached' });
    await owner.goForward();
    await sheet().waitFor();
    await owner.keyboard.press('Escape');
    await sheet().waitFor({ state: 'detached' });
    expect(owner.url()).not.toContain('open=share');
  });

  it('makes the figures public after a word of warning, and copies the address', async () => {
    await owner.goto(`${office.service.url}/app/${SHOP}?${VIEW}&open=share`);
    await sheet().getByRole('button', { name: 'Make the figures public' }).click();
    // The safe answer has the focus.
    expect(await owner.evaluate(() => document.activeElement?.textContent)).toBe('Keep it');
    await sheet().getByRole('button', { name: 'Make the figures public' }).click();
    await sheet().locator('[data-public]').waitFor();
    await sheet().getByRole('button', { name: 'Copy the link' }).click();
    await sheet().getByRole('status').getByText('Copied').waitFor();
    const copied = await owner.evaluate(() => navigator.clipboard.readText());
    // It opens on the period that is on show here.
    expect(copied).toBe(`${office.service.url}/share/${SHOP}?${VIEW}`);
    await sheet().getByLabel('Open data').selectOption('CC-BY-4.0');
  });

  it('makes secret links, told at once what is missing', async () => {
    const make = async (name: string, password: string) => {
      await sheet().getByRole('button', { name: 'New secret link' }).click();
      await sheet().getByLabel('Whom it is for').fill(name);
      await sheet().getByLabel('Password (optional)').fill(password);
      await sheet().getByRole('button', { name: 'Create the link' }).click();
    };
    await make('', '');
    await sheet().getByText('Say whom the link is for.').waitFor();
    expect(await owner.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name');
    await sheet().getByLabel('Whom it is for').fill('Board');
    await sheet().getByLabel('Password (optional)').fill('short');
    await sheet().getByRole('button', { name: 'Create the link' }).click();
    await sheet().getByText('A password needs at least 12 characters.').waitFor();
    await sheet().getByLabel('Password (optional)').fill(PASSWORD);
    await sheet().getByRole('button', { name: 'Create the link' }).click();
    await sheet().locator('.share-link', { hasText: 'Board' }).waitFor();
    await make(`Intranet <b>${'x'.repeat(40)}</b>`, '');
    await sheet().locator('.share-link', { hasText: 'Intranet' }).waitFor();
    board = await addressOf('Board');
    intranet = await addressOf('Intranet');
    expect(await sheet().locator('h4 b').count()).toBe(0);
  });

  it('says whose pages may hold a link in a frame, and gets the code', async () => {
    const card = sheet().locator('.share-link', { hasText: 'Intranet' });
    await card.locator('summary').click();
    await card.getByLabel('On these sites').check();
    await card.getByRole('button', { name: 'Save' }).click();
    await card.getByText('Give at least one address such as https://www.example.org.').waitFor();
    await card.getByLabel('Addresses of the sites').fill(`http://127.0.0.1:${host().port}\nhttps://www.example.org`);
    await card.getByRole('button', { name: 'Save' }).click();
    await card.locator('code').waitFor();
    expect(await card.locator('code').innerText()).toContain(`<iframe src="${intranet}/embed?${VIEW}&amp;`);
    await sheet().locator('.share-link', { hasText: 'Board' }).locator('summary').click();
    await sheet().getByText('A link with a password cannot be shown on other pages.').waitFor();
  });

  it.each(['light', 'dark'] as const)('finds nothing in the way of anybody, %s', async (colorScheme) => {
    await owner.emulateMedia({ colorScheme });
    await sheet()
      .getByRole('button', { name: /^Revoke the link for Board/ })
      .click();
    await owner.waitForTimeout(300);
    expect(await violations(owner)).toEqual([]);
    await sheet().getByRole('button', { name: 'Keep it' }).click();
    await owner.emulateMedia({ colorScheme: 'light' });
  });
});

let server: Server;
const host = () => server.address() as AddressInfo;
let framed = '';
beforeAll(async () => {
  // A page of somebody else's, that holds a frame and writes down what it is told.
  server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>Intranet</title><iframe id="frame" src="${framed}" style="width:700px;height:300px"></iframe>
      <script>addEventListener('message', ({ data, origin }) => { window.told = [...(window.told ?? []), { data, origin }]; });</script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('somebody without an account', () => {
  it('sees at the public address what the link is told, and nothing of the back office', async () => {
    const context = await openStranger();
    const page = await context.newPage();
    await page.goto(`${office.service.url}/share/${SHOP}?${VIEW}`);
    await page.locator('tr[data-dimension]').first().waitFor();
    const answer = await page.request.post(`${office.service.url}/share/${SHOP}/api/v2/query`, {
      data: { site_id: SHOP, metrics: ['visits', 'pageviews', 'visitors'], date_range: '28d' },
    });
    const { results } = (await answer.json()) as { results: { metrics: number[] }[] };
    const shown = await Promise.all(
      ['visits', 'pageviews', 'visitors'].map((name) =>
        page.locator(`.headline [data-metric="${name}"]`).getAttribute('data-value'),
      ),
    );
    expect(shown).toEqual(results[0]?.metrics.map(String));
    expect(shown.every((figure) => Number(figure) > 0 && Number(figure) % 10 === 0)).toBe(true);
    // Beside each list stands that rows are missing in it.
    await page.locator('[data-panel="pages"] [data-left-out]', { hasText: 'fewer than 10 visitors' }).waitFor();
    expect(await page.getByRole('button', { name: 'Account' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Share', exact: true }).count()).toBe(0);
    expect(await page.locator('a[href^="/app/"]:not([href^="/app/assets/"])').count()).toBe(0);
    await page.getByRole('link', { name: 'Days (CSV)' }).waitFor();
    // What it may not tell, and what it has no page for, is not offered.
    const tabs = await page.getByRole('tab').allTextContents();
    expect(tabs).toEqual(expect.arrayContaining(['Top pages', 'Goals', 'Events']));
    for (const withheld of ['Not found', 'Properties', 'Revenue']) expect(tabs).not.toContain(withheld);
    expect(await page.getByRole('link', { name: /^(Filter|Segments|\d+ now)$/ }).count()).toBe(0);
    // Names of pages that few have seen may be somebody's own.
    const names = await page
      .locator('tr[data-row]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')));
    for (const hostile of Object.values(HOSTILE)) expect(names).not.toContain(encodeURI(hostile));
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  it('filters, changes language and colours, goes back and forward, and sends the address on', async () => {
    const context = await openStranger();
    const page = await context.newPage();
    await page.goto(`${office.service.url}/share/${SHOP}?${VIEW}&lang=en&theme=dark`);
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    const visits = () => page.locator('.headline [data-metric="visits"]').getAttribute('data-value');
    await page.locator('tr[data-row="/thanks"] .row-name').waitFor();
    const all = await visits();
    await page.locator('tr[data-row="/thanks"] .row-name').click();
    await page.locator('.chip').waitFor();
    await page.waitForFunction((before) => {
      const figure = document.querySelector<HTMLElement>('.headline [data-metric="visits"]');
      return figure?.dataset.value !== before && document.querySelector('.headline[data-stale="true"]') === null;
    }, all);
    const some = await visits();
    expect(Number(some)).toBeGreaterThan(0);
    expect(new URL(page.url()).searchParams.get('theme')).toBe('dark');
    await page.locator('.languages .menu-button').click();
    await page.locator('.languages .choices button[lang="fr"]').click();
    await page.getByText('Chiffres partagés').first().waitFor();
    expect(new URL(page.url()).searchParams.get('lang')).toBe('fr');
    const other = await context.newPage();
    await other.goto(page.url());
    await other.locator('.headline [data-metric="visits"][data-value]').waitFor();
    expect(await other.locator('.headline [data-metric="visits"]').getAttribute('data-value')).toBe(some);
    expect(await other.locator('html').getAttribute('lang')).toBe('fr');
    await page.goBack();
    await page.locator('.chip').waitFor({ state: 'detached' });
    await page.goForward();
    await page.locator('.chip').waitFor();
    // An address of the back office may ask for more than is shared.
    await page.goto(`${office.service.url}/share/${SHOP}?${VIEW}&lang=en&filter=is~event:page~/~/thanks`);
    await page.getByText('Shared figures answer three filters at most').waitFor();
    await page.getByRole('alert').getByRole('link', { name: 'Clear the filters' }).click();
    await page.locator('tr[data-row="/thanks"]').waitFor();
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  it.each([
    { colorScheme: 'light', width: 1440 },
    { colorScheme: 'dark', width: 390 },
  ] as const)('finds nothing in the way, $colorScheme at $width px', async ({ colorScheme, width }) => {
    const context = await openStranger({ colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    for (const [path, ready] of [
      [colorScheme === 'light' ? `/share/${SHOP}?${VIEW}` : `/share/${SHOP}/embed?${VIEW}`, 'tr[data-dimension]'],
      [new URL(board).pathname, 'input[type=password]'],
      ['/share/nothing', 'h1'],
    ] as const) {
      await page.goto(`${office.service.url}${path}`);
      await page.locator(ready).first().waitFor();
      await page.waitForTimeout(400);
      expect([path, await violations(page)]).toEqual([path, []]);
      expect(await isWider(page)).toBe(false);
    }
    await context.close();
  });

  it('gives a password once, and is told when the link has been taken back', async () => {
    const context = await openStranger();
    const page = await context.newPage();
    await page.goto(`${board}?${VIEW}`);
    await page.getByLabel('Password').fill('not these words');
    await page.keyboard.press('Enter');
    await page.getByText('This is not the password.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('tr[data-dimension]').first().waitFor();
    await page.reload();
    await page.locator('tr[data-dimension]').first().waitFor();
    const [cookie, ...others] = await context.cookies();
    expect([others.length, cookie?.path, cookie?.httpOnly, cookie?.sameSite]).toEqual([
      0,
      new URL(board).pathname,
      true,
      'Strict',
    ]);
    await openSheet();
    await owner.getByRole('button', { name: /^Revoke the link for Board/ }).click();
    await owner.getByRole('button', { name: 'Yes, revoke' }).click();
    await owner.locator('.share-link', { hasText: 'Board' }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { name: 'This link has been withdrawn' }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain(SHOP);
    await context.close();
  });
});

describe('a page of somebody else’s', () => {
  it('holds the figures in a frame and learns their height, where the owner allows it', async () => {
    framed = `${intranet}/embed?${VIEW}&lang=fr&theme=dark&background=transparent`;
    const context = await openStranger();
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${host().port}/`);
    const frame = page.frameLocator('#frame');
    await frame.locator('tr[data-dimension]').first().waitFor();
    expect(await frame.locator('html').getAttribute('lang')).toBe('fr');
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
      'rgba(0, 0, 0, 0)',
    );
    expect(await frame.locator('header.bar, footer.footer').count()).toBe(0);
    const inside = page.frame({ url: /embed/ });
    expect(inside !== null && (await waitForAnswers(inside))).toBe(true);
    const height = await frame.locator('#app').evaluate((content) => Math.ceil(content.getBoundingClientRect().height));
    expect(height).toBeGreaterThan(600);
    await page.waitForFunction((wanted) => (window as unknown as Told).told?.at(-1)?.data.height === wanted, height);
    const last = await page.evaluate(() => (window as unknown as Told).told?.at(-1));
    expect(last).toEqual({ data: { type: 'passant:height', height }, origin: office.service.url });
    await context.close();
  });

  it('shows nothing of a link that is not for it', async () => {
    const context = await openStranger();
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    framed = `${office.service.url}/share/${SHOP}/embed`; // which nobody has allowed
    await page.goto(`http://127.0.0.1:${host().port}/`);
    await page.waitForTimeout(700);
    expect(await page.frameLocator('#frame').locator('#app').count()).toBe(0);
    expect(refused.join('\n')).toContain('frame-ancestors');
    await context.close();
  });

  interface Told {
    told?: { data: { type: string; height: number }; origin: string }[];
  }
});

describe('on paper', () => {
  it('stands a report without controls, in light colours, that says where it is from and how it was counted', async () => {
    const page = await office.openPage(`/app/${SHOP}?${VIEW}`, { colorScheme: 'dark' });
    await page.locator('tr[data-dimension]').first().waitFor();
    await page.waitForTimeout(500);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.setViewportSize({ width: 700, height: 1000 });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    for (const control of ['.bar', '.footer', '.quiet-link', '.tabs button[aria-selected="false"]'])
      expect([control, await page.locator(control).first().isVisible()]).toEqual([control, false]);
    const foot = await page.locator('.print-foot').innerText();
    expect(foot).toContain(`${office.service.url}/app/${SHOP}?${VIEW}`);
    expect(foot).toContain('95% interval');
    const canvas = await page.locator('.chart canvas').boundingBox();
    expect(canvas?.width ?? 0).toBeGreaterThan(500);
    expect(canvas?.width ?? 0).toBeLessThanOrEqual(700);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    // Two or three pages, and no empty ones after them.
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(3);
    await page.context().close();
  });
});

async function openSheet(): Promise<void> {
  await owner.goto(`${office.service.url}/app/${SHOP}?${VIEW}&open=share`);
  await owner.locator('.share-link').first().waitFor();
}
