/** Live, goals, funnels, retention and journeys in a real browser: every control, and figures as the API tells them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findBarriers, isWider, violations } from '../support/axe.ts';
import { CHROME, sendBeacon } from '../support/beacons.ts';
import { launchShell } from '../support/chromium.ts';
import { shiftsOf, watchShifts } from '../support/layout-shifts.ts';
import { HOSTILE, type Office, openSeededOffice, SHOP } from '../support/seeded-office.ts';

/** A fault should not take long to be seen. */
const PATIENCE_MS = 8000;
const RANGE = 'period=28d';
let browser: Browser;
let office: Office;
let page: Page;
/** The page that is a script, as it was counted. */
let scripted: string;

beforeAll(async () => {
  browser = await launchShell();
  office = await openSeededOffice(browser);
  page = await office.openPage(`/app/${SHOP}/goals?${RANGE}`);
  page.setDefaultTimeout(PATIENCE_MS);
  const { results } = await ask('query', {
    ...{ metrics: ['pageviews'], dimensions: ['event:page'], filters: [['contains', 'event:page', ['alert']]] },
  });
  scripted = (results as { dimensions: string[] }[])[0]?.dimensions[0] ?? '';
});
afterAll(async () => {
  await browser.close();
  await office.close();
});

const open = (path: string) => page.goto(`${office.service.url}/app/${SHOP}/${path}`);
const here = () => new URL(page.url());
const ask = (name: string, body: object) => office.ask(name, { date_range: '28d', ...body });
const count = (text: string | null) => Number(String(text).replaceAll(/[^\d]/g, ''));

describe('the pages of a site', () => {
  it('are links that keep period and filters; back returns', async () => {
    await open(`?${RANGE}&filter=is~visit:source~Google&tab=cities`);
    await page.getByRole('navigation', { name: 'Pages of this site' }).getByRole('link', { name: 'Funnels' }).click();
    await page.getByRole('heading', { level: 1, name: 'Funnels' }).waitFor();
    expect([here().pathname, here().searchParams.get('filter'), here().searchParams.get('tab')]).toEqual([
      `/app/${SHOP}/funnels`,
      'is~visit:source~Google',
      null,
    ]);
    expect(await page.locator('.site-nav [aria-current="page"]').textContent()).toBe('Funnels');
    expect(await page.title()).toBe(`Funnels · ${SHOP} · Passant`);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: SHOP }).waitFor();
  });
});

