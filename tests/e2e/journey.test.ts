/** A visitor's way through the demo site and the owner's look at it, in a real browser, against the service as it ships. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ConsentRow } from '../../src/stats/consent/answer-consent.ts';
import { launchChromium, openVisitor } from '../support/chromium.ts';
import { consentReports } from '../support/consent-reports.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';
import { twoMonths } from '../support/two-months.ts';

let browser: Browser;
let folder: string;
let service: Service;
let visitor: BrowserContext;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  browser = await launchChromium(['--enable-features=BackForwardCache'], ['--disable-back-forward-cache']);
});
afterAll(() => browser.close());
beforeEach(async () => {
  folder = createFolder();
  service = await startService(folder, { PASSANT_RATE_LIMIT: '0' });
  visitor = await openVisitor(browser);
  page = await openPage(visitor);
  faults.length = 0;
});
afterEach(async () => {
  await visitor.close();
  await service.stop();
  removeFolder(folder);
  expect(faults).toEqual([]);
});

async function openPage(context: BrowserContext): Promise<Page> {
  const opened = await context.newPage();
  opened.on('pageerror', (error) => faults.push(error.message));
  return opened;
}

/** Waits until a pageview of the page that `act` leads to has been answered. */
async function seen(act: () => Promise<unknown>): Promise<void> {
  const counted = page.waitForResponse((answer) => {
    const isBeacon = answer.url().endsWith('/count/e') && answer.request().method() === 'POST';
    return isBeacon && (answer.request().postData() ?? '').includes('"n":"pageview"');
  });
  await act();
  expect((await counted).status()).toBe(202);
}

const open = (path: string) => seen(() => page.goto(`${service.demoUrl}${path}`));
const accept = () => page.getByRole('button', { name: 'Accept', exact: true }).click();
const refuse = () => page.getByRole('button', { name: 'Refuse', exact: true }).click();

/** What the visitor's device holds of ours. */
async function device() {
  const cookies = (await visitor.cookies()).map(({ name }) => name).sort();
  const stored = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  return { cookies, ...stored };
}
const EMPTY = { local: [], session: [], caches: [], databases: [], workers: 0 };

async function figures(...metrics: string[]): Promise<(number | null)[]> {
  const args = ['query', '--site', 'demo', '--range', 'day', '--metrics', metrics.join(','), '--json'];
  const { stdout } = await runCommandBeside(folder, args);
  return (JSON.parse(stdout) as { results: { metrics: (number | null)[] }[] }).results[0]?.metrics ?? [];
}

describe('on the device', () => {
  it('there is nothing before an answer, and no Set-Cookie on the way', async () => {
    const cookieHeaders: string[] = [];
    page.on('response', async (answer) => {
      if ((await answer.allHeaders())['set-cookie'] !== undefined) cookieHeaders.push(answer.url());
    });
    await open('en/');
    await open('en/datasets/');
    expect(await device()).toEqual({ cookies: [], ...EMPTY });
    expect(cookieHeaders).toEqual([]);
  });

  it('after a refusal there is the remembered choice and nothing else', async () => {
    await open('en/');
    await refuse();
    await open('en/datasets/');
    expect(await device()).toEqual({ cookies: ['cookies_preferences'], ...EMPTY });
    expect(await figures('visitors', 'visitors_measured', 'visits', 'pageviews')).toEqual([1, 0, 1, 2]);
  });

  it('after a yes there is exactly one identifier, which withdrawing removes; the next page is anonymous', async () => {
    await open('en/');
    await accept();
    expect(await device()).toEqual({ cookies: ['cookies_preferences', 'passant_id'], ...EMPTY });
    const [identifier] = (await visitor.cookies()).filter(({ name }) => name === 'passant_id');
    expect(identifier?.value).toMatch(/^[A-Za-z0-9_-]{21}$/);
    await open('en/measure/');
    expect((await visitor.cookies()).find(({ name }) => name === 'passant_id')?.value).toBe(identifier?.value);

    await page.locator('main [data-passant-withdraw]').first().click();
    expect(await device()).toEqual({ cookies: ['cookies_preferences'], ...EMPTY });
    const beacon = page.waitForRequest((request) => (request.postData() ?? '').includes('"n":"pageview"'));
    await open('en/');
    const sent = JSON.parse((await beacon).postData() ?? '{}') as { c: string; id?: string };
    expect([sent.c, sent.id]).toEqual(['denied', undefined]);
  });
});

