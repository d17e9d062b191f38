/** People of the back office in a real browser: asked in by a link, given another role, removed; and what each finds on the pages. */
import { describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findBarriers, violations } from '../support/axe.ts';
import { CHROME } from '../support/beacons.ts';
import { officeForTests } from '../support/office-for-tests.ts';
import { type Office, OWNER, SHOP } from '../support/seeded-office.ts';
import { runCommandBeside } from '../support/service.ts';

const PEOPLE = '/app/-/people';
const GUEST = { email: 'grace@example.org', password: 'other words in a row' };
let browser: Browser;
let office: Office;
let owner: Page;

officeForTests(
  `/app/${SHOP}`,
  (opened) => {
    ({ browser, office, page: owner } = opened);
  },
  (service) => runCommandBeside(service.folder, ['site', 'add', 'other.example']),
);

const rowOf = (email: string) => owner.locator(`[data-person="${email}"]`);

describe('the owner', () => {
  it('finds people behind the account, by keyboard', async () => {
    await owner.getByRole('button', { name: 'Account' }).focus();
    await owner.keyboard.press('Enter');
    await owner.getByRole('link', { name: 'Back office' }).press('Enter');
    await owner.getByRole('link', { name: 'People' }).press('Enter');
    await owner.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    expect(new URL(owner.url()).pathname).toBe(PEOPLE);
    expect(await rowOf(OWNER.email).textContent()).toContain('Owner of every site');
    await owner.getByText('Nobody is invited at the moment.').waitFor();
    await owner.goBack();
    await owner.getByRole('heading', { level: 1, name: 'Sites' }).waitFor();
    await owner.goBack();
    await owner.locator('.headline').waitFor();
    await owner.goForward();
    await owner.goForward();
    await rowOf(OWNER.email).waitFor();
  });

  it('is told of mistakes, and that the last owner stays', async () => {
    await owner.getByRole('button', { name: 'Invite somebody' }).click();
    const sheet = owner.getByRole('dialog', { name: 'Invite somebody' });
    await sheet.getByRole('button', { name: 'Make the link' }).click();
    await sheet.locator('.mistake', { hasText: 'Give an e-mail address' }).waitFor();
    await sheet.getByLabel('E-mail address').fill(OWNER.email);
    await sheet.getByLabel('On these sites only').check();
    await sheet.getByRole('button', { name: 'Make the link' }).click();
    await sheet.locator('.mistake', { hasText: 'one site at least' }).waitFor();
    await sheet.getByLabel('On every site').check();
    await sheet.getByRole('button', { name: 'Make the link' }).click();
    await sheet.locator('.mistake', { hasText: 'an account with this address already' }).waitFor();
    await owner.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });

    await rowOf(OWNER.email)
      .getByRole('button', { name: /^Change what/ })
      .click();
    const role = owner.getByRole('dialog');
    await role.getByLabel('Role').selectOption('viewer');
    await role.getByRole('button', { name: 'Save' }).click();
    await role.locator('.mistake', { hasText: 'This is the last owner' }).waitFor();
    await role.getByRole('button', { name: 'Close' }).click();
  });

  it('takes an invitation back, whose link is nothing from then on', async () => {
    const link = await invite(GUEST.email);
    const invitation = owner.locator(`[data-invitation="${GUEST.email}"]`);
    expect(await invitation.textContent()).toContain(`by ${OWNER.email}`);
    await invitation.getByRole('button', { name: /^Take back/ }).click();
    await invitation.getByRole('button', { name: 'Remove', exact: true }).click();
    await invitation.waitFor({ state: 'detached' });
    const stranger = await openStranger(link);
    await stranger.getByText('This invitation has been used, taken back, or is over.').waitFor();
    await stranger.context().close();
  });

  it('asks somebody in, changes what they may do, and removes them', async () => {
    const link = await invite(GUEST.email, async (sheet) => {
      await sheet.getByLabel('On these sites only').check();
      await sheet.getByLabel(SHOP).selectOption('viewer');
    });
    const guest = await openStranger(link);
    await guest.getByText(`Choose a password for the account of ${GUEST.email}.`).waitFor();
    expect(await violations(guest)).toEqual([]);
    await guest.getByRole('button', { name: 'Create the account' }).click();
    await guest.locator('.mistake', { hasText: 'Give your password.' }).waitFor();
    await guest.getByLabel('Password').fill(GUEST.password);
    await guest.getByRole('button', { name: 'Create the account' }).click();
    // Of the sites there is one for them, and they may look.
    await guest.waitForURL(new RegExp(`/app/${SHOP}`));
    await guest.locator('.headline [data-metric="visits"][data-value]').waitFor();
    // The first screen is of four weeks; today is a click away.
    await guest.getByRole('button', { name: 'Choose a period: 28 days' }).waitFor();
    await guest.getByRole('link', { name: 'Today', exact: true }).click();
    await guest.waitForURL(/period=day/);
    await guest.getByRole('button', { name: 'Choose a period: Today' }).waitFor();
    await guest.goto(`${office.service.url}/app/${SHOP}?period=28d`);
    await guest.locator('[data-as-table]').waitFor();
    expect(await guest.getByRole('link', { name: 'Add a note' }).count()).toBe(0);
    expect(await guest.getByRole('link', { name: 'Share' }).count()).toBe(0);
    await guest.goto(`${office.service.url}/app/${SHOP}/goals`);
    await guest.locator('tr[data-goal]').first().waitFor();
    expect(await guest.getByRole('button', { name: /^Remove the goal/ }).count()).toBe(0);
    await guest.goto(`${office.service.url}${PEOPLE}`);
    await guest.getByText('Your role on this server does not allow this page.').waitFor();
    await guest.goto(`${office.service.url}/app/other.example`);
    await guest.getByText('There is no site called other.example here.').waitFor();

    await owner.reload();
    await rowOf(GUEST.email)
      .getByRole('button', { name: /^Change what/ })
      .click();
    const sheet = owner.getByRole('dialog', { name: `Change what ${GUEST.email} may do` });
    expect(await sheet.getByLabel(SHOP).inputValue()).toBe('viewer');
    await sheet.getByLabel(SHOP).selectOption('editor');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.waitFor({ state: 'detached' });
    await rowOf(GUEST.email).getByText(`Editor of ${SHOP}`).waitFor();
    await guest.goto(`${office.service.url}/app/${SHOP}/goals`);
    await guest
      .getByRole('button', { name: /^Remove the goal/ })
      .first()
      .waitFor();

    expect(
      await rowOf(OWNER.email)
        .getByRole('button', { name: /^Sign / })
        .count(),
    ).toBe(0);
    await rowOf(GUEST.email)
      .getByRole('button', { name: `Sign ${GUEST.email} out everywhere` })
      .press('Enter');
    await rowOf(GUEST.email).getByText('the password goes on working').waitFor();
    await rowOf(GUEST.email).getByRole('button', { name: 'Sign out', exact: true }).press('Enter');
    await rowOf(GUEST.email).getByText('is signed out').waitFor();
    expect(await findBarriers(owner)).toEqual([]);
    await guest.reload();
    await guest.getByLabel('E-mail address').fill(GUEST.email);
    await guest.getByLabel('Password', { exact: true }).fill(GUEST.password);
    await guest.keyboard.press('Enter');
    await guest.locator('tr[data-goal]').first().waitFor();

    await rowOf(GUEST.email)
      .getByRole('button', { name: /^Remove / })
      .click();
    await rowOf(GUEST.email).getByRole('button', { name: 'Keep' }).click();
    await rowOf(GUEST.email)
      .getByRole('button', { name: /^Remove / })
      .click();
    await rowOf(GUEST.email).getByRole('button', { name: 'Remove', exact: true }).click();
    await rowOf(GUEST.email).waitFor({ state: 'detached' });
    await guest.reload();
    await guest.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await guest.context().close();
  });

  it('finds in the log what was done and who was refused, together or alone', async () => {
    const stranger = await openStranger(`${office.service.url}/app/`);
    for (let time = 0; time < 3; time++) {
      await stranger.getByLabel('E-mail address').fill(OWNER.email);
      await stranger.getByLabel('Password', { exact: true }).fill('not the password');
      await stranger.getByRole('button', { name: 'Sign in', exact: true }).click();
      await stranger.getByRole('alert').waitFor();
    }
    await stranger.context().close();
    await owner.goto(`${office.service.url}/app/-/log`);
    const rows = (act: string) => owner.locator(`tr[data-change="${act}"]`);
    await rows('person_invited').first().waitFor();
    expect(await rows('sign_in_refused').textContent()).toMatch(
      new RegExp(`somebody not signed inwas refused at sign-in: ${OWNER.email} \\(3 times within the hour\\)$`),
    );
    // A viewer has looked around above: pages ask for nothing that is not theirs, so that such a line means something.
    expect(await rows('right_refused').count()).toBe(0);
    await owner.getByLabel('Show').selectOption('refusals');
    await rows('person_invited').first().waitFor({ state: 'detached' });
    expect(await rows('sign_in_refused').count()).toBe(1);
    expect(await findBarriers(owner)).toEqual([]);
    await owner.getByLabel('Show').selectOption('changes');
    await rows('person_invited').first().waitFor();
    expect(await rows('sign_in_refused').count()).toBe(0);
    await owner.getByLabel('Show').selectOption('all');
    await rows('sign_in_refused').waitFor();
  });
});

