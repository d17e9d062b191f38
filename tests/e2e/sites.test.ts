/** Sites of the back office in a real browser: one is added and heard of, its settings are changed and refused, and it is removed. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findBarriers, isWider, violations } from '../support/axe.ts';
import { sendBeacon } from '../support/beacons.ts';
import { officeForTests } from '../support/office-for-tests.ts';
import { type Office, SHOP } from '../support/seeded-office.ts';
import { commandsOf, runCommandBeside } from '../support/service.ts';

const SITES = '/app/-/sites';
const NEW = 'new.example';
let office: Office;
let page: Page;

officeForTests(`/app/${SHOP}`, (opened) => {
  ({ office, page } = opened);
});

interface Kept {
  domain: string;
  timezone: string;
  jurisdiction: string | null;
  anonymous: string;
  hosts: string[];
  controller: string | null;
  retentionMonths: number | null;
  accessLogDays: number | null;
}
/** What the service has, as the command line says it. */
async function siteKept(domain: string): Promise<Kept | undefined> {
  const { stdout } = await runCommandBeside(office.folder, ['site', 'list', '--json']);
  return (JSON.parse(stdout) as Kept[]).find((each) => each.domain === domain);
}

describe('a new site', () => {
  it('is added from the account menu, waits, and hears its first visit', async () => {
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('link', { name: 'Back office' }).click();
    await page.getByRole('button', { name: 'Add a site' }).click();
    const sheet = page.getByRole('dialog', { name: 'Add a site' });
    await sheet.getByLabel('Domain').fill('no domain at all');
    await sheet.getByRole('button', { name: 'Add a site' }).click();
    await sheet.locator('.mistake', { hasText: 'Give the host name alone' }).waitFor();
    await sheet.getByLabel('Domain').fill(SHOP);
    await sheet.getByRole('button', { name: 'Add a site' }).click();
    await sheet.locator('.mistake', { hasText: 'This site is here already.' }).waitFor();
    await sheet.getByLabel('Domain').fill(`https://www.${NEW}/`);
    await sheet.getByLabel('Time zone').fill('Europe/Paris');
    await sheet.getByLabel('Country whose law applies').selectOption({ label: 'France' });
    await sheet.getByRole('button', { name: 'Add a site' }).click();
    await page.waitForURL(new RegExp(`/app/${NEW}`));
    await page.locator('.snippet', { hasText: `data-site="${NEW}"` }).waitFor();
    // Its first visits are watched as they come.
    await page.waitForURL(/period=day/);
    expect(await siteKept(NEW)).toMatchObject({ timezone: 'Europe/Paris', jurisdiction: 'FR' });
    await sendBeacon(office.service.url, { n: 'pageview', u: `https://${NEW}/`, d: NEW });
    // In France a site begins exempt from consent: so few are not told, but there they are.
    await page.locator('.headline').waitFor();
  });
});

describe('settings', () => {
  it('are changed in a form, and only those', async () => {
    await page.goto(`${office.service.url}${SITES}`);
    await page.getByRole('link', { name: `Settings of ${NEW}` }).click();
    await page.getByRole('heading', { level: 1, name: `Settings of ${NEW}` }).waitFor();
    const save = page.getByRole('button', { name: 'Save' });
    await page.getByLabel('Further hosts').waitFor();
    expect(await save.isDisabled()).toBe(true);
    const before = await siteKept(NEW);
    await page.getByLabel('Further hosts').fill('a.example, b.example');
    await page.getByLabel('Visitors without consent').selectOption({ label: 'pageviews and visits' });
    await page.getByLabel('Who is responsible').fill('City of Example');
    await page.getByLabel('downloads').check();
    await page.getByRole('combobox', { name: 'Web server logs are kept' }).selectOption({ label: 'for' });
    await page.getByRole('textbox', { name: 'Web server logs are kept days' }).fill('1');
    await page.getByRole('textbox', { name: 'Web server logs are kept day', exact: true }).waitFor();
    await page.getByRole('combobox', { name: 'Backups are kept' }).selectOption({ label: 'none are made' });
    await page.getByLabel('Next yearly review').fill('2027-11-01');
    await page.getByLabel('Countries').selectOption({ label: 'Belgium' });
    await page.getByLabel('Countries').selectOption({ label: 'Italy' });
    await page.getByRole('button', { name: 'Remove: Belgium' }).click();
    await save.click();
    await page.getByText('Saved.').waitFor();
    expect(await siteKept(NEW)).toEqual({
      ...before,
      hosts: ['a.example', 'b.example'],
      anonymous: 'visits',
      controller: 'City of Example',
      features: ['engagement', 'downloads', 'opt-out'],
      excludedCountries: ['IT'],
      accessLogDays: 1,
      backupDays: 0,
      reviewOn: '2027-11-01',
    });
    await page.reload();
    expect(await page.getByLabel('Further hosts').inputValue()).toBe('a.example,b.example');
    expect(await page.getByRole('combobox', { name: 'Backups are kept' }).inputValue()).toBe('0d');
    expect(await page.getByRole('textbox', { name: 'Events are kept months' }).inputValue()).toBe('25');
  });

  it('that cannot be are refused beside their field, and nothing is lost', async () => {
    await page.getByRole('textbox', { name: 'Events are kept' }).fill('0');
    await page.getByLabel('Who is responsible').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Some values cannot be used').waitFor();
    await page.getByText('Write a whole number of months, from 1 to 999.').waitFor();
    const field = page.getByRole('textbox', { name: 'Events are kept' });
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await field.inputValue()).toBe('0');
    expect(await siteKept(NEW)).toMatchObject({ controller: 'City of Example', retentionMonths: 25 });
    await field.fill('13');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    expect(await siteKept(NEW)).toMatchObject({ controller: null, retentionMonths: 13 });
  });
});

