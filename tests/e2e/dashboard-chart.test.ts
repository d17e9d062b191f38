/** The headline, the chart and the explanation of numbers, in a real browser: what they show is what the API answers. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Download, Page } from 'playwright-core';
import { findBarriers, isWider } from '../support/axe.ts';
import { launchShell } from '../support/chromium.ts';
import { HOSTILE, type Office, openSeededOffice, SHOP } from '../support/seeded-office.ts';
import { waitForAnswers } from '../support/wait-for-answers.ts';

const DAY_MS = 86_400_000;
const dayBefore = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
/** Four whole weeks, and the four before them. */
const MONTH: [string, string] = [dayBefore(28), dayBefore(1)];
const BEFORE: [string, string] = [dayBefore(56), dayBefore(29)];
const SIGN_UP = ['is', 'event:goal', ['Sign up']];
const HOSTILE_NOTE = '<img src=x onerror=alert(1)> \u{1F469}\u200D\u{1F4BB} שלום';

interface Rows {
  results: { dimensions: string[]; metrics: (number | null)[] }[];
  meta: { time_labels?: string[] };
}

let browser: Browser;
let office: Office;
let page: Page;

beforeAll(async () => {
  browser = await launchShell();
  office = await openSeededOffice(browser);
  page = await office.openPage(at('table=1'), { viewport: { width: 1280, height: 900 } });
});
afterAll(async () => {
  await browser.close();
  await office.close();
});

function at(more = '', [from, to]: [string, string] = MONTH): string {
  return `/app/${SHOP}?period=custom&from=${from}&to=${to}${more === '' ? '' : `&${more}`}`;
}
const visit = (more = '', days = MONTH) => page.goto(`${office.service.url}${at(more, days)}`);
const chart = (metric: string) => page.locator(`.chart[data-metric-shown="${metric}"][data-stale="false"]`);
const tile = (metric: string) => page.locator(`button[data-chooses="${metric}"]`);
const search = () => new URL(page.url()).searchParams;
const drawn = () => page.locator('canvas[data-drawn]').waitFor();

/** Figures of a metric by bucket, as the API tells them; what is not there is `none`. */
async function series(metric: string, by: string, days: [string, string], none: string, filters: unknown[] = []) {
  const question = { metrics: [metric], date_range: days, dimensions: [`time:${by}`], filters };
  const { results, meta } = (await office.ask('query', {
    ...question,
    include: { time_labels: true },
  })) as unknown as Rows;
  const known = new Map(results.map(({ dimensions, metrics }) => [dimensions[0], String(metrics[0])]));
  return (meta.time_labels ?? []).map((label) => [label, known.get(label) ?? none]);
}

