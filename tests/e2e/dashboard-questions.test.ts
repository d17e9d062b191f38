/** Questions that a webmaster asks, each answered within four clicks from the page of figures, by what the API answers too. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { CHROME, sendBeacon } from '../support/beacons.ts';
import { launchShell } from '../support/chromium.ts';
import { consentReports } from '../support/consent-reports.ts';
import { type Office, openSeededOffice, SHOP } from '../support/seeded-office.ts';
import { runCommandBeside } from '../support/service.ts';

const PERIOD = '30d';
const MOST_CLICKS = 4;
/** A fault should not take long to be seen. */
const PATIENCE_MS = 8000;
const PEOPLE = ['visitors', 'visitors_low', 'visitors_high'];
const DAY_MS = 86_400_000;
const COMPARED = { comparisons: { mode: 'previous_period' } };

type Figure = number | null | { value: number; currency: string };
/** Of a number of visitors: itself, and the ends of its interval. */
type Ends = readonly [best: number, low: number, high: number];
interface Answered {
  dimensions: string[];
  metrics: Figure[];
  comparison: { metrics: Figure[]; change: (number | null)[]; visitors_differ: boolean | null };
}

let browser: Browser;
let office: Office;
let page: Page;
let clicks: number;

beforeAll(async () => {
  browser = await launchShell();
  const now = Date.now();
  office = await openSeededOffice(browser, now);
  const lines = offers(now) + consentReports(SHOP, now);
  const { status, stderr } = await runCommandBeside(office.folder, ['import', 'events', '-', '--site', SHOP], lines);
  if (status !== 0) throw new Error(stderr);
  page = await office.openPage('/app/');
  page.setDefaultTimeout(PATIENCE_MS);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await office.close();
});
beforeEach(async () => {
  clicks = 0;
  await page.goto(`${office.service.url}/app/${SHOP}?period=${PERIOD}`);
});
afterEach(() => expect(clicks).toBeLessThanOrEqual(MOST_CLICKS));

/** JSON lines of people with consent: sixty read an offer in the period before, which is gone, and came from Google in this one, where half signed up. */
function offers(now: number): string {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const days = [
    [45, '/old-offer', 'pageview'],
    [12, '/products/', 'pageview'],
    [12, '/contact', 'Sign up'],
  ] as const;
  const lines = days.flatMap(([ago, path, name], index) =>
    Array.from({ length: name === 'Sign up' ? 36 : 60 }, (_, person) => ({
      time: new Date(today - ago * DAY_MS + 10 * 3_600_000 + index * 1_200_000 + person * 10_000).toISOString(),
      ...{ name, url: `https://${SHOP}${path}`, referrer: name === 'pageview' ? 'https://www.google.com/' : null },
      ...{ ip: `81.57.${person}.9`, user_agent: CHROME, consent: 'granted' },
      visitor: `offer${String(person).padStart(15, '0')}A`,
    })),
  );
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The only way by which a test may press anything, so that it is counted. */
async function click(target: Locator): Promise<void> {
  clicks++;
  await target.click();
}

async function ask(metrics: string[], dimensions: string[] = [], more: object = {}): Promise<Answered[]> {
  const { results } = await office.ask('query', { metrics, dimensions, date_range: PERIOD, ...more });
  return results;
}

const panel = (key: string) => page.locator(`[data-panel="${key}"]`);
const tab = (key: string) => page.locator(`[data-tab="${key}"]`);
const goTo = (name: string) => page.locator('.site-nav').getByRole('link', { name, exact: true });
const count = (value: unknown) => Number(value).toLocaleString('en-GB');

interface Shown {
  row: string;
  value: string;
  figure: string;
}

/** The rows of a table as they are, once what was asked for is there. */
function rowsOf(rows: Locator): Promise<Shown[]> {
  return rows.evaluateAll((all) =>
    all.map((row) => ({
      row: row.dataset.row ?? row.dataset.listRow ?? '',
      value: row.dataset.value ?? '',
      figure: row.querySelector('.row-figure')?.textContent ?? '',
    })),
  );
}

const fresh = (key: string) => panel(key).locator('table:not([data-stale="true"]) tr[data-row]');
const listed = () => page.locator('table.list:not([data-stale="true"]) [data-list-row]');

/** Waits for these rows and figures, the first first. @param isMoney whether `value` is an amount */
async function expectRows(rows: Locator, answer: readonly Answered[]): Promise<Shown[]> {
  const said = ({ dimensions: [row = ''], metrics: [figure = null] }: Answered) =>
    `${row} ${typeof figure === 'object' && figure !== null ? figure.value : figure}`;
  const expected = answer.map(said);
  let shown: Shown[] = [];
  await until(async () => {
    shown = await rowsOf(rows);
    return shown.map(({ row, value }) => `${row} ${value}`);
  }, expected);
  expect(expected.length).toBeGreaterThan(0);
  return shown;
}

/** Looks until it sees what is expected; what it sees at last is what the test says. */
async function until<T>(look: () => Promise<T>, expected: T): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  let seen = await look();
  while (JSON.stringify(seen) !== JSON.stringify(expected) && Date.now() < end) {
    await page.waitForTimeout(50);
    seen = await look();
  }
  expect(seen).toEqual(expected);
}

