/** Asking: periods, comparisons, filters, segments, sites and keys, by mouse and keyboard; what is shown is what the API answers. */
import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { findBarriers, isWider } from '../support/axe.ts';
import { officeForTests } from '../support/office-for-tests.ts';
import { HOSTILE, type Office, SHOP } from '../support/seeded-office.ts';
import { runCommandBeside } from '../support/service.ts';

let office: Office;
let page: Page;

officeForTests(`/app/${SHOP}?period=28d`, (opened) => {
  ({ office, page } = opened);
});

async function open(search: string): Promise<void> {
  await page.goto(`${office.service.url}/app/${SHOP}${search}`);
  await page.locator('[data-metric=visits][data-value]').waitFor();
}

/** What the page shows, once it is what the API answers. */
async function expectVisits(filters: unknown[], dateRange: unknown = '28d'): Promise<number> {
  const { results } = await office.ask('query', { metrics: ['visits'], date_range: dateRange, filters });
  const [{ metrics }] = results as unknown as [{ metrics: [number] }];
  await page.locator(`[data-stale=false] [data-metric=visits][data-value="${metrics[0]}"]`).waitFor();
  return metrics[0];
}

const filtersInAddress = () => new URL(page.url()).searchParams.getAll('filter');
const param = (name: string) => new URL(page.url()).searchParams.get(name);
const chips = () => page.locator('.filters .chip');
const builder = () => page.locator('dialog[data-kind=filter]');
/** Not those of a `<select>`. */
const option = (name?: string) =>
  builder()
    .locator('[role=option]:visible', name === undefined ? {} : { has: page.getByText(name, { exact: true }) })
    .first();
const button = (name: string | RegExp, within: Page | Locator = page) => within.getByRole('button', { name });

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

describe('the period', () => {
  it('is chosen by its name, and by two dates', async () => {
    await open('?period=28d');
    await button(/^Choose a period/).click();
    await page.getByRole('link', { name: 'Yesterday', exact: true }).click();
    expect(param('period')).toBe('yesterday');
    await expectVisits([], [daysAgo(1), daysAgo(1)]);
    await button(/^Choose a period/).click();
    await page.locator('.period [name=from]').fill(daysAgo(3));
    await page.locator('.period [name=to]').fill(daysAgo(9));
    await button('Apply').click();
    expect(await page.locator('.period [role=alert]').textContent()).toContain('before the first');
    await page.locator('.period [name=from]').fill(daysAgo(12));
    await button('Apply').click();
    await expectVisits([], [daysAgo(12), daysAgo(9)]);
    await page.goBack();
    await expectVisits([], [daysAgo(1), daysAgo(1)]);
    await page.goForward();
    await expectVisits([], [daysAgo(12), daysAgo(9)]);
  });

  it('is left for the one beside it, by button and by arrow', async () => {
    await open('?period=7d');
    expect(await button('Next period').isDisabled()).toBe(true);
    await page.getByRole('link', { name: 'Previous period' }).click();
    await expectVisits([], [daysAgo(13), daysAgo(7)]);
    await page.keyboard.press('ArrowLeft');
    await expectVisits([], [daysAgo(20), daysAgo(14)]);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expectVisits([], '7d');
    expect(param('period')).toBe('7d');
    // All time has no neighbours.
    await page.keyboard.press('a');
    await expectVisits([], 'all');
    await page.keyboard.press('ArrowLeft');
    expect(param('period')).toBe('all');
  });

  it('has keys', async () => {
    for (const [key, word] of [
      ['m', 'month'],
      ['l', 'last_month'],
      ['y', 'year'],
      ['w', '7d'],
      ['n', '12mo'],
      ['d', 'day'],
      ['e', 'yesterday'],
    ] as const) {
      await page.keyboard.press(key);
      expect([key, param('period')]).toEqual([key, word]);
    }
  });
});