async function rowsOf(...names: string[]): Promise<(string | null)[][]> {
  await page.locator('tr[data-bucket]').first().waitFor();
  return page
    .locator('tr[data-bucket]')
    .evaluateAll((rows, wanted) => rows.map((row) => wanted.map((name) => row.getAttribute(name))), names);
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

describe('the headline', () => {
  it.each([
    ['visits', '0', []],
    ['pageviews', '0', []],
    ['views_per_visit', 'null', []],
    ['bounce_rate', 'null', []],
    ['visit_duration', 'null', []],
    ['visitors', '0', []],
    ['conversion_rate', 'null', [SIGN_UP]],
  ] as const)('has the chart show %s, as the API answers it', async (metric, none, filters) => {
    const [filter] = filters;
    if (filter !== undefined) await visit('table=1&filter=is~event:goal~Sign%20up');
    await tile(metric).click();
    await chart(metric).waitFor();
    expect(await tile(metric).getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('[data-chooses][aria-pressed="true"]').count()).toBe(1);
    expect(search().get('metric')).toBe(metric === 'visitors' ? null : metric);
    const asked = metric === 'conversion_rate' ? 'group_conversion_rate' : metric;
    const given = filter === undefined ? [] : [filter];
    expect(await rowsOf('data-bucket', 'data-value')).toEqual(await series(asked, 'day', MONTH, none, given));
    // The other period is held against it, bucket by bucket.
    await page.locator('tr[data-before-bucket]').first().waitFor();
    expect(await rowsOf('data-before-bucket', 'data-before')).toEqual(await series(asked, 'day', BEFORE, none, given));
  });

  it('has no conversion rate without a goal, and shows visitors in its place', async () => {
    await visit('metric=conversion_rate&table=1');
    await chart('visitors').waitFor();
    expect(await tile('conversion_rate').count()).toBe(0);
    expect(await tile('visitors').getAttribute('aria-pressed')).toBe('true');
  });

  it('divides counts by consent where the API does', async () => {
    await visit('metric=visits&table=1');
    await page.locator('tr[data-measured]').first().waitFor();
    const { results } = (await office.ask('query', {
      ...{ metrics: ['visits'], date_range: MONTH, dimensions: ['time:day', 'visit:consent'] },
    })) as unknown as Rows;
    const granted = results.filter(({ dimensions }) => dimensions[1] === 'granted');
    const shown = (await rowsOf('data-bucket', 'data-measured')).filter(([, measured]) => measured !== '0');
    expect(shown.toSorted()).toEqual(
      granted.map(({ dimensions, metrics }) => [dimensions[0], String(metrics[0])]).toSorted(),
    );
  });
});

describe('the chart', () => {
  it('has the widths that suit the period, and no others', async () => {
    const days: [string, string] = [dayBefore(60), dayBefore(1)];
    await visit('table=1&metric=pageviews', days);
    const offered = () =>
      page.locator('[data-by]').evaluateAll((all) => all.map((each) => each.getAttribute('data-by')));
    await chart('pageviews').waitFor();
    expect(await offered()).toEqual(['day', 'week', 'month']);
    for (const by of ['week', 'month', 'day']) {
      await page.locator(`[data-by="${by}"]`).click();
      await page.locator(`[data-by="${by}"][aria-pressed="true"]`).waitFor();
      await chart('pageviews').waitFor();
      expect(await rowsOf('data-bucket', 'data-value')).toEqual(await series('pageviews', by, days, '0'));
    }
    await visit('table=1&by=month', [dayBefore(2), dayBefore(1)]);
    await chart('visitors').waitFor();
    expect(await offered()).toEqual(['hour', 'day']);
    expect(await page.locator('[data-by="day"]').getAttribute('aria-pressed')).toBe('true');
  });

  it('is compared with nothing, the year before, or days of one’s own', async () => {
    await visit('table=1&metric=visits&compare=none');
    await chart('visits').waitFor();
    expect(await rowsOf('data-before')).toEqual(Array(28).fill([null]));
    const days: [string, string] = [dayBefore(40), dayBefore(36)];
    await visit(`table=1&metric=visits&compare=custom&compare_from=${days[0]}&compare_to=${days[1]}`);
    await page.locator('tr[data-before]').first().waitFor();
    const rows = await rowsOf('data-before-bucket', 'data-before');
    expect(rows.slice(0, 5)).toEqual(await series('visits', 'day', days, '0'));
    expect(rows.slice(5)).toEqual(Array(23).fill([null, null]));
  });

  it('is drawn, says in a sentence what it shows, and lets keys read its bars', async () => {
    await visit();
    await drawn();
    const [most = 0] = (await series('visitors', 'day', MONTH, '0'))
      .map(([, value]) => Number(value))
      .toSorted((a, b) => b - a);
    const plot = page.locator('.chart-plot');
    expect(await plot.getAttribute('aria-label')).toMatch(new RegExp(`^Unique visitors per day, .*Highest: ${most}, `));
    await plot.focus();
    await page.keyboard.press('Home');
    const [first = []] = await series('visitors', 'day', MONTH, '0');
    const heard = page.locator('[data-heard]');
    expect(await heard.textContent()).toContain(`Unique visitors: ${first[1]}`);
    await page.keyboard.press('ArrowRight');
    const [, second = []] = await series('visitors', 'day', MONTH, '0');
    expect(await heard.textContent()).toContain(`Unique visitors: ${second[1]}`);
  });

  it('has ink where its bars are, and a line where they are none', async () => {
    const inked = () =>
      page.locator('.chart-plot canvas').evaluate((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        const { data } = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height) ?? {
          data: [],
        };
        let count = 0;
        // The accent of the light colours: #12564e.
        for (let at = 0; at < data.length; at += 4)
          if (data[at] === 0x12 && data[at + 1] === 0x56 && data[at + 2] === 0x4e) count++;
        return count / (width * height);
      });
    await visit('metric=visits&compare=none');
    await drawn();
    await page.waitForFunction(() => document.querySelectorAll('.legend li').length === 2);
    const bars = await inked();
    await tile('bounce_rate').click();
    await chart('bounce_rate').waitFor();
    const line = await inked();
    expect(bars).toBeGreaterThan(0.05);
    expect(line).toBeGreaterThan(0.001);
    expect(line).toBeLessThan(0.03);
  });

  it('is dragged over to look closer, and Back goes back', async () => {
    await visit('metric=pageviews');
    await drawn();
    // What is drawn anew lets go of a drag.
    expect(await waitForAnswers(page)).toBe(true);
    const before = page.url();
    await page.locator('.chart-plot canvas').scrollIntoViewIfNeeded();
    const box = await page.locator('.chart-plot canvas').boundingBox();
    if (box === null) throw new Error('no canvas');
    await page.mouse.move(box.x + box.width * 0.5, box.y + 80);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + 90, { steps: 4 });
    await page.locator('.chart-band').waitFor();
    await page.mouse.move(box.x + box.width * 0.75, box.y + 90, { steps: 4 });
    await page.mouse.up();
    const [from, to] = [search().get('from') ?? '', search().get('to') ?? ''];
    expect([from > MONTH[0], to > from, to < MONTH[1]]).toEqual([true, true, true]);
    expect(search().get('metric')).toBe('pageviews');
    const zoomed = page.url();
    await page.goBack();
    expect(page.url()).toBe(before);
    await page.goForward();
    expect(page.url()).toBe(zoomed);
  });

  it('is looked at closer by keys and by the table alike', async () => {
    await visit();
    await drawn();
    expect(await waitForAnswers(page)).toBe(true);
    const labels = (await series('visitors', 'day', MONTH, '0')).map(([label]) => label);
    await page.locator('.chart-plot').focus();
    for (const key of ['Home', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key);
    expect(await page.locator('[data-heard]').textContent()).toMatch(/^Selected: /);
    await page.keyboard.press('Enter');
    expect([search().get('from'), search().get('to')]).toEqual([labels[1], labels[3]]);
    await page.goBack();
    await page.locator('[data-as-table]').click();
    await page.locator('tr[data-bucket] a').nth(4).click();
    expect([search().get('from'), search().get('to')]).toEqual([labels[4], labels[4]]);
    // A day is shown by its hours: there is nothing finer.
    await page.locator('[data-by="hour"][aria-pressed="true"]').waitFor();
    await page.locator('[data-stale="false"] tr[data-bucket$="00:00:00"]').waitFor();
    expect(await page.locator('tr[data-bucket] a').count()).toBe(0);
  });

  it('is saved as a table and as a picture', async () => {
    await visit('metric=visits&table=1');
    await page.locator('tr[data-before]').first().waitFor();
    await page.locator('tr[data-measured]').first().waitFor();
    const save = async (kind: string) => {
      await page.locator('.chart-tools .menu-button').click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`[data-save="${kind}"]`).click(),
      ]);
      return download;
    };
    const table = await save('csv');
    expect(table.suggestedFilename()).toBe(`passant-${SHOP}-visits-day-${MONTH[0]}-${MONTH[1]}.csv`);
    const rows = await rowsOf('data-bucket', 'data-value', 'data-measured', 'data-before-bucket', 'data-before');
    expect((await bytesOf(table)).toString()).toBe(
      `\ufeff${['day,visits,visits_granted,compared_day,compared_visits', ...rows.map((row) => row.join())].map((line) => `${line}\r\n`).join('')}`,
    );
    const picture = await save('png');
    expect(picture.suggestedFilename()).toMatch(/\.png$/);
    const bytes = await bytesOf(picture);
    expect([bytes.subarray(1, 4).toString(), bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
      'PNG',
      2400,
      1280,
    ]);
    expect(bytes.length).toBeGreaterThan(30_000);
  });
});