describe('for everyone', () => {
  it('nothing bars the way, on a light desk and a dark phone', async () => {
    for (const [path, ready] of [
      [SITES, '[data-site]'],
      [`${SITES}/${NEW}`, '.office-settings'],
    ] as const) {
      await page.goto(`${office.service.url}${path}`);
      await page.locator(ready).first().waitFor();
      expect([path, await findBarriers(page)]).toEqual([path, []]);
    }
  });
});

describe('the overview', () => {
  it('has the sites side by side, with what may be added up, and is sorted and chosen in the address', async () => {
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.locator('.day-line').nth(1).waitFor();
    const names = () =>
      page.locator('[data-row]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')));
    expect(await names()).toEqual([SHOP, NEW]);
    const { results } = await office.ask('query', { metrics: ['pageviews'], date_range: '28d' });
    const pageviews = Number((results[0] as { metrics: number[] } | undefined)?.metrics[0]);
    // The other one is exempt and has one visit: hidden, and in no sum.
    const sum = await page.locator('[data-sum="pageviews"]').textContent();
    expect(sum).toBe(pageviews.toLocaleString('en-GB'));
    await page.getByText('without 1 of the sites').waitFor();
    await page.getByText('Visitors are not added up').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Site', exact: true }).press('Enter');
    expect(await names()).toEqual([NEW, SHOP]);
    await page.getByText('Sites shown: 2 of 2').press('Enter');
    await page.getByLabel(NEW).uncheck();
    await page.waitForURL(/site=shop\.example/);
    expect(await names()).toEqual([SHOP]);
    await page.reload();
    await page.locator('.day-line').waitFor();
    expect(await names()).toEqual([SHOP]);
  });
});