describe('the comparison', () => {
  const said = () => page.locator('.visitors-change').textContent();

  it('is named for what it is', async () => {
    await open('?period=28d');
    const now = await expectVisits([]);
    const { results } = await office.ask('query', { metrics: ['visits'], date_range: [daysAgo(55), daysAgo(28)] });
    const [{ metrics }] = results as unknown as [{ metrics: [number] }];
    const percent = Math.round(((now - metrics[0]) / metrics[0]) * 100);
    expect(await said()).toMatch(/^Previous period/);
    expect(await page.locator('[data-change=visits]').textContent()).toBe(`+${percent}% since the previous period`);

    await page.keyboard.press('c');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.visitors-change', { hasText: 'Same period last year' }).waitFor();
    expect(param('compare')).toBe('year');

    await button('Choose a comparison: vs last year').click();
    await page.locator('.menu .sheet [name=from]').fill(daysAgo(50));
    await page.locator('.menu .sheet [name=to]').fill(daysAgo(41));
    await button('Apply').click();
    await page.locator('.visitors-change', { hasText: 'Compared with' }).waitFor();
    expect(await said()).toContain('28 days now, 10 then');
    expect(await page.locator('[data-change=visits]').textContent()).toContain('compared with the other dates');

    await button(/^Choose a comparison: vs other dates/).click();
    await page.getByRole('link', { name: 'No comparison' }).click();
    await page.locator('.visitors-change').waitFor({ state: 'detached' });
    expect(await page.locator('[data-change]').count()).toBe(0);
    await page.goBack();
    await page.locator('.visitors-change', { hasText: 'Compared with' }).waitFor();
  });

  it('says why there is none of today', async () => {
    await page.goto(`${office.service.url}/app/${SHOP}?period=day`);
    await button('Choose a comparison: Not compared').click();
    expect(await page.locator('.menu .sheet').textContent()).toContain('Today is compared when it is over.');
  });
});