describe('notes', () => {
  it('are written, shown on their day, changed and removed', async () => {
    await visit();
    await drawn();
    await page.getByRole('link', { name: 'Add a note' }).click();
    const sheet = page.getByRole('dialog', { name: 'New note' });
    await sheet.waitFor();
    await page.goBack();
    await sheet.waitFor({ state: 'detached' });
    await page.goForward();
    await sheet.waitFor();
    await sheet.getByRole('button', { name: 'Save' }).click();
    expect(await sheet.getByRole('alert').textContent()).toBe('Write what happened.');
    await sheet.locator('textarea').fill('x'.repeat(201));
    expect(await sheet.locator('[data-left]').textContent()).toBe('1 character too many');
    await sheet.locator('textarea').fill(HOSTILE_NOTE);
    await sheet.locator('input[type=date]').fill(dayBefore(10));
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.waitFor({ state: 'detached' });
    const note = page.locator('[data-note]');
    await note.waitFor();
    expect(await note.locator('bdi').textContent()).toBe(HOSTILE_NOTE.replace('\u200D', '\u200D'));
    expect(await isWider(page)).toBe(false);

    await note.getByRole('link').click();
    const change = page.getByRole('dialog', { name: 'Change the note' });
    await change.locator('textarea').fill('A release');
    await change.getByRole('button', { name: 'Save' }).click();
    await page.locator('[data-note] bdi', { hasText: 'A release' }).waitFor();
    await page.locator('[data-as-table]').click();
    const row = page.locator(`tr[data-bucket="${dayBefore(10)}"]`);
    expect(await row.textContent()).toContain('Note 1');

    await note.getByRole('link').click();
    await change.locator('[data-remove]').click();
    expect(await change.locator('[data-remove]').textContent()).toBe('Remove for good');
    await change.locator('[data-remove]').click();
    await note.waitFor({ state: 'detached' });
    await visit('open=note&note=1');
    expect(await page.getByRole('dialog').textContent()).toContain('This note is not there any more.');
  });
});

