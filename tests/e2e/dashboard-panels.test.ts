/** The panels in a real browser: what they show is what the API says, every list can be searched, ordered and paged, and all of it is in the address. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { PANELS } from '../../dashboard/panels/panels.ts';
import { isWider, violations } from '../support/axe.ts';
import { sendBeacon } from '../support/beacons.ts';
import { launchShell } from '../support/chromium.ts';
import { shiftsOf, watchShifts } from '../support/layout-shifts.ts';
import { HOSTILE, type Office, openSeededOffice, SHOP } from '../support/seeded-office.ts';
import { runCommandBeside } from '../support/service.ts';
import { waitForAnswers } from '../support/wait-for-answers.ts';

const HOME = `/app/${SHOP}?period=28d`;
const PEOPLE = ['visitors', 'visitors_low', 'visitors_high'];

/** Values of properties as somebody may send them. */
const ODD = [
  '<script>alert(1)</script>',
  '=HYPERLINK("https://evil.example")',
  'a\u202Egnp.exe',
  'x'.repeat(250),
  '\u{1F469}\u200D\u{1F4BB}',
];

interface Asked {
  dimensions: string[];
  metrics: (number | null | { value: number; currency: string })[];
}

let browser: Browser;
let office: Office;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchShell();
  office = await openSeededOffice(browser);
  const send = (more: object) =>
    sendBeacon(office.service.url, { u: `https://${SHOP}/`, d: SHOP, c: 'unset', ...more });
  await send({ n: 'pageview', u: `https://${SHOP}/?utm_source=${encodeURIComponent(HOSTILE.source)}` });
  for (const plan of ODD) await send({ n: 'Sign up', p: { plan } });
  context = await office.openContext({ viewport: { width: 1440, height: 1000 }, acceptDownloads: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
});
afterAll(async () => {
  await browser.close();
  await office.close();
});

async function open(path: string, on = page): Promise<void> {
  await on.goto(`${office.service.url}${path}`);
}

const ask = async (body: object) =>
  (await office.ask('query', { date_range: '28d', ...body })).results as unknown as Asked[];

const rowsOf = (selector: string, on = page) =>
  on.locator(selector).evaluateAll((rows) =>
    rows.map((row) => {
      const { row: name, listRow, value, low, high } = (row as HTMLElement).dataset;
      return [name ?? listRow, value, low, high].filter((each) => each !== undefined).join(' ');
    }),
  );
const said = ({ dimensions, metrics: [best, low, high] }: Asked) => `${dimensions[0]} ${best} ${low} ${high}`;