describe('the filter builder', () => {
  it('makes a filter with the keyboard alone, from what occurs', async () => {
    await open('?period=28d');
    await page.keyboard.press('f');
    // It begins with the page; what is typed over its name comes in its place.
    await builder().locator('[name=values]:focus').waitFor();
    expect(await builder().locator('[name=dimension]').inputValue()).toBe('Page');
    await option().first().waitFor();
    // However long the values are that are proposed.
    const [edge, ...edges] = await builder().evaluate((dialog) =>
      [dialog, ...dialog.querySelectorAll('input, select')].map((each) => each.getBoundingClientRect().right),
    );
    expect(Math.max(...edges)).toBeLessThan(edge ?? 0);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await builder().locator('[name=dimension]:focus').waitFor();
    await page.keyboard.type('countr');
    await page.keyboard.press('Enter');
    const values = builder().getByRole('combobox', { name: 'Values' });
    await builder().locator('[name=values]:focus').waitFor();
    await page.keyboard.type('germ');
    await option('Germany').waitFor();
    const { results } = await office.ask('query', {
      ...{ metrics: ['visits'], date_range: '28d', filters: [['is', 'visit:country', ['DE']]] },
    });
    const count = (results as unknown as [{ metrics: [number] }])[0].metrics[0];
    expect(await option().textContent()).toBe(`Germany${count} visits`);
    await page.keyboard.press('ArrowDown');
    expect(await values.getAttribute('aria-activedescendant')).toBe(await option().getAttribute('id'));
    await page.keyboard.press('Enter');
    await page.keyboard.type('united st');
    await option('United States').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await builder().locator('[data-preview]').waitFor();
    await page.keyboard.press('Enter');
    await builder().waitFor({ state: 'detached' });
    expect(filtersInAddress()).toEqual(['is~visit:country~DE~US']);
    await expectVisits([['is', 'visit:country', ['DE', 'US']]]);
    expect(await chips().textContent()).toBe('Country is Germany or United States');
    await page.goBack();
    expect(await chips().count()).toBe(0);
  });

  it.each([
    ['contains', 'Page', '/DOCS', { case: true }, ['contains', 'event:page', ['/DOCS'], { case_sensitive: false }]],
    ['matches', 'Page', '^/products/(boots|socks)$', {}, ['matches', 'event:page', ['^/products/(boots|socks)$']]],
    ['is', 'Goal', 'Sign up', { reach: 'has_not_done' }, ['has_not_done', ['is', 'event:goal', ['Sign up']]]],
    ['is', 'Goal', 'Sign up', { reach: 'has_done' }, ['has_done', ['is', 'event:goal', ['Sign up']]]],
    ['is', 'Property', 'pro', { property: 'plan' }, ['is', 'event:props:plan', ['pro']]],
  ] as const)('asks %s of %s with a text of one’s own', async (operator, dimension, text, more, filter) => {
    await open('?period=28d&open=filter');
    await builder().locator('[name=dimension]').fill(dimension);
    await option(dimension === 'Property' ? 'Property of events…' : dimension).click();
    if ('property' in more) await builder().locator('[name=property]').fill(more.property);
    await builder().locator('[name=operator]').selectOption(operator);
    if ('case' in more) await builder().locator('[name=case]').check();
    if ('reach' in more) await builder().locator('[name=reach]').selectOption(more.reach);
    await builder().locator('[name=values]').fill(text);
    await button('Apply the filter', builder()).click();
    await builder().waitFor({ state: 'detached' });
    const visits = await expectVisits([filter]);
    // The same address says the same.
    await page.reload();
    expect(await expectVisits([filter])).toBe(visits);
    expect(visits).toBeGreaterThan(0);
  });

  it('says what is missing, and what the server thinks of a pattern', async () => {
    await open('?period=28d&open=filter');
    await button('Apply the filter', builder()).click();
    await builder().locator('[name=dimension]').fill('entry');
    await option('Entry page').click();
    await button('Apply the filter', builder()).click();
    await builder().getByText('Give one value at least.').waitFor();
    await builder().locator('[name=operator]').selectOption('matches');
    await builder().locator('[name=values]').fill('(');
    await builder()
      .getByText(/no regular expression in RE2 syntax/)
      .waitFor();
    expect(await builder().locator('[name=values]').getAttribute('aria-invalid')).toBe('true');
    await button('Apply the filter', builder()).click();
    await builder()
      .getByText(/no regular expression/)
      .waitFor();
    await builder().locator('[name=values]').fill('^/docs');
    await builder().locator('[data-preview]').waitFor();
    const shown = Number(await builder().locator('[data-preview]').getAttribute('data-preview'));
    await button('Apply the filter', builder()).click();
    expect(await expectVisits([['matches', 'visit:entry_page', ['^/docs']]])).toBe(shown);
  });

  it('changes a filter that is there; back closes the sheet', async () => {
    await open('?period=28d&filter=is~visit:source~Google&filter=is~visit:device~mobile');
    await page.getByRole('link', { name: 'Edit the filter: Source is Google' }).click();
    await builder().waitFor();
    await page.goBack();
    await builder().waitFor({ state: 'detached' });
    await page.goForward();
    await builder().locator('[name=values]:focus').waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.type('DuckDuckGo');
    await button('Apply the filter', builder()).click();
    await builder().waitFor({ state: 'detached' });
    expect(filtersInAddress()).toEqual(['is~visit:source~DuckDuckGo', 'is~visit:device~mobile']);
    await expectVisits([
      ['is', 'visit:source', ['DuckDuckGo']],
      ['is', 'visit:device', ['mobile']],
    ]);
  });

  it('shows hostile values as text', async () => {
    await open('?period=28d&open=filter');
    await builder().locator('[name=dimension]').fill('page');
    await option('Page').click();
    const wanted: string[] = [];
    for (const part of ['script', 'long-long', 'caf', HOSTILE.bidi.slice(-4)]) {
      const { results } = await office.ask('query', {
        ...{ metrics: ['visits'], date_range: '28d', dimensions: ['event:page'], pagination: { limit: 1 } },
        filters: [['contains', 'event:page', [part]]],
      });
      const [{ dimensions }] = results as unknown as [{ dimensions: [string] }];
      wanted.push(dimensions[0]);
      await builder().locator('[name=values]').fill(part);
      await builder()
        .locator(`[role=option][data-key=${JSON.stringify(dimensions[0])}]`)
        .click();
    }
    await button('Apply the filter', builder()).click();
    await builder().waitFor({ state: 'detached' });
    expect(await isWider(page)).toBe(false);
    expect(filtersInAddress()).toEqual([
      ['is', 'event:page', ...wanted].map((each) => each.replaceAll('%', '%25')).join('~'),
    ]);
    expect(wanted.some((each) => each.length > 400)).toBe(true);
    await expectVisits([['is', 'event:page', wanted]]);
  });
});