describe('the count', () => {
  it('of five pages with the yes on the third is 1 visitor, 1 visit, 5 pageviews', async () => {
    const pages = ['en/', 'en/datasets/', 'en/news/', 'en/contact/', 'en/measure/'];
    for (const [index, path] of pages.entries()) {
      await open(path);
      if (index === 2) await accept();
    }
    expect(await figures('visitors', 'visitors_measured', 'visits', 'pageviews')).toEqual([1, 1, 1, 5]);
  });

  it('of a route inside the single-page part, and of a page that comes back from the cache, is one each', async () => {
    await page.addInitScript(() => {
      addEventListener('pageshow', (event) => {
        if (event.persisted) document.documentElement.dataset.restored = 'yes';
      });
    });
    await open('en/explorer/');
    await seen(() => page.locator('a[data-view="year"]').first().click());
    expect(page.url()).toMatch(/explorer\/year\/$/);
    expect(await figures('visits', 'pageviews')).toEqual([1, 2]);
    await open('en/contact/');
    await seen(() => page.evaluate(() => history.back()));
    expect(await page.evaluate(() => document.documentElement.dataset.restored)).toBe('yes');
    expect(await figures('visitors', 'visits', 'pageviews')).toEqual([1, 1, 4]);
  });
});

/** The owner's browser after the set-up. */
async function openDashboard() {
  const owner = await openVisitor(browser);
  const board = await openPage(owner);
  await board.goto(service.setupUrl ?? '');
  await board.locator('input[type=email]').fill('ada@example.org');
  await board.locator('input[type=password]').first().fill('quiet words in a long row');
  await board.locator('button[type=submit]').click();
  await board.waitForURL(/\/app\/(demo|month)/);
  return { owner, board };
}