describe('explain this number', () => {
  it.each(['visitors', 'visits', 'pageviews', 'views_per_visit', 'bounce_rate', 'visit_duration'])(
    'tells of %s what it is, and the call that gives it',
    async (metric) => {
      await visit();
      const figure = page.locator(`[data-metric="${metric}"][data-value]`);
      const [value, text] = [await figure.getAttribute('data-value'), await figure.textContent()];
      await page.locator(`.tile:has([data-chooses="${metric}"]) .explain-link`).click();
      const explained = page.locator(`[data-explained="${metric}"]`);
      await explained.waitFor();
      expect([await explained.getAttribute('data-value'), await explained.textContent()]).toEqual([value, text]);
      expect((await page.locator(`[data-definition="${metric}"]`).textContent())?.length).toBeGreaterThan(10);
      const body = JSON.parse((await page.locator('[data-copy="body"] code').textContent()) ?? '');
      const { results } = (await office.ask('query', body)) as unknown as Rows;
      expect(String(results[0]?.metrics[0])).toBe(value);
      expect(await page.locator('[data-copy="curl"] code').textContent()).toContain(
        `${office.service.url}/api/v2/query`,
      );
      expect(Number(await page.locator('[data-took]').getAttribute('data-took'))).toBeGreaterThan(0);
      expect(await page.locator('[data-server]').count()).toBe(1);
    },
  );

  it('says how visitors were estimated, with the inputs that the API names', async () => {
    await visit('open=explain:visitors');
    await page.locator('.method [data-input]').first().waitFor();
    expect(await page.locator('[data-method]').getAttribute('data-method')).toBe('estimate');
    const { meta } = (await office.ask('query', { metrics: ['visitors'], date_range: MONTH })) as unknown as {
      meta: { visitors_method: { case: string; inputs: Record<string, number> } };
    };
    expect(await page.locator('.method').getAttribute('data-case')).toBe(meta.visitors_method.case);
    const inputs = await page
      .locator('.method [data-input]:not([data-input="bounds"])')
      .evaluateAll((all) =>
        all.map((each) => [each.getAttribute('data-input'), Number(each.getAttribute('data-value'))]),
      );
    expect(inputs.length).toBeGreaterThan(3);
    for (const [name, value] of inputs)
      expect([name, meta.visitors_method.inputs[String(name)]]).toEqual([name, value]);
  });

  it('of a row asks what the row was asked, and its address can be pasted elsewhere', async () => {
    const address = at('open=explain:visits&of=visit:source&is=Google&filter=is~visit:device~desktop');
    const other = await office.openPage(address);
    const explained = other.locator('[data-explained="visits"]');
    await explained.waitFor();
    const { results } = (await office.ask('query', {
      ...{ metrics: ['visits'], date_range: MONTH, dimensions: ['visit:source'] },
      filters: [['is', 'visit:device', ['desktop']]],
    })) as unknown as Rows;
    const row = results.find(({ dimensions }) => dimensions[0] === 'Google');
    expect(await explained.getAttribute('data-value')).toBe(String(row?.metrics[0]));
    expect(await other.locator('.explain dl').first().textContent()).toMatch(/Google/);
    expect(await other.locator('[data-asked-filters]').textContent()).toMatch(/Device is/);
    await other.context().close();
  });

  it('gives its link to the clipboard and its figures to a file, and closes by key, by Back and by its cross', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await visit();
    const opener = page.locator('.tile:has([data-chooses="visits"]) .explain-link');
    await opener.click();
    await page.locator('[data-copy="link"] button').click();
    await page.locator('[data-copy="link"] [role=status]', { hasText: /^Copied$/ }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.explain [data-save="csv"]').click(),
    ]);
    const value = await page.locator('[data-metric="visits"]').getAttribute('data-value');
    expect((await bytesOf(download)).toString()).toBe(`\ufeffvisits\r\n${value}\r\n`);

    const sheet = page.locator('dialog[data-kind="explain"]');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(await opener.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await sheet.waitFor();
    await page.goBack();
    await sheet.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'How was this counted?' }).click();
    await sheet.getByRole('button', { name: 'Close' }).click();
    await sheet.waitFor({ state: 'detached' });
  });

  it('of a figure that is none is no sheet', async () => {
    await visit('open=explain:toString');
    await page.locator('[data-metric="visits"][data-value]').waitFor();
    expect(await page.locator('dialog').count()).toBe(0);
  });
});