describe('goals', () => {
  const metrics = ['visitors', 'conversion_rate', 'events', 'total_revenue'];

  it('have the figures of the API, and filter', async () => {
    await open(`goals?${RANGE}`);
    await page.locator('tr[data-goal]').first().waitFor();
    const { results } = await ask('query', { metrics, dimensions: ['event:goal'] });
    for (const { dimensions, metrics: figures } of results as { dimensions: string[]; metrics: unknown[] }[]) {
      const row = page.locator(`tr[data-goal="${dimensions[0]}"]`);
      const shown = await row.evaluate(({ dataset: { visitors, rate, times, revenue } }) => [
        visitors,
        rate,
        times,
        revenue,
      ]);
      const money = figures[3] as { value: number } | null;
      expect(shown).toEqual([...figures.slice(0, 3), money?.value ?? null].map(String));
    }
    await page.getByRole('link', { name: 'Purchase' }).click();
    await page.locator('.chip').waitFor();
    expect(here().searchParams.get('filter')).toBe('is~event:goal~Purchase');
    await page.goBack();
    await page.locator('.chip').waitFor({ state: 'detached' });
  });

  it('are added in a sheet that back closes, and removed after a question', async () => {
    await page.getByRole('link', { name: 'Add a goal' }).click();
    await page.getByRole('dialog').waitFor();
    await page.goBack();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goForward();
    const sheet = page.getByRole('dialog', { name: 'Add a goal' });
    await sheet.waitFor();
    await sheet.getByRole('button', { name: 'Add the goal' }).click();
    await sheet.locator('.mistake', { hasText: 'name of a custom event' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await sheet.getByLabel('A page read so far').check();
    await sheet.getByRole('combobox', { name: 'Page', exact: true }).fill('/docs/**');
    await sheet.getByLabel('Percent of the page').fill('200');
    await sheet.getByLabel('Name of the goal (optional)').fill('<b>Read</b> \u{1F469}');
    await sheet.getByRole('button', { name: 'Add the goal' }).click();
    await sheet.locator('.mistake', { hasText: /^Give whole percents from 1 to 100\.$/ }).waitFor();
    await sheet.getByLabel('Percent of the page').fill('50');
    await sheet.getByRole('button', { name: 'Add the goal' }).click();
    await sheet.waitFor({ state: 'detached' });
    const row = page.locator('tr', { hasText: '<b>Read</b>' });
    expect(await row.textContent()).toContain('50% of page /docs/**');
    await row.getByRole('button', { name: /^Remove the goal/ }).click();
    await row.getByRole('button', { name: 'Keep' }).click();
    await row.getByRole('button', { name: /^Remove the goal/ }).click();
    await row.getByRole('button', { name: 'Remove', exact: true }).click();
    await row.waitFor({ state: 'detached' });
    expect(await page.locator('tr[data-goal]').count()).toBe(3);
  });
});

describe('funnels', () => {
  const reached = () =>
    page.locator('[data-reached]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.reached));

  it('are built by keyboard with suggestions, and have the figures of the API', async () => {
    await open(`funnels?${RANGE}`);
    await page.getByText('Give every step').waitFor();
    const [first, second] = [
      page.getByRole('combobox', { name: 'Page', exact: true }).nth(0),
      page.getByRole('combobox', { name: 'Page', exact: true }).nth(1),
    ];
    await first.focus();
    await page.keyboard.type('/produ');
    await page.getByRole('option', { name: '/products/boots' }).waitFor();
    await page.keyboard.press('ArrowDown');
    const proposed = await page.locator('[role=listbox] [aria-selected="true"]').textContent();
    await page.keyboard.press('Enter');
    expect([await first.inputValue(), here().searchParams.get('step')]).toEqual([proposed, `page~is~${proposed}`]);
    await page.getByLabel('How the page is compared').first().selectOption('starts');
    await page.waitForURL(/page~starts/);
    await second.focus();
    await page.keyboard.type('/basket');
    await page.keyboard.press('Tab');
    await page.locator('[data-reached]').nth(1).waitFor();
    const steps = [
      { filter: ['matches', 'event:page', [`^${proposed}`]] },
      { filter: ['is', 'event:page', ['/basket']] },
    ];
    // What is not saved stays while the site is shared, or anything else lies on top.
    await page.getByRole('link', { name: 'Share', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await second.inputValue()).toBe('/basket');
    const { results, meta } = await ask('funnel', { steps });
    await page.waitForFunction(
      (wanted) => document.querySelector('[data-reached]')?.getAttribute('data-reached') === wanted,
      String((results as { visits: number }[])[0]?.visits),
    );
    expect(await reached()).toEqual((results as { visits: number }[]).map(({ visits }) => String(visits)));
    const { visits } = meta.coverage as { visits: number };
    expect(await page.locator('[data-coverage-visits]').getAttribute('data-coverage-visits')).toBe(String(visits));
    await page.getByRole('button', { name: 'Show as table' }).click();
    expect(await page.locator('tr[data-reached]').count()).toBe(2);
    await page.getByRole('button', { name: 'Show as chart' }).click();
  });

  it('change their steps’ places by buttons that keep the focus, and back undoes it', async () => {
    await page.getByRole('button', { name: 'Move Step 1 down' }).press('Enter');
    expect(here().searchParams.getAll('step')[0]).toBe('page~is~/basket');
    await page.locator(':focus[aria-label="Move Step 2 up"]').waitFor();
    await page.getByRole('button', { name: 'Add a step' }).click();
    expect(await page.locator('.builder-step').count()).toBe(3);
    await page.getByRole('button', { name: 'Remove Step 3' }).click();
    await page.goBack();
    await page.goBack();
    await page.goBack();
    expect(here().searchParams.getAll('step')[1]).toBe('page~is~/basket');
    await page.locator('[data-reached]').nth(1).waitFor();
    expect(await page.getByRole('combobox', { name: 'Page', exact: true }).nth(1).inputValue()).toBe('/basket');
  });

  it('are of visitors with consent within days, and say so', async () => {
    await page.getByRole('link', { name: '7 days' }).click();
    await page.getByText('Visitors with consent only.').waitFor();
    expect(here().searchParams.get('within')).toBe('7');
  });

  it('are kept under a name, asked again by it, and removed', async () => {
    await page.getByLabel('Name of this funnel').fill('"><img src=x>');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
    await page.getByLabel('Name of this funnel').fill('"><img src=x>');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('has a funnel of this name').waitFor();
    const address = here().search;
    await open(`funnels?${RANGE}`);
    await page.getByRole('link', { name: '"><img src=x>' }).click();
    expect(here().search).toBe(address);
    await page.getByRole('button', { name: /^Remove the funnel/ }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('None yet.').waitFor();
  });

  it('say a mistake of the server beside its step', async () => {
    await open(`funnels?${RANGE}&step=page~is~/&step=page~starts~/${'x'.repeat(600)}`);
    await page.locator('.builder-step').nth(1).locator('.mistake').waitFor();
    expect(await page.locator('.builder-step').nth(0).locator('.mistake').count()).toBe(0);
  });
});

describe('retention', () => {
  it('has the figures of the API in a table, with what is not over marked', async () => {
    await open(`retention?${RANGE}`);
    await page.locator('tr[data-cohort]').first().waitFor();
    const { results } = await ask('retention', { unit: 'week', periods: 8 });
    for (const { cohort, periods } of results as {
      cohort: string;
      periods: { visitors: number; incomplete: boolean }[];
    }[]) {
      const cells = await page
        .locator(`tr[data-cohort="${cohort}"] [data-period]`)
        .evaluateAll((all) =>
          all.map((cell) => [(cell as HTMLElement).dataset.visitors, (cell as HTMLElement).dataset.incomplete]),
        );
      expect(cells).toEqual(periods.map(({ visitors, incomplete }) => [String(visitors), String(incomplete)]));
    }
    await page.getByText('A lower bound').waitFor();
    await page.getByRole('navigation', { name: 'By' }).getByRole('link', { name: 'Month' }).click();
    await page.getByText('First visit in', { exact: true }).waitFor();
    expect(here().searchParams.get('unit')).toBe('month');
    await page.goBack();
    await page.getByText('First visit in the week of').waitFor();
  });
});

describe('journeys', () => {
  const nodes = (column: number) => page.locator(`.flow [data-column="${column}"]`);

  it('have the figures of the API, walk on at a page, look back, and come back', async () => {
    await open(`journeys?${RANGE}`);
    await nodes(1).first().waitFor();
    const { results, meta } = await ask('journeys', { depth: 1, limit: 1000 });
    const rows = results as { pages: string[]; count: number }[];
    const top = await nodes(0)
      .first()
      .evaluate(({ dataset }) => [dataset.page, dataset.count]);
    const sum = rows.filter(({ pages }) => pages[0] === top[0]).reduce((all, row) => all + row.count, 0);
    expect(top[1]).toBe(String(sum));
    const shown = await nodes(0).evaluateAll((all) => all.map((node) => Number((node as HTMLElement).dataset.count)));
    expect(shown.reduce((all, one) => all + one, 0)).toBe(meta.total);
    await nodes(1).getByRole('link').first().press('Enter');
    await page.waitForURL(/start=/);
    const start = here().searchParams.get('start');
    await page.waitForFunction(
      (name) => document.querySelector('.flow [data-column="0"]')?.getAttribute('data-page') === name,
      start,
    );
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('navigation', { name: 'Steps shown' }).getByRole('link', { name: '3' }).click();
    await page.getByRole('heading', { name: 'Pages that came before' }).waitFor();
    const before = await ask('journeys', { page: start, direction: 'previous', depth: 3, limit: 1000 });
    await page.waitForFunction(
      (total) => document.querySelector('.flow [data-column="0"]')?.getAttribute('data-count') === total,
      String(before.meta.total),
    );
    await page.getByRole('button', { name: 'Show as table' }).click();
    const first = (before.results as { pages: string[]; count: number }[])[0];
    expect(await page.locator('tr[data-journey]').first().getAttribute('data-count')).toBe(String(first?.count));
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await page.getByRole('heading', { name: 'From the entry pages on' }).waitFor();
  });

  it('are a nested list on a phone, with hostile pages as text', async () => {
    const phone = await office.openPage(
      `/app/${SHOP}/journeys?${RANGE}&start=${encodeURIComponent(scripted)}&depth=3`,
      {
        viewport: { width: 390, height: 844 },
        colorScheme: 'dark',
      },
    );
    await phone.locator('.journey-tree [data-branch]').first().waitFor();
    expect(await phone.locator('.journey-start').textContent()).toBe(scripted);
    expect(await phone.locator('.flow').isVisible()).toBe(false);
    expect(await isWider(phone)).toBe(false);
    expect(await violations(phone)).toEqual([]);
    await phone.context().close();
  });
});

describe('live', () => {
  const send = (path: string) =>
    sendBeacon(office.service.url, { n: 'pageview', u: `https://${SHOP}${path}`, d: SHOP, r: null });

  it('hears what comes, as the API tells it, without reading it out', async () => {
    await send('/');
    await open('live');
    await page.locator('[data-connection="streamed"]').waitFor();
    await send(encodeURI(HOSTILE.script));
    await page.locator(`[data-current="pages"] [data-row="${scripted}"]`).waitFor();
    const current = await page.evaluate(async (site) => {
      const answer = await fetch(`/app/api/v2/realtime?site_id=${site}`);
      return (await answer.json()).results;
    }, SHOP);
    const last5 = page.locator('[data-span="last5"]');
    expect(await last5.getAttribute('data-visitors')).toBe(String(current.last_5_minutes.visitors));
    expect(await last5.getAttribute('data-pageviews')).toBe(String(current.last_5_minutes.pageviews));
    expect(count(await last5.locator('.live-count').textContent())).toBe(current.last_5_minutes.visitors);
    expect(await page.locator('[data-minute]').count()).toBe(30);
    expect(await page.locator('main [aria-live="off"] .minutes').count()).toBe(1);
    await page.getByRole('button', { name: 'Read the figures aloud' }).click();
    expect(await page.locator('.say-now [role="status"]').textContent()).toMatch(/^Visitors in the last 5 minutes: \d/);
    expect(await page.getByText('Period and filters do not apply here').count()).toBe(1);
  });

  it('asks where no stream gets through', async () => {
    const context = await office.openContext();
    await context.route('**/realtime/stream*', (route) => route.fulfill({ status: 503, body: '{}' }));
    const other = await context.newPage();
    await other.goto(`${office.service.url}/app/${SHOP}/live`);
    await other.locator('[data-connection="asked"]').waitFor();
    expect(Number(await other.locator('[data-span="last5"]').getAttribute('data-visitors'))).toBeGreaterThan(0);
    await context.close();
  });

  it('rests while nobody looks', async () => {
    const see = (state: 'hidden' | 'visible') =>
      page.evaluate((word) => {
        Object.defineProperty(document, 'visibilityState', { value: word, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await see('hidden');
    await page.locator('[data-connection="paused"]').waitFor();
    await see('visible');
    await page.locator('[data-connection="streamed"]').waitFor();
  });

  it('is a word beside the figures of today, and leads there', async () => {
    await open('?period=day');
    await page.locator('[data-now]').click();
    await page.getByRole('heading', { level: 1, name: 'Live' }).waitFor();
    await open('?period=custom&from=2026-01-01&to=2026-01-02');
    await page.getByText('No visits in this period').waitFor();
    expect(await page.locator('[data-now]').count()).toBe(0);
  });
});

describe('how it is counted', () => {
  it('is said of every exploration, with the call that the page itself makes; back closes it', async () => {
    for (const [path, name] of [
      [`funnels?${RANGE}&step=page~is~/basket&step=goal~is~Purchase`, 'funnel'],
      [`retention?${RANGE}&unit=week`, 'retention'],
      [`journeys?${RANGE}&start=/basket`, 'journeys'],
    ] as const) {
      const asked = page.waitForRequest((request) => request.url().endsWith(`/api/v2/${name}`));
      await open(path);
      const body = (await asked).postDataJSON() as object;
      await page.getByRole('link', { name: 'How was this counted?' }).click();
      const sheet = page.getByRole('dialog', { name: 'How was this counted?' });
      await sheet
        .getByText(/^Visit.* with/)
        .first()
        .waitFor();
      expect(JSON.parse((await sheet.locator('[data-copy="body"] code').textContent()) ?? '')).toEqual(body);
      expect(await sheet.locator('[data-copy="curl"] code').textContent()).toContain(`/api/v2/${name}'`);
      expect(await violations(page, ['dialog'])).toEqual([]);
      await page.goBack();
      await sheet.waitFor({ state: 'detached' });
    }
    await open('live?open=counted');
    await page.getByRole('dialog').locator('[data-copy="curl"] code').waitFor();
    expect(await page.locator('[data-copy="curl"] code').textContent()).toContain(`realtime?site_id=${SHOP}'`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('for everyone', () => {
  it('every page passes axe and is no wider than the screen, on a light desk and a dark phone', async () => {
    const context = await office.openContext({ userAgent: CHROME });
    await context.addCookies([{ name: 'language', value: 'fr', domain: 'localhost', path: '/app' }]);
    const tab = await context.newPage();
    const funnel = `step=page~contains~${encodeURIComponent(HOSTILE.long.slice(0, 400))}&step=goal~is~Purchase`;
    const ready: Record<string, string> = {
      [`live?${RANGE}`]: '[data-span]',
      [`live?${RANGE}&table=1`]: 'tr[data-minute]',
      [`goals?${RANGE}`]: 'tr[data-goal]',
      [`funnels?${RANGE}&${funnel}`]: '[data-reached]',
      [`funnels?${RANGE}&table=1&within=7&${funnel}`]: 'tr[data-reached]',
      [`retention?${RANGE}`]: 'tr[data-cohort]',
      [`journeys?${RANGE}&depth=3`]: '[data-branch]',
      [`journeys?${RANGE}&depth=3&table=1`]: 'tr[data-journey]',
    };
    for (const [path, selector] of Object.entries(ready)) {
      await tab.goto(`${office.service.url}/app/${SHOP}/${path}`);
      await tab.locator(selector).first().waitFor({ state: 'attached' });
      // Around a table stands the page that has been looked at with the picture.
      const parts = path.includes('table=1') ? ['main'] : [];
      expect([path, await findBarriers(tab, parts, 1440)]).toEqual([path, []]);
    }
    await context.close();
  });

  it('nothing moves while a page loads on a phone', async () => {
    const context = await office.openContext({ viewport: { width: 390, height: 844 } });
    const ready = {
      live: '[data-span]',
      funnels: '[data-reached]',
      retention: 'tr[data-cohort]',
      journeys: '[data-branch]',
    };
    for (const [name, selector] of Object.entries(ready)) {
      const tab = await context.newPage();
      await watchShifts(tab);
      await tab.goto(`${office.service.url}/app/${SHOP}/${name}?${RANGE}&step=page~is~%2Fbasket&step=goal~is~Purchase`);
      await tab.locator(selector).first().waitFor();
      expect([name, (await shiftsOf(tab)) < 0.02]).toEqual([name, true]);
      await tab.close();
    }
    await context.close();
  });
});