describe('a panel', () => {
  const ofSaid = (dimension: string, ...more: unknown[]) => ({
    metrics: PEOPLE,
    dimensions: [dimension],
    filters: [...more, ['is_not', dimension, ['(not set)']]],
  });
  const by = (dimension: string) => ({ metrics: PEOPLE, dimensions: [dimension] });

  it.each<[tabs: string, panels: Record<string, object>]>([
    [
      'tab=sections&tab=campaigns:visit:utm_term',
      {
        pages: by('event:section'),
        sources: ofSaid('visit:utm_term'),
        places: { ...by('visit:country'), pagination: { limit: 3 } },
        technology: by('visit:browser'),
        events: by('event:goal'),
      },
    ],
    [
      'tab=not-found&tab=devices&tab=properties:event:props:plan',
      {
        pages: ofSaid('event:props:path', ['is', 'event:name', ['404']]),
        technology: by('visit:device'),
        events: ofSaid('event:props:plan'),
      },
    ],
  ])('shows under %s what the API says', async (tabs, panels) => {
    await open(`${HOME}&${tabs}`);
    for (const [panel, body] of Object.entries(panels)) {
      const rows = `[data-panel="${panel}"] tr[data-row]`;
      await page.locator(rows).first().waitFor();
      expect(await rowsOf(rows)).toEqual((await ask(body)).map(said));
    }
  });

  it('shows revenue by currency, the hours of the week, and whom new and returning cover', async () => {
    await open(`${HOME}&tab=revenue`);
    const [revenue] = await ask({ metrics: ['total_revenue'], dimensions: ['event:goal', 'event:currency'] });
    const row = page.locator('[data-panel="events"] tr[data-currency="EUR"]');
    await row.waitFor();
    expect(await row.getAttribute('data-value')).toBe(
      String((revenue?.metrics[0] as { value: number } | undefined)?.value),
    );

    const hours = await ask({ metrics: ['visits'], dimensions: ['visit:weekday', 'visit:hour'] });
    await page.locator('[data-cell]').first().waitFor();
    const cells = await page
      .locator('[data-cell]')
      .evaluateAll((all) => all.map((cell) => [(cell as HTMLElement).dataset.cell, cell.textContent]));
    const shown = cells.filter(([, text]) => text !== '·').map(([cell, text]) => `${cell} ${text}`);
    expect(shown.toSorted()).toEqual(hours.map((each) => `${each.dimensions.join(' ')} ${each.metrics[0]}`).toSorted());

    const total = hours.reduce((sum, { metrics: [visits] }) => sum + Number(visits), 0);
    expect(await page.locator('[data-total-of="all"]').textContent()).toBe(total.toLocaleString('en-GB'));
    await page.locator('[data-tab="devices"]').click();
    const device = page.locator('tr[data-row="mobile"] [data-share-of-visits]');
    await device.waitFor();
    const devices = await ask({ metrics: ['visits'], dimensions: ['visit:device'] });
    const mobile = devices.find(({ dimensions: [name] }) => name === 'mobile')?.metrics[0];
    expect(Number(await device.getAttribute('data-share-of-visits'))).toBeCloseTo(Number(mobile) / total, 6);

    await page.locator('[data-tab="newness"]').click();
    const kinds = await ask({ metrics: ['visits'], dimensions: ['visit:new'] });
    const visitsOf = (wanted: (value: string) => boolean) =>
      kinds
        .filter(({ dimensions: [value = ''] }) => wanted(value))
        .reduce((sum, each) => sum + Number(each.metrics[0]), 0);
    const note = page.locator('[data-coverage]');
    await note.waitFor();
    const covered = visitsOf((value) => value !== '(not set)') / visitsOf(() => true);
    expect(Number(await note.getAttribute('data-coverage'))).toBeCloseTo(covered, 6);
  });

  it.each([
    [390, 1],
    [1440, 2],
    [2560, 3],
  ])(
    'stands at a width of %i px in one of %i columns, no higher than its rows ask for, and moves none while it loads',
    async (width, columns) => {
      const own = await context.newPage();
      try {
        await own.setViewportSize({ width, height: 1000 });
        await watchShifts(own);
        await open(HOME, own);
        expect(await waitForAnswers(own)).toBe(true);
        expect(await shiftsOf(own)).toBeLessThan(0.01);
        const place = (key: string) =>
          own.locator(`[data-panel="${key}"]`).evaluate((panel) => {
            const { x, y, height } = panel.getBoundingClientRect();
            return { x, height, top: Math.round(y + scrollY) };
          });
        const lefts = await Promise.all(PANELS.map(async ({ key }) => (await place(key)).x));
        expect(new Set(lefts).size).toBe(columns);
        // Two browsers beside nine pages.
        expect((await place('technology')).height).toBeLessThan((await place('pages')).height * 0.75);
        // Columns end at one line, and the page uses what the screen has.
        const ends = await own
          .locator('.panel-columns > :is([data-last], :last-child)')
          .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().bottom)));
        expect(new Set(ends).size).toBe(1);
        expect(await own.locator('main').evaluate((main) => main.clientWidth)).toBe(
          { 390: 390, 1440: 1296, 2560: 2160 }[width],
        );
        if (width < 640) return;
        // What was searched for is a shorter list; what stands below it stays where it is.
        const tops = async () =>
          (await Promise.all(['places', 'technology', 'consent'].map(place))).map(({ top }) => top);
        const before = await tops();
        await own.locator('[data-tab="searches"]').click();
        await waitForAnswers(own);
        expect(await tops()).toEqual(before);
      } finally {
        await own.close();
      }
    },
  );

  it('of today stands below a chart of today alone, and without a line of the consent rate', async () => {
    await open(`/app/${SHOP}?period=day`);
    await page.locator('.chart .legend .part-anonymous').waitFor();
    await page.locator('.rate-summary', { hasText: 'at least two finished days' }).waitFor();
    expect(await waitForAnswers(page)).toBe(true);
    expect(await page.locator('.part-before, .rate-line').count()).toBe(0);
    // A day that is over is compared.
    await open(`/app/${SHOP}?period=yesterday`);
    await page.locator('.chart .legend .part-before').waitFor();
  });

  it('shows the versions of a browser once it is asked for, and leads out again', async () => {
    await open(HOME);
    await page.locator('[data-panel="technology"] [data-row="Firefox"] .row-name').click();
    await page.locator('tr[data-dimension="visit:browser_version"]').first().waitFor();
    expect(page.url()).toContain('filter=is~visit:browser~Firefox');
    await page.locator('.panel-within a').click();
    await page.locator('tr[data-dimension="visit:browser"]').first().waitFor();
    await page.goBack();
    await page.locator('tr[data-dimension="visit:browser_version"]').first().waitFor();
  });

  it('chooses a campaign value by keyboard, and the address says so', async () => {
    await open(`${HOME}&tab=campaigns&more=pages`);
    const choice = page.locator('[data-panel="sources"] select');
    await choice.selectOption('visit:utm_medium');
    await page.locator('tr[data-dimension="visit:utm_medium"]').first().waitFor();
    expect(page.url()).toContain('tab=campaigns:visit:utm_medium');
    expect(page.url()).not.toContain('more=');
    await page.locator('[data-tab="campaigns"]').focus();
    await page.keyboard.press('ArrowLeft');
    await page.locator('tr[data-dimension="visit:referrer"]').first().waitFor();
  });

  it('draws a map whose ranges are hatched, with its words', async () => {
    await open(HOME);
    const map = page.locator('.map svg');
    await map.waitFor();
    const countries = await ask({ metrics: PEOPLE, dimensions: ['visit:country'] });
    const drawn = await page
      .locator('path[data-country]')
      .evaluateAll((paths) => paths.map(({ dataset }) => `${dataset.country} ${dataset.step === 'range'}`));
    const expected = countries.map(({ dimensions: [code], metrics: [best] }) => `${code} ${best === null}`);
    expect(drawn.toSorted()).toEqual(expected.filter((each) => !each.startsWith('(')).toSorted());
    expect(await map.getAttribute('aria-label')).toContain('United States');
  });
});