describe('the end of a site', () => {
  it('comes when its name has been written', async () => {
    await page.goto(`${office.service.url}${SITES}/${NEW}`);
    const remove = page.getByRole('button', { name: 'Remove the site' });
    await remove.waitFor();
    expect(await remove.isDisabled()).toBe(true);
    await page.getByLabel(/^Nothing more is counted for new\.example/).fill(NEW);
    await remove.click();
    await page.waitForURL(new RegExp(`${SITES}$`));
    await page.locator(`[data-site="${SHOP}"]`).waitFor();
    await page.locator(`[data-site="${NEW}"]`).waitFor({ state: 'detached' });
    expect(await siteKept(NEW)).toBeUndefined();
  });

  it('can be taken back, until it is erased', async () => {
    await page.locator(`[data-removed="${NEW}"]`, { hasText: 'goes on' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: `Have it back: ${NEW}` }).click();
    await page.locator(`[data-site="${NEW}"]`).waitFor();
    expect(await siteKept(NEW)).toMatchObject({ retentionMonths: 13 });
    await page.locator(`[data-removed="${NEW}"]`).waitFor({ state: 'detached' });
    await commandsOf(office.folder).removeSite(NEW);
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByRole('link', { name: 'Sites' }).click();
    await page.getByRole('button', { name: `Erase now: ${NEW}` }).click();
    const sheet = page.getByRole('dialog', { name: `Erase now: ${NEW}` });
    await sheet.getByLabel(/^new\.example is erased at once/).fill(NEW);
    expect(await violations(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Erase now', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.locator(`[data-removed="${NEW}"]`).waitFor({ state: 'detached' });
  });
});

describe('API keys', () => {
  it('are made, shown once, work, and are revoked', async () => {
    await page.getByRole('link', { name: 'API keys' }).click();
    await page.getByRole('button', { name: 'Make a key' }).click();
    const sheet = page.getByRole('dialog', { name: 'Make a key' });
    await sheet.getByRole('button', { name: 'Make a key' }).click();
    await sheet.locator('.mistake', { hasText: 'Say what the key is for' }).waitFor();
    await sheet.getByLabel('What it is for').fill('<b>Report</b>');
    await sheet.getByLabel('read figures').uncheck();
    await sheet.getByRole('button', { name: 'Make a key' }).click();
    await sheet.locator('.mistake', { hasText: 'Choose what it may.' }).waitFor();
    await sheet.getByLabel('read figures').check();
    await sheet.getByLabel('Of', { exact: true }).selectOption(SHOP);
    await sheet.getByRole('button', { name: 'Make a key' }).click();
    const secret = await sheet.locator('[data-copy="key"] code').textContent();
    expect(await violations(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Done' }).click();
    const ask = async () => {
      const answer = await fetch(`${office.service.url}/api/v2/realtime?site_id=${SHOP}`, {
        headers: { authorization: `Bearer ${secret}` },
      });
      return answer.status;
    };
    expect(await ask()).toBe(200);
    const item = page.locator('[data-key]', { hasText: '<b>Report</b>' });
    expect(await item.textContent()).toContain(SHOP);
    await page.reload();
    await item.getByText('last used on').waitFor();
    expect(await page.content()).not.toContain(secret);
    await item.getByRole('button', { name: /^Revoke/ }).click();
    await item.getByRole('button', { name: 'Remove', exact: true }).click();
    await item.getByText('(revoked)').waitFor();
    expect(await ask()).toBe(401);
  });
});

describe('on a phone', () => {
  const LONG = `${'long-'.repeat(9)}name.example`;
  let phone: Page;
  beforeAll(async () => {
    await runCommandBeside(office.folder, ['site', 'add', LONG]);
    phone = await office.openPage(SITES, { viewport: { width: 390, height: 800 } });
  });
  afterAll(() => phone.context().close());

  it('the settings of a site stand beside its name, however long it is', async () => {
    const item = phone.locator(`[data-site="${LONG}"]`);
    const [name, settings] = [item.getByText(LONG), item.getByRole('link', { name: `Settings of ${LONG}` })];
    await settings.waitFor();
    const [first, second] = [await name.boundingBox(), await settings.boundingBox()];
    if (first === null || second === null) throw new Error('one of them is not there');
    expect(second.y).toBeLessThan(first.y + first.height);
    expect(second.x).toBeGreaterThanOrEqual(first.x + first.width);
    expect(await isWider(phone)).toBe(false);
  });

  it('a bar that scrolls has a shade on the edge behind which there is more', async () => {
    const bar = phone.locator('.site-nav ul');
    await bar.evaluate((row) => row.scrollTo({ left: 0 }));
    const box = await bar.boundingBox();
    if (box === null) throw new Error('there is no bar');
    const size = { width: 6, height: 6 };
    const [left, right] = [
      { ...size, x: box.x, y: box.y },
      { ...size, x: box.x + box.width - 6, y: box.y },
    ];
    const look = async () => {
      const [one, other] = [await phone.screenshot({ clip: left }), await phone.screenshot({ clip: right })];
      return [one.toString('base64'), other.toString('base64')];
    };
    const [plain, shaded] = await look();
    expect(shaded).not.toBe(plain);
    await bar.evaluate((row) => row.scrollTo({ left: row.scrollWidth }));
    const [after, plainToo] = await look();
    expect([after === plain, plainToo]).toEqual([false, plain]);
  });

  it('the overview is a card for each site, with nothing out of sight, and is sorted by its heads', async () => {
    await phone.goto(`${office.service.url}/app/-/overview?period=day`);
    await phone.locator('.day-line').first().waitFor();
    const table = phone.locator('.overview');
    expect(await table.evaluate((section) => section.scrollWidth <= section.clientWidth)).toBe(true);
    expect(await isWider(phone)).toBe(false);
    const cell = phone.locator(`[data-row="${SHOP}"] [data-figure="visits"]`);
    expect(await cell.evaluate((element) => getComputedStyle(element, '::before').content)).toBe('"Visits"');
    await phone.getByRole('button', { name: 'Site', exact: true }).click();
    await phone.waitForURL(/sort=site/);
    expect(await violations(phone)).toEqual([]);
  });
});