describe('the filters in force', () => {
  it('are reversed, removed and cleared, each with a way back', async () => {
    await open('?period=28d&filter=is~visit:source~Google&filter=has_done~is~event:goal~Sign up');
    await page.getByRole('link', { name: 'Reverse the filter: Source is Google' }).click();
    await page.getByRole('link', { name: 'Reverse the filter: visits with Goal is Sign up' }).click();
    await expectVisits([
      ['is_not', 'visit:source', ['Google']],
      ['has_not_done', ['is', 'event:goal', ['Sign up']]],
    ]);
    await page.getByRole('link', { name: 'Remove the filter: Source is not Google' }).click();
    expect(filtersInAddress()).toEqual(['has_not_done~is~event:goal~Sign up']);
    await page.keyboard.press('x');
    await expectVisits([]);
    await page.goBack();
    await page.goBack();
    expect(filtersInAddress()).toHaveLength(2);
  });

  it('come from rows: alone by a click, left out with Alt or by the sign beside the name', async () => {
    await open('?period=28d&tab=sources');
    const row = page.locator('tr[data-row="Google"]');
    await row.locator('.row-name').click({ modifiers: ['Alt'] });
    await expectVisits([['is_not', 'visit:source', ['Google']]]);
    await page.getByRole('link', { name: 'Leave out: Source DuckDuckGo' }).click();
    expect(filtersInAddress()).toEqual(['is_not~visit:source~Google~DuckDuckGo']);
    await expectVisits([['is_not', 'visit:source', ['Google', 'DuckDuckGo']]]);
    await page.locator('tr[data-row="Hacker News"] .row-name').click();
    await expectVisits([
      ['is_not', 'visit:source', ['Google', 'DuckDuckGo']],
      ['is', 'visit:source', ['Hacker News']],
    ]);
  });

  it('that the server cannot understand are explained, and can be taken away', async () => {
    await page.goto(`${office.service.url}/app/${SHOP}?period=28d&filter=is~segment~Nobody`);
    await page.getByText('The site has no segment of that name.').waitFor();
    await page.getByRole('link', { name: 'Remove the filter: Segment is Nobody' }).click();
    await expectVisits([]);
  });
});

describe('segments', () => {
  const sheet = () => page.locator('dialog[data-kind=segments]');

  it('say once what to do where there is none yet and no filter that could be saved', async () => {
    await open('?period=28d&open=segments');
    const said = sheet().locator('.saved-segments p:not([role=status])');
    await said.nth(2).waitFor();
    expect(await said.allTextContents()).toEqual([
      'A segment is a set of filters under a name, for everybody who signs in here.',
      'No segment is saved yet.',
      'Set a filter first: what is in force can then be saved here.',
    ]);
    await page.keyboard.press('Escape');
  });

  it('are saved, applied, unfolded, renamed and deleted', async () => {
    await open('?period=28d&filter=is~visit:source~Google&filter=contains~event:page~docs');
    const plain = [
      ['is', 'visit:source', ['Google']],
      ['contains', 'event:page', ['docs']],
    ];
    const visits = await expectVisits(plain);
    await page.keyboard.press('s');
    await sheet().locator('[name=segment]').fill('Readers');
    await page.keyboard.press('Enter');
    await sheet().getByText('Readers is saved.').waitFor();
    expect(filtersInAddress()).toEqual(['is~segment~Readers']);
    await page.keyboard.press('Escape');
    await sheet().waitFor({ state: 'detached' });
    expect(await expectVisits([['is', 'segment', ['Readers']]])).toBe(visits);

    // The builder knows it too.
    await page.getByRole('link', { name: 'Clear', exact: true }).click();
    await page.keyboard.press('f');
    await builder().locator('[name=dimension]').fill('segment');
    await option('Segment').click();
    await builder().locator('[name=operator]').selectOption('is_not');
    await builder().locator('[name=values]').fill('read');
    await option('Readers').click();
    await button('Apply the filter', builder()).click();
    await expectVisits([['is_not', 'segment', ['Readers']]]);

    await page.getByRole('link', { name: 'Segments', exact: true }).click();
    await button('Rename Readers', sheet()).click();
    await sheet().locator('[name=rename]').fill('Those who read');
    await page.keyboard.press('Enter');
    await sheet().getByText('Those who read is saved.').waitFor();
    expect(filtersInAddress()).toEqual(['is_not~segment~Those who read']);
    await sheet().getByRole('link', { name: 'Apply the segment Those who read' }).click();
    await sheet().waitFor({ state: 'detached' });
    expect(filtersInAddress().at(-1)).toBe('is~segment~Those who read');

    await page.keyboard.press('s');
    await sheet().getByRole('link', { name: 'Show its filters: Those who read' }).click();
    expect(filtersInAddress()).toEqual(['is~visit:source~Google', 'contains~event:page~docs']);
    expect(await expectVisits(plain)).toBe(visits);

    await page.keyboard.press('s');
    await sheet().locator('[name=segment]').fill('Those who read');
    await page.keyboard.press('Enter');
    await sheet().getByText('has a segment called Those who read').waitFor();
    await button('Delete Those who read', sheet()).click();
    await button('Keep it', sheet()).click();
    await button('Delete Those who read', sheet()).click();
    await button('Delete Those who read', sheet()).last().click();
    await sheet().getByText('Those who read is deleted.').waitFor();
    await sheet().locator('[data-segment]').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
  });
});