describe('the dashboard', () => {
  it('opens by the set-up link and shows in its DOM what the API answers', async () => {
    await open('en/');
    await accept();
    await open('en/datasets/');
    const second = await openVisitor(browser, 'fr-FR');
    const other = await openPage(second);
    const counted = other.waitForResponse((answer) => answer.url().endsWith('/count/e'));
    await other.goto(`${service.demoUrl}fr/`);
    await counted;

    const { owner, board } = await openDashboard();
    await board.goto(`${service.url}/app/demo?period=day`);
    await board.locator('output[data-metric="pageviews"][data-value]').waitFor();

    const metrics = ['visitors', 'visits', 'pageviews', 'views_per_visit', 'bounce_rate', 'visit_duration'];
    for (const metric of metrics) await board.locator(`output[data-metric="${metric}"][data-value]`).first().waitFor();
    const shown = await Promise.all(
      metrics.map((metric) => board.locator(`output[data-metric="${metric}"]`).first().getAttribute('data-value')),
    );
    expect(shown).toEqual((await figures(...metrics)).map(String));

    const rows = board.locator('tr[data-dimension="event:page"]');
    await rows.first().waitFor();
    const pages = await rows.evaluateAll((all) =>
      all.map((row) => [row.getAttribute('data-row'), row.getAttribute('data-value')]),
    );
    const args = [
      'query',
      '--site',
      'demo',
      '--range',
      'day',
      '--metrics',
      'visitors',
      '--dimensions',
      'event:page',
      '--json',
    ];
    const { results } = JSON.parse((await runCommandBeside(folder, args)).stdout) as {
      results: { dimensions: string[]; metrics: number[] }[];
    };
    expect(new Map(pages as [string, string][])).toEqual(
      new Map(results.map((row) => [row.dimensions[0], String(row.metrics[0])])),
    );

    await rows
      .filter({ hasText: '/demo/fr/' })
      .getByRole('link')
      .or(rows.filter({ hasText: '/demo/fr/' }).getByRole('button'))
      .first()
      .click();
    await board.waitForURL(/filter/);
    await expect(
      board.locator('output[data-metric="pageviews"]').first().getAttribute('data-value'),
    ).resolves.toBeDefined();
    await board.waitForFunction(
      () => document.querySelector('output[data-metric="pageviews"]')?.getAttribute('data-value') === '1',
    );
    await second.close();
    await owner.close();
  });

  it('runs nothing of what visitors sent', async () => {
    const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    const send = (message: object) =>
      fetch(`${service.url}/api/event`, {
        method: 'POST',
        body: JSON.stringify({ d: 'demo', c: 'unset', ...message }),
        headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0' },
      });
    const query = new URLSearchParams({ utm_source: hostile, utm_campaign: hostile }).toString();
    await send({ n: 'pageview', u: `http://127.0.0.1/demo/${hostile}?${query}`, r: `https://evil.example/${hostile}` });
    await send({ n: hostile, u: 'http://127.0.0.1/demo/javascript:window.hacked=1', p: { [hostile]: hostile } });
    const { owner, board } = await openDashboard();
    await board.goto(`${service.url}/app/demo?period=day&filter=${encodeURIComponent(`is~visit:source~${hostile}`)}`);
    await board.locator('output[data-metric="pageviews"][data-value]').waitFor();
    for (const tab of await board.getByRole('tab').all()) await tab.click();
    await board.goto(`${service.url}/app/demo?period=day`);
    await board.locator('tr[data-dimension="event:page"]').first().waitFor();
    for (const tab of await board.getByRole('tab').all()) await tab.click();
    expect(await board.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
    expect(await board.locator('img[src="x"], script:not([src])').count()).toBe(0);
    await owner.close();
  });
});

describe('a month with and without consent', () => {
  interface Asked {
    dimensions: string[];
    metrics: string[];
    rows: { dimensions: string[]; metrics: (number | null)[]; comparison?: { change: (number | null)[] } }[];
    method: { kind: string; case: string; bounds: number[]; inputs: Record<string, number | null> };
  }

  /** Notes every question about a site and its answer on the way, since a browser does not keep bodies for long. */
  async function noteQuestions(board: Page, site: string, range: [string, string]): Promise<Asked[]> {
    const asked: Asked[] = [];
    await board.route('**/query', async (route) => {
      const answer = await route.fetch();
      const { site_id, date_range, dimensions, metrics } = JSON.parse(route.request().postData() ?? '{}') as Asked & {
        site_id: string;
        date_range: unknown;
      };
      const { results, meta } = (await answer.json()) as { results: Asked['rows']; meta: { visitors_method: never } };
      // The page that was open before may still be asking, about its own site and its own period.
      if (site_id === site && String(date_range) === String(range))
        asked.push({ dimensions, metrics, rows: results, method: meta.visitors_method });
      await route.fulfill({ response: answer }).catch(() => undefined); // the page may have given the question up
    });
    return asked;
  }

  it('is shown as the estimate that the API answers, with its interval, reasons, rows and consent', async () => {
    const { events, from, to } = twoMonths(Date.now());
    const options = ['--jurisdiction', 'FR', '--profile', 'consented', '--anonymous', 'two-day'];
    await runCommandBeside(folder, ['site', 'add', 'month.example', ...options]);
    await runCommandBeside(folder, ['import', 'events', '-', '--site', 'month.example'], events);
    const reports = consentReports('month.example', Date.now());
    await runCommandBeside(folder, ['import', 'events', '-', '--site', 'month.example'], reports);
    const { owner, board } = await openDashboard();
    const answers = await noteQuestions(board, 'month.example', [from, to]);
    await board.goto(`${service.url}/app/month.example?period=custom&from=${from}&to=${to}&table=1`);
    await board.locator('[data-finding]').first().waitFor();
    await board.locator('tr[data-dimension="visit:country"]').first().waitFor();
    await board.locator('tr[data-bucket]').first().waitFor();
    const answerOf = (...dimensions: string[]): Asked => {
      const found = answers.find((each) => String(each.dimensions) === String(dimensions));
      if (found === undefined) throw new Error(`nothing was asked by ${dimensions}`);
      return found;
    };
    const attributes = (selector: string, ...names: string[]) =>
      board
        .locator(selector)
        .evaluateAll((all, wanted) => all.map((each) => wanted.map((name) => each.getAttribute(name))), names);
    const text = (value: unknown) => String(value);

    // The headline: the number, its interval, what is measured.
    const { metrics, rows, method } = answerOf();
    const total = (metric: string) => rows[0]?.metrics[metrics.indexOf(metric)];
    const people = ['visitors', 'visitors_low', 'visitors_high', 'visitors_measured'];
    expect(method).toMatchObject({ kind: 'estimate', case: 'overlap' });
    expect(
      await attributes(
        'output[data-metric="visitors"]',
        'data-kind',
        'data-value',
        'data-low',
        'data-high',
        'data-measured',
      ),
    ).toEqual([['estimate', ...people.map((metric) => text(total(metric)))]]);
    const range = [
      'query',
      '--site',
      'month.example',
      '--range',
      `${from},${to}`,
      '--metrics',
      people.join(','),
      '--json',
    ];
    const { results } = JSON.parse((await runCommandBeside(folder, range)).stdout) as { results: Asked['rows'] };
    expect(results[0]?.metrics).toEqual(people.map(total));
    expect(await attributes('.visitors-change', 'data-verdict', 'data-change')).toEqual([
      ['within', text(rows[0]?.comparison?.change[0])],
    ]);

    // Why: every input that is not nothing, what is guaranteed, what others would print.
    await board.getByRole('link', { name: 'How was this counted?' }).click();
    await board.locator('.method').waitFor();
    expect(await attributes('.method', 'data-case')).toEqual([['overlap']]);
    const inputs = await attributes('.method [data-input]:not([data-input="bounds"])', 'data-input', 'data-value');
    expect(inputs.map(([name]) => name)).toEqual(expect.arrayContaining(['days', 'repeaters', 'calibrated', 'gamma']));
    expect(inputs).toEqual(inputs.map(([name]) => [name, text(method.inputs[name ?? ''])]));
    expect(await attributes('[data-input="bounds"]', 'data-low', 'data-high')).toEqual([method.bounds.map(text)]);
    expect(await attributes('.method-others', 'data-daily-sum')).toEqual([[text(total('visitors_daily_sum'))]]);
    await board.goBack();
    await board.locator('.method').waitFor({ state: 'detached' });

    // Rows and days.
    const shown = (dimension: string) =>
      attributes(`tr[data-dimension="${dimension}"]`, 'data-row', 'data-value', 'data-low', 'data-high');
    expect(await shown('event:page')).toEqual(answerOf('event:page').rows.map(asTexts));
    // A map has the place of the others.
    expect(await shown('visit:country')).toEqual(answerOf('visit:country').rows.slice(0, 3).map(asTexts));
    expect(
      await attributes('tr[data-bucket]', 'data-bucket', 'data-value', 'data-low', 'data-high', 'data-measured'),
    ).toEqual(answerOf('time:day').rows.map(asTexts));

    // Consent: its rate, and the source that differs.
    const sides = answerOf('visit:consent');
    const byConsent = (metric: string, consent: string) =>
      sides.rows.find((row) => row.dimensions[0] === consent)?.metrics[sides.metrics.indexOf(metric)] ?? 0;
    const days = (consent: string) => byConsent('visitors_daily_sum', consent);
    expect(await attributes('[data-rate]', 'data-granted', 'data-all')).toEqual([
      [text(days('granted')), text(days('granted') + days('anonymous'))],
    ]);
    const sources = answerOf('visit:source', 'visit:consent').rows;
    const visits = (consent: string, source?: string) =>
      sources
        .filter(({ dimensions: [value, side] }) => side === consent && (source === undefined || value === source))
        .reduce((sum, { metrics: [count] }) => sum + (count ?? 0), 0);
    const share = visits('granted', 'Google') / visits('granted');
    const ofAll =
      (visits('granted', 'Google') + visits('anonymous', 'Google')) / (visits('granted') + visits('anonymous'));
    expect(await board.locator('.bias').getAttribute('data-verdict')).toBe('unusual');
    expect(await attributes('[data-finding]', 'data-finding')).toContainEqual(['visit:source Google']);
    expect(await attributes('[data-compared="visit:source Google"] td', 'data-value')).toEqual([
      [text(share)],
      [text(ofAll)],
    ]);

    // The answers to the banner: the panel shows what the command says.
    const consent = async (dimension: string) => {
      const call = [
        'consent',
        '--site',
        'month.example',
        '--range',
        `${from},${to}`,
        '--dimensions',
        dimension,
        '--json',
      ];
      return (JSON.parse((await runCommandBeside(folder, call)).stdout) as { results: ConsentRow[] }).results;
    };
    const [whole] = await consent('');
    expect(whole).toMatchObject({ asked: 400, accepted: 160, refused: 80, ignored: 80, withdrawn: 5, answer_rate: 60 });
    expect(await attributes('[data-acceptance]', 'data-accepted', 'data-answered')).toEqual([['160', '240']]);
    expect(await attributes('.outcomes [data-outcome] [data-count]', 'data-count')).toEqual(
      ['160', '80', '80', '80', '5'].map((count) => [count]),
    );
    const rowsOf = () =>
      attributes('[data-answers-row]', 'data-answers-row', 'data-asked', 'data-answered', 'data-accepted');
    const asRows = (found: readonly ConsentRow[]) =>
      found.map(({ dimensions: [value], asked, answered, accepted }) => [value, asked, answered, accepted].map(String));
    for (const [tab, dimension] of [
      ['Pages', 'event:page'],
      ['Texts', 'consent:text'],
    ] as const) {
      await board.locator('.answers-by').getByRole('tab', { name: tab }).click();
      const expected = asRows(await consent(dimension));
      await board.locator(`[data-answers-row="${expected[0]?.[0]}"]`).waitFor();
      expect(await rowsOf()).toEqual(expected);
    }
    await owner.close();
  });
});

/** A row's own value and its figures, as a table row carries them in its attributes. */
function asTexts({ dimensions, metrics }: { dimensions: string[]; metrics: (number | null)[] }): string[] {
  return [dimensions[0] ?? '', ...metrics.map(String)];
}