describe('a webmaster who asks', () => {
  it('whether the change in visitors is real, reads it below the figure', async () => {
    const [whole] = await ask(PEOPLE, [], { include: COMPARED });
    const said = page.locator('.visitors-change');
    await said.waitFor();
    const change = whole?.comparison.change[0];
    expect(await said.getAttribute('data-change')).toBe(change === null ? null : String(change));
    expect(await said.textContent()).toContain(
      whole?.comparison.visitors_differ ? 'larger than its uncertainty' : 'within the uncertainty',
    );
    // By hand: the quotient of the two, and the wider sides of their intervals.
    const [now, then] = [whole?.metrics, whole?.comparison.metrics] as unknown as [Ends, Ends];
    const log = ([best, low, high]: Ends) => Math.max(Math.log(high / best), Math.log(best / low));
    const reach = Math.hypot(log(now), log(then));
    const ends = [-reach, reach].map((by) => String(Math.round(((now[0] / then[0]) * Math.exp(by) - 1) * 100)));
    expect([await said.getAttribute('data-low'), await said.getAttribute('data-high')]).toEqual(ends);
    expect(await said.textContent()).toMatch(/\(95% interval: [+\u2212\d.%]+ to [+\u2212\d.%]+\)/);
    expect(clicks).toBe(0);
  });

  it('which page lost most visitors, orders the list of pages by its change', async () => {
    await click(panel('pages').locator('.panel-all'));
    await click(page.locator('.list-order', { hasText: 'Change' }));
    await click(page.locator('.list-order', { hasText: 'Change' }));
    await page.locator('th[aria-sort="ascending"]').waitFor();
    const pages = await ask(PEOPLE, ['event:page'], { include: COMPARED, order_by: [['change:visitors', 'asc']] });
    await expectRows(listed(), pages);
    const [{ dimensions, metrics, comparison }] = pages as [Answered];
    expect([dimensions[0], metrics[0], comparison.metrics[0]]).toEqual(['/old-offer', 0, 60]);
    const first = listed().first().locator('.row-change');
    expect(await first.locator('[data-verdict]').textContent()).toContain('\u2212100%');
    expect(await first.locator('.row-interval').textContent()).toBe('\u221260');
    await page.getByText('rows that were there before and are gone').waitFor();
  });

  it('where new visitors come from, chooses them and looks at sources', async () => {
    await click(tab('newness'));
    await click(fresh('sources').locator('.row-name', { hasText: 'New' }));
    await click(tab('sources'));
    const filters = [['is', 'visit:new', ['new']]];
    const sources = await ask(PEOPLE, ['visit:source'], { filters });
    const [first] = await expectRows(fresh('sources'), sources);
    expect(first?.figure).toContain(count(sources[0]?.metrics[0]));
    // The headline says of whom it is now.
    await page.locator('.tile-sentence', { hasText: 'Of visitors with consent alone' }).waitFor();
  });

  it('which campaign brings most visits, orders the list of campaigns by them', async () => {
    await click(tab('campaigns'));
    await click(panel('sources').locator('.panel-all'));
    await click(page.locator('.list-order', { hasText: 'Visits' }));
    const filters = [['is_not', 'visit:utm_campaign', ['(not set)']]];
    const campaigns = await ask(['visits'], ['visit:utm_campaign'], { filters });
    await until(
      () =>
        listed().evaluateAll((rows) =>
          rows.map((row) => [
            row.dataset.listRow,
            row.querySelector<HTMLElement>('[data-metric="visits"]')?.dataset.value,
          ]),
        ),
      campaigns.map(({ dimensions: [name], metrics: [visits] }) => [name, String(visits)]),
    );
    expect(await listed().first().locator('[data-metric="visits"]').textContent()).toBe(
      count(campaigns[0]?.metrics[0]),
    );
  });

  it('what people search for on the site, opens the tab of searches', async () => {
    await click(tab('searches'));
    const filters = [['is_not', 'event:search', ['(not set)']]];
    const searches = await ask(PEOPLE, ['event:search'], { filters });
    expect(searches.map(({ dimensions: [term] }) => term).toSorted()).toEqual(['boots', 'socks']);
    await expectRows(fresh('pages'), searches);
  });

  it('which pages are missing, opens the tab of pages not found', async () => {
    await click(tab('not-found'));
    const filters = [
      ['is', 'event:name', ['404']],
      ['is_not', 'event:props:path', ['(not set)']],
    ];
    const missing = await ask(PEOPLE, ['event:props:path'], { filters });
    await expectRows(fresh('pages'), missing);
    expect(missing.map(({ dimensions: [path] }) => path)).toContain('/gone-1');
  });

  it('how many are here now, opens Live', async () => {
    const pageview = { n: 'pageview', u: `https://${SHOP}/`, d: SHOP, r: null };
    await sendBeacon(office.service.url, pageview);
    await click(goTo('Live'));
    const tile = page.locator('[data-span="last5"]');
    await until(() => tile.getAttribute('data-visitors'), '1');
    const current = await page.evaluate(async (site) => {
      const answer = await fetch(`/app/api/v2/realtime?site_id=${site}`);
      return (await answer.json()).results.last_5_minutes;
    }, SHOP);
    expect(await tile.locator('.live-count').textContent()).toBe(count(current.visitors));
  });

  it('at which hour of which weekday most visits begin, opens the list of the week', async () => {
    await click(panel('rhythm').locator('.panel-all'));
    const week = await ask(['visits'], ['visit:weekday', 'visit:hour'], { pagination: { limit: 50, offset: 0 } });
    const [most] = week as [Answered];
    await until(
      async () => (await rowsOf(listed())).map(({ row, figure }) => [row, figure])[0],
      [most.dimensions.join('\n'), count(most.metrics[0])],
    );
    const day = new Date(Date.UTC(2026, 5, Number(most.dimensions[0]))); // 1 June 2026 was a Monday
    expect(await listed().first().locator('.row-name').textContent()).toContain(
      day.toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' }),
    );
  });

  it('which share signed up, and from where, chooses the goal and looks at conversion by source', async () => {
    const goals = await ask([...PEOPLE, 'conversion_rate'], ['event:goal']);
    await expectRows(fresh('events'), goals);
    const rate = goals.find(({ dimensions: [name] }) => name === 'Sign up')?.metrics[3] as number;
    const row = fresh('events').and(page.locator('[data-row="Sign up"]'));
    expect(Number.parseFloat((await row.locator('.row-share').textContent()) ?? '')).toBeCloseTo(rate, 0);

    await click(row.locator('.row-name'));
    await click(tab('sources'));
    const filters = [['is', 'event:goal', ['Sign up']]];
    const sources = await ask([...PEOPLE, 'group_conversion_rate'], ['visit:source'], { filters });
    await expectRows(fresh('sources'), sources);
    await click(panel('sources').locator('.panel-all'));
    await expectRows(listed(), sources);
    const rates = listed().locator('[data-metric="group_conversion_rate"]');
    expect(await rates.evaluateAll((cells) => cells.map(({ dataset }) => dataset.value))).toEqual(
      sources.map(({ metrics }) => String(metrics[3])),
    );
  });

  it('how much revenue there was, opens the tab of revenue', async () => {
    await click(tab('revenue'));
    const filters = [['is_not', 'event:currency', ['(not set)']]];
    const revenue = await ask(['total_revenue'], ['event:goal', 'event:currency'], { filters });
    const [first] = await expectRows(fresh('events'), revenue);
    const [{ metrics }] = revenue as [Answered];
    const { value, currency } = metrics[0] as { value: number; currency: string };
    expect(currency).toBe('EUR');
    expect(first?.figure).toContain(count(value));
  });

  it('how many come back after a week, opens Retention', async () => {
    await click(goTo('Retention'));
    const { results } = await office.ask('retention', { date_range: PERIOD, unit: 'week', periods: 8 });
    const cohorts = (
      results as { cohort: string; periods: { visitors: number; share: number | null; incomplete: boolean }[] }[]
    ).filter(({ periods }) => periods[1] !== undefined);
    await until(
      () =>
        page
          .locator('[data-cohort] [data-period="1"][data-share]')
          .evaluateAll((cells) => cells.map(({ dataset }) => `${dataset.visitors} ${dataset.share}`)),
      cohorts.map(({ periods }) => `${periods[1]?.visitors} ${periods[1]?.share}`),
    );
    const over = cohorts.filter(({ periods }) => periods[1]?.incomplete === false);
    const sum = (at: 0 | 1) => over.reduce((all, { periods }) => all + (periods[at]?.visitors ?? 0), 0);
    const summary = await page.locator('.page-summary').textContent();
    expect(Number(/([\d.]+)\s?%/.exec(summary ?? '')?.[1])).toBeCloseTo((sum(1) / sum(0)) * 100, -1);
  });

  it('how many gave consent, reads it in the headline and in the panel of consent', async () => {
    const [whole] = await ask(['visitors_measured']);
    const measured = count(whole?.metrics[0]);
    await page.locator('.tile-sentence', { hasText: `${measured} of them` }).waitFor();
    const { results } = await office.ask('consent', { date_range: PERIOD });
    const [answers] = results as { asked: number; accepted: number; answered: number }[];
    const figure = page.locator('[data-acceptance]');
    await until(
      () => figure.evaluate(({ dataset }) => [dataset.accepted, dataset.answered]),
      [String(answers?.accepted), String(answers?.answered)],
    );
    expect(answers?.accepted).toBeGreaterThan(0);
    expect(clicks).toBe(0);
  });
});