describe('for everyone', () => {
  it.each([
    ['another figure', 'metric=visits'],
    ['a table', 'metric=bounce_rate&table=1'],
    ['a conversion rate', 'filter=is~event:goal~Sign%20up&metric=conversion_rate'],
    ['an explanation', 'open=explain:visitors'],
    ['one of a row', 'open=explain:bounce_rate&of=event:page&is=%2Fcontact'],
    [
      'one of a long row',
      `open=explain:pageviews&of=event:page&is=${encodeURIComponent(HOSTILE.long)}&filter=is~event:page~${HOSTILE.long}`,
    ],
    ['one of a hostile row', `open=explain:pageviews&of=event:page&is=${encodeURIComponent(HOSTILE.script)}`],
    ['a note', 'open=note'],
  ])('passes axe and fits with %s, on a light desk and a dark phone', async (_name, more) => {
    page = await office.openPage(at(more), { viewport: { width: 1280, height: 900 } });
    const isSheet = more.startsWith('open=');
    if (!isSheet) await page.locator('.chart[data-stale="false"] .chart-body > :not(.skeleton)').first().waitFor();
    if (more.startsWith('open=explain')) await page.locator('[data-explained]').waitFor();
    if (more === 'open=note') await page.locator('dialog textarea').waitFor();
    const parts = isSheet ? ['dialog'] : ['.headline', '.chart'];
    expect(await findBarriers(page, parts)).toEqual([]);
    await page.context().close();
  });
});