describe('the full list', () => {
  const row = '[data-list-row]';

  it('opens from the panel, shows every row and more figures, and closes by Escape and by the back button', async () => {
    await open(HOME);
    const link = page.locator('[data-panel="pages"] .panel-all');
    await link.waitFor();
    await link.focus();
    await page.keyboard.press('Enter');
    await page.locator(row).first().waitFor();
    expect(page.url()).toContain('open=list:pages');
    const body = {
      metrics: [...PEOPLE, 'pageviews', 'bounce_rate'],
      dimensions: ['event:page'],
      include: { total_rows: true },
    };
    const answer = await office.ask('query', { date_range: '28d', ...body });
    const pages = answer.results as unknown as Asked[];
    expect(await rowsOf(row)).toEqual(pages.map(said));
    expect(await page.locator('[data-total]').getAttribute('data-total')).toBe(String(answer.meta.total_rows));
    const bounces = page.locator('td[data-metric="bounce_rate"]');
    expect(await bounces.evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.value))).toEqual(
      pages.map(({ metrics }) => String(metrics[4])),
    );
    // Nobody's engagement was measured: a column without a figure is left out.
    const shown = await page
      .locator('dialog .list tbody tr')
      .first()
      .locator('td[data-metric]')
      .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.metric));
    expect(shown).toEqual(['visitors', 'visits', 'pageviews', 'bounce_rate']);
    // Escape closes what lies on top: the menu in the sheet, the help above it, and the sheet at last.
    await page.locator('dialog .menu > button').click();
    await page.locator('dialog .menu .sheet').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog .menu .sheet').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.locator('dialog[data-kind="keys"]').waitFor();
    expect(page.url()).toContain('open=list:pages');
    await page.keyboard.press('Escape');
    await page.locator('dialog[data-kind="keys"]').waitFor({ state: 'detached' });
    expect(
      await page.locator('dialog[data-kind="list"]').evaluate((node) => node.contains(document.activeElement)),
    ).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('open=');
    expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.goBack();
    await page.locator(row).first().waitFor();
    await page.goBack();
    await page.locator('dialog').waitFor({ state: 'detached' });
  });

  it('is searched by the server, and a pasted address shows the same', async () => {
    await open(`${HOME}&open=list:pages`);
    await page.locator(row).first().waitFor();
    await page.locator('.list-search').fill('DOCS');
    await page.waitForURL(/q=DOCS/);
    await page.locator('[data-total="2"]').waitFor();
    const found = (await rowsOf(row)).map((text) => text.split(' ')[0]);
    expect(found.toSorted()).toEqual(['/docs/faq', '/docs/start']);
    await open(new URL(page.url()).pathname + new URL(page.url()).search);
    await page.locator('[data-total="2"]').waitFor();
    expect(await page.locator('.list-search').inputValue()).toBe('DOCS');
    await page.locator('.list-search').fill('nowhere at all');
    await page.locator('.list-nothing').waitFor();
  });

  it('is ordered by what its heads say, both ways', async () => {
    await open(`${HOME}&open=list:pages`);
    const order = (name: string) => page.locator('.list-order', { hasText: name });
    await order('Pageviews').click();
    await page.waitForURL(/order=pageviews:desc/);
    const ordered = async (direction: 'asc' | 'desc') => {
      const pages = await ask({
        metrics: ['pageviews'],
        dimensions: ['event:page'],
        order_by: [['pageviews', direction]],
      });
      const expected = pages.map(({ metrics }) => String(metrics[0]));
      const cells = page.locator('table:not([data-stale="true"]) td[data-metric="pageviews"]');
      await cells.first().waitFor();
      expect(await cells.evaluateAll((all) => all.map((cell) => (cell as HTMLElement).dataset.value))).toEqual(
        expected,
      );
    };
    await page.locator('th[aria-sort="descending"]').waitFor();
    await ordered('desc');
    await order('Pageviews').click();
    await page.locator('th[aria-sort="ascending"]').waitFor();
    await ordered('asc');
    await page.goBack();
    await page.waitForURL(/order=pageviews:desc/);
  });

  it('compares with the period that the view compares with', async () => {
    const change = '[data-list-row="/thanks"] .row-change';
    await open(`${HOME}&open=list:pages`);
    await page.locator(change).waitFor();
    const [answer] = (
      await office.ask('query', {
        ...{
          date_range: '28d',
          metrics: PEOPLE,
          dimensions: ['event:page'],
          filters: [['is', 'event:page', ['/thanks']]],
        },
        include: { comparisons: { mode: 'previous_period' } },
      })
    ).results as unknown as [{ comparison: { change: number[] } }];
    expect(await page.locator(change).textContent()).toContain(`+${answer.comparison.change[0]}%`);
    await open(`${HOME}&compare=none&open=list:pages`);
    await page.locator(row).first().waitFor();
    expect(await page.locator('.row-change').count()).toBe(0);
  });

  it('filters by a click, and comes back with the back button', async () => {
    await open(`${HOME}&open=list:sources&q=goo`);
    await page.locator('[data-list-row="Google"] .row-name').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(page.url()).toContain('filter=is~visit:source~Google');
    await page.goBack();
    await page.locator('[data-list-row="Google"]').waitFor();
    expect(page.url()).toContain('q=goo');
  });

  it('shows hostile texts as nothing but texts', async () => {
    for (const [list, texts] of [
      ['campaigns:visit:utm_source', [HOSTILE.source]],
      ['properties:event:props:plan', ODD],
    ] as const) {
      await open(`/app/${SHOP}?period=day&open=list:${list}`);
      await page.locator(row).first().waitFor();
      const names = await page.locator(`${row} .row-name`).allTextContents();
      // Signs that turn the direction round are not even kept.
      expect(names.toSorted()).toEqual(texts.map((text) => text.replace('\u202E', '')).toSorted());
      expect(await page.locator('dialog img, dialog script, dialog form').count()).toBe(0);
      expect(await isWider(page)).toBe(false);
    }
    await open(`${HOME}&open=list:toString`);
    await page.locator('[data-panel="pages"] tr[data-row]').first().waitFor();
    expect(await page.locator('dialog').count()).toBe(0);
  });
});