describe('for everyone', () => {
  it('nothing bars the way, on a light desk and a dark phone', async () => {
    await invite('hedy@example.org');
    for (const open of ['', 'Invite somebody', 'Change what']) {
      await owner.goto(`${office.service.url}${PEOPLE}`);
      await rowOf(OWNER.email).waitFor();
      if (open !== '')
        await owner
          .getByRole('button', { name: new RegExp(`^${open}`) })
          .first()
          .click();
      expect([open, await findBarriers(owner)]).toEqual([open, []]);
    }
  });
});

/** As a viewer of every site, unless the sheet is filled in otherwise. @returns the link that is shown */
async function invite(email: string, fill?: (sheet: ReturnType<Page['getByRole']>) => Promise<void>): Promise<string> {
  await owner.goto(`${office.service.url}${PEOPLE}`);
  await owner.getByRole('button', { name: 'Invite somebody' }).click();
  const sheet = owner.getByRole('dialog', { name: 'Invite somebody' });
  await sheet.getByLabel('E-mail address').fill(email);
  await fill?.(sheet);
  await sheet.getByRole('button', { name: 'Make the link' }).click();
  const link = await sheet.locator('[data-copy="invitation"] code').textContent();
  await sheet.getByRole('button', { name: 'Done' }).click();
  return link ?? '';
}

async function openStranger(link: string): Promise<Page> {
  const context = await browser.newContext({ userAgent: CHROME, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(link);
  return page;
}