describe('the site switcher', () => {
  it('is searched where there are many sites, and leaves filters behind', async () => {
    for (let count = 0; count < 8; count++)
      await runCommandBeside(office.folder, ['site', 'add', `site${count}.example`]);
    await open('?period=28d&compare=year&filter=is~visit:source~Google');
    await page.keyboard.press('j');
    await page.locator('.menu .sheet input[type=search]:focus').waitFor();
    await page.keyboard.type('SITE7');
    expect(await page.locator('.menu .sheet .choices a').allTextContents()).toEqual(['site7.example']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/site7\.example/);
    expect([param('period'), param('compare'), filtersInAddress()]).toEqual(['28d', 'year', []]);
    await page.goBack();
    await expectVisits([['is', 'visit:source', ['Google']]]);
  });
});

describe('keys', () => {
  it('are explained, are not meant in fields, and can be turned off', async () => {
    await open('?period=28d');
    await page.keyboard.press('?');
    const help = page.locator('dialog[data-kind=keys]');
    await help.locator('kbd').first().waitFor();
    const keys = await help.locator('kbd').allTextContents();
    expect(keys).toEqual(
      expect.arrayContaining(['←', '→', 'D', 'W', 'M', 'Y', 'C', 'F', 'X', 'S', '/', 'T', '?', 'Esc']),
    );
    expect(new Set(keys).size).toBe(keys.length);
    await page.keyboard.press('d');
    expect(param('period')).toBe('28d');
    await help.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await page.keyboard.press('d');
    await page.keyboard.press('?');
    expect([param('period'), param('open')]).toEqual(['28d', null]);
    await page.getByRole('link', { name: 'Keyboard shortcuts' }).click();
    await help.getByRole('checkbox').check();
    await button('Close', help).click();
    const dark = await page.evaluate(() => document.documentElement.dataset.theme);
    await page.keyboard.press('t');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).not.toBe(dark);
    await page.keyboard.press('t');
    await page.keyboard.press('f');
    await builder().locator('[name=values]:focus').waitFor();
    await page.keyboard.type('d');
    expect(param('period')).toBe('28d');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await builder().waitFor({ state: 'detached' });
  });
});

describe('for everyone', () => {
  it('nothing bars the way of those who hear or touch the page, on a light desk and a dark phone', async () => {
    await open('?period=28d&filter=is~visit:source~Google&filter=has_done~matches/i~event:page~%5E/docs');
    await page.locator('tr[data-dimension]').first().waitFor();
    await page.keyboard.press('c');
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    for (const sheet of ['filter', 'filter:1', 'segments', 'keys']) {
      await open(`?period=28d&filter=is~visit:source~Google&filter=contains~event:page~docs&open=${sheet}`);
      await page.locator('dialog :is([name=dimension], [name=segment], kbd)').first().waitFor();
      await page.waitForTimeout(300);
      expect([sheet, await findBarriers(page, ['dialog'])]).toEqual([sheet, []]);
    }
  });
});