describe('the explanation of a figure', () => {
  const explained = (metric: string) => page.locator(`[data-explained="${metric}"]`);
  const shown = (metric: string) => explained(metric).getAttribute('data-value');
  const earned = async () => {
    const [row] = await ask(revenue);
    return String((row?.metrics[0] as { value: number } | undefined)?.value);
  };
  const revenue = { metrics: ['total_revenue'], dimensions: ['event:goal', 'event:currency'] };

  it('is one key away from the head of a column, with what the tab itself asks', async () => {
    await open(`${HOME}&tab=not-found`);
    const head = page.locator('[data-panel="pages"] thead a');
    await head.focus();
    await page.keyboard.press('Enter');
    const asked = page.locator('[data-asked-filters="2"]');
    expect(await asked.textContent()).toContain('404');
    await page.locator('[data-hint="notFound"]', { hasText: 'error 404' }).waitFor();
    const body = JSON.parse((await page.locator('[data-copy="body"] code').textContent()) ?? '') as object;
    expect(body).toMatchObject({
      ...{ site_id: SHOP, dimensions: ['event:props:path'] },
      filters: [
        ['is', 'event:name', ['404']],
        ['is_not', 'event:props:path', ['(not set)']],
      ],
    });
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await head.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it('of an amount in a list is the amount, in its currency, and back leads to the list', async () => {
    await open(`${HOME}&open=list:revenue`);
    await page.locator('[data-list-row^="Purchase"] .row-figure a').click();
    await explained('total_revenue').waitFor();
    const amount = await earned();
    expect(await shown('total_revenue')).toBe(amount);
    expect(await explained('total_revenue').textContent()).toContain('€');
    const download = page.waitForEvent('download');
    await page.locator('[data-save="csv"]').click();
    const saved = readFileSync(await (await download).path(), 'utf8');
    expect(saved).toBe(
      `\uFEFFevent:goal,event:currency,total_revenue,total_revenue_currency\r\nPurchase,EUR,${amount},EUR\r\n`,
    );
    expect(await violations(page)).toEqual([]);
    await page.goBack();
    await page.locator('[data-list-row]').first().waitFor();
  });

  it('of a goal is that of its row', async () => {
    await open(`/app/${SHOP}/goals?period=28d`);
    await page.locator('tr[data-goal="Purchase"] [data-figure="total_revenue"] a').click();
    await explained('total_revenue').waitFor();
    expect(await shown('total_revenue')).toBe(await earned());
    // Its visitors are others than those of a page.
    await page.goBack();
    await page.locator('tr[data-goal="Purchase"] [data-figure="visitors"] a').click();
    await page.locator('[data-hint="goal"]', { hasText: 'counts whoever saw it' }).waitFor();
  });

  it('is there for readers of a shared page too, as the link is told it', async () => {
    await runCommandBeside(office.folder, ['link', 'add', SHOP, '--public']);
    const own = await browser.newContext();
    const reader = await own.newPage();
    await open(`/share/${SHOP}?period=28d&tab=sources`, reader);
    await reader.locator('[data-panel="sources"] thead a').first().click();
    await reader.locator('[data-definition]').waitFor();
    expect(await reader.locator('[data-copy="curl"] code').textContent()).toContain(`/share/${SHOP}/api/v2/query`);
    await open(`/share/${SHOP}?period=28d&open=list:sources`, reader);
    // Where few people are not told, a figure is a range.
    const row = reader.locator('[data-list-row="DuckDuckGo"]');
    const low = await row.getAttribute('data-low');
    await row.locator('.row-figure a').click();
    const figure = reader.locator('[data-explained="visitors"]');
    await figure.waitFor();
    expect([await figure.getAttribute('data-low'), Number(low) > 0]).toEqual([low, true]);
    await own.close();
  });
});

describe('what can be taken away', () => {
  const take = async (item: string): Promise<Download> => {
    await page.locator('[data-panel="sources"] .panel-actions button').first().click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: item }).click();
    return download;
  };
  const textOf = async (download: Download) => readFileSync(await download.path(), 'utf8');

  it('are the whole table, the answer of the API, a picture and a link', async () => {
    await open(`${HOME}&tab=sources`);
    await page.locator('tr[data-dimension="visit:source"]').first().waitFor();
    const csv = await take('CSV');
    expect(csv.suggestedFilename()).toMatch(/^passant-shop\.example-sources-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
    const [head, ...lines] = (await textOf(csv)).trimEnd().split('\r\n');
    expect(head).toBe(
      '\uFEFFvisit:source,visitors,visits,pageviews,bounce_rate,visit_duration,visitors_low,visitors_high',
    );
    const sources = await ask({ metrics: ['visitors', 'visits'], dimensions: ['visit:source'] });
    const cellOf = (name = '') => (name.includes('"') ? `"${name.replaceAll('"', '""')}"` : name);
    expect(lines).toEqual(
      sources.map(({ dimensions: [name], metrics }) =>
        expect.stringContaining(`${[cellOf(name), ...metrics.map((each) => each ?? '')].join()},`),
      ),
    );

    await page.keyboard.press('Escape');
    const json = JSON.parse(await textOf(await take('JSON'))) as { results: Asked[]; query: { metrics: string[] } };
    expect(json.results.map(({ dimensions }) => dimensions)).toEqual(sources.map(({ dimensions }) => dimensions));

    await page.keyboard.press('Escape');
    const picture = readFileSync(await (await take('PNG')).path());
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.length).toBeGreaterThan(10_000);

    await page.getByRole('button', { name: 'Copy the link' }).click();
    await page.getByText('The link is copied.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain('open=list:sources');
    await page.goto(link);
    await page.locator('[data-list-row]').first().waitFor();
  });
});

describe('the quality of the data', () => {
  it('is what the API says, by day and by import', async () => {
    await open(HOME);
    const kept = page.locator('[data-kept]');
    await kept.waitFor();
    const days = await page.evaluate(async (site) => {
      const first = new Date(Date.now() - 27 * 86_400_000).toISOString().slice(0, 10);
      const last = new Date().toISOString().slice(0, 10);
      const answer = await fetch(`/app/api/sites/${site}/quality?from=${first}&to=${last}`);
      return (await answer.json()) as { results: unknown[]; meta: { kept: number } };
    }, SHOP);
    expect(await kept.getAttribute('data-kept')).toBe(String(days.meta.kept));
    await page.locator('.quality-days summary').click();
    expect(await page.locator('.quality-days [data-day]').count()).toBe(days.results.length);
    await page.locator('.quality-imports summary').click();
    expect(await page.locator('[data-import="events"]').count()).toBe(1);
  });
});

describe.each([
  { colorScheme: 'light', width: 1440, language: 'en' },
  { colorScheme: 'dark', width: 390, language: 'fr' },
] as const)('in $colorScheme, $width px, $language', ({ colorScheme, width, language }) => {
  let reader: Page;
  beforeAll(async () => {
    const own = await office.openContext({ colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    await own.addCookies([{ name: 'language', value: language, domain: 'localhost', path: '/app' }]);
    reader = await own.newPage();
  });
  afterAll(() => reader.context().close());

  it.each([
    language === 'en'
      ? [`${HOME}&tab=campaigns&tab=not-found&tab=revenue`, '[data-cell]']
      : [`${HOME}&tab=newness&tab=properties&tab=hosts&filter=is~visit:browser~Firefox`, '[data-coverage]'],
    [`${HOME}&open=list:pages`, '[data-list-row]'],
  ])('%s passes axe and is no wider than the screen', async (path, sign) => {
    await open(path, reader);
    await reader.locator(sign).first().waitFor();
    await reader.locator('.skeleton').first().waitFor({ state: 'detached' });
    await reader.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true;
    });
    expect(await violations(reader)).toEqual([]);
    expect(await isWider(reader)).toBe(false);
  });
});
