/** Two steps of a sign-in in a real browser, by keyboard alone: an app with codes, a passkey of Chromium's own authenticator, recovery codes. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { findBarriers, violations } from '../support/axe.ts';
import { CHROME } from '../support/beacons.ts';
import { launchShell } from '../support/chromium.ts';
import { OWNER } from '../support/seeded-office.ts';
import { createFolder, removeFolder, type Service, startService } from '../support/service.ts';

const STEP_S = 30;
/** Looks at what stands in the sheet alone: the page below it is another test's. */
const SHEET = ['.dialog'];
let browser: Browser;
let folder: string;
let service: Service;
let page: Page;
let cdp: CDPSession;
let authenticator: string;
let secret = '';
let recovery: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder, {
    PASSANT_ADMIN_EMAIL: OWNER.email,
    PASSANT_ADMIN_PASSWORD: OWNER.password,
  });
  browser = await launchShell();
  page = await (await browser.newContext({ userAgent: CHROME, locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', ({ message }) => faults.push(message));
  cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  ({ authenticatorId: authenticator } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  }));
  await page.goto(`${service.url}/app/-/account`);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
  removeFolder(folder);
});

/** What the app shows, some steps from now. */
const codeOf = (steps: number) => generate({ secret, epoch: Date.now() / 1000 + steps * STEP_S });
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).press('Enter');
const heading = (name: string) => page.getByRole('heading', { name, exact: true });
/** Types into the field that has the focus, and sends. */
async function type(text: string): Promise<void> {
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}
const sheetField = (label: string) => page.getByRole('dialog').getByLabel(label, { exact: true });
/** Fills the last field of a sheet, and sends. */
async function fillSheet(label: string, text: string): Promise<void> {
  await sheetField(label).fill(text);
  await page.keyboard.press('Enter');
}
async function givePassword(): Promise<void> {
  await page.getByLabel('E-mail address').fill(OWNER.email);
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
  await page.keyboard.press('Enter');
}
async function signOut(): Promise<void> {
  await press('Account');
  await press('Sign out');
  await page.getByLabel('E-mail address').waitFor();
}
/** Somebody quick: has the focus on what the selector finds as soon as it is there, before it is painted. */
const focusAtOnce = (selector: string) =>
  page.evaluate((wanted) => {
    const watch = new MutationObserver(() => {
      const found = document.querySelector<HTMLElement>(wanted);
      if (found === null) return;
      watch.disconnect();
      found.focus();
    });
    watch.observe(document.body, { childList: true, subtree: true });
  }, selector);
/** The account page is shown, and who is there came in. */
const isIn = () => heading('Your account').waitFor();

describe('a second step', () => {
  it('is set up with an app, which the password and a first code confirm', async () => {
    await givePassword();
    await isIn();
    await page.locator('[data-step="app"]', { hasText: 'Not set up.' }).waitFor();
    await page.getByRole('link', { name: 'People' }).press('Enter');
    await page.locator('[data-person]', { hasText: 'signs in with one step' }).waitFor();
    await page.goBack();
    await press('Set up an app');
    await fillSheet('Current password', 'not the one');
    await page.locator('.mistake', { hasText: 'This is not your present password.' }).waitFor();
    await fillSheet('Current password', OWNER.password);
    await page.getByAltText('The secret as a picture').waitFor();
    secret = (await page.locator('.office-secret').textContent())?.replaceAll(' ', '') ?? '';
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(
      await page.locator('.office-picture').evaluate((picture: HTMLImageElement) => picture.naturalWidth),
    ).toBeGreaterThan(0);
    expect(await violations(page, SHEET)).toEqual([]);
    await fillSheet('Code', '000000');
    await page.locator('.mistake', { hasText: 'This code is not right.' }).waitFor();
    await fillSheet('Code', await codeOf(0));
    const codes = page.locator('[data-copy="recovery-codes"] code');
    recovery = ((await codes.textContent()) ?? '').trim().split('\n');
    expect(recovery).toHaveLength(10);
    expect(await violations(page, SHEET)).toEqual([]);
    await press('I have kept them');
    await page.locator('[data-step="codes"]', { hasText: '10 codes left' }).waitFor();
    await page.locator('[data-step="app"]', { hasText: 'set up on' }).waitFor();
  });

  it('is a passkey too, with a name', async () => {
    await press('Add a passkey');
    await sheetField('Name').fill('phone');
    await fillSheet('Current password', OWNER.password);
    await page.locator('[data-passkey="phone"]', { hasText: 'never used' }).waitFor();
    const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId: authenticator });
    expect(credentials).toEqual([expect.objectContaining({ isResidentCredential: true, rpId: 'localhost' })]);
    await press('Add a passkey');
    await sheetField('Name').fill('phone again');
    await fillSheet('Current password', OWNER.password);
    await page.locator('.mistake', { hasText: 'has a passkey of this account already' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'People' }).press('Enter');
    await page.locator('[data-person]', { hasText: 'signs in with two steps' }).waitFor();
    await page.goBack();
    await isIn();
  });

  it('is asked after the password: a code, of the app or kept', async () => {
    await signOut();
    await givePassword();
    await heading('Second step').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    // Opened anew, it goes on where it was, until it is begun again.
    await page.reload();
    await press('Begin again');
    await givePassword();
    await page.getByLabel('Code of the app').and(page.locator(':focus')).waitFor();
    await type('000000');
    await page.locator('.mistake', { hasText: 'This code is not right.' }).waitFor();
    await type(await codeOf(1));
    await isIn();
    await signOut();
    await focusAtOnce('.door-others button');
    await givePassword();
    await page.locator('.door-others button').first().waitFor();
    await page.waitForTimeout(200); // what comes after the page has been painted has come
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Use a recovery code');
    await page.keyboard.press('Enter');
    await page.getByLabel('Recovery code', { exact: true }).and(page.locator(':focus')).waitFor();
    await type(recovery[0] ?? '');
    await isIn();
    await page.locator('[data-step="codes"]', { hasText: '9 codes left' }).waitFor();
  });

  it('is a passkey in the place of a code, or in the place of both steps', async () => {
    await signOut();
    await givePassword();
    await heading('Second step').waitFor();
    await press('Use a passkey');
    await isIn();
    await page.locator('[data-passkey="phone"]', { hasText: 'last used on' }).waitFor();
    await signOut();
    await press('Sign in with a passkey');
    await isIn();
    await signOut();
    // Nobody is there to show it.
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified: false });
    await press('Sign in with a passkey');
    await page.locator('.mistake', { hasText: 'No passkey was shown.' }).waitFor();
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified: true });
    expect(await findBarriers(page)).toEqual([]);
    await press('Sign in with a passkey');
    await isIn();
  });

  it('is taken away with the password, and the password is enough again', async () => {
    await press('Remove the passkey phone');
    await fillSheet('Current password', OWNER.password);
    await page.locator('[data-passkey]').waitFor({ state: 'detached' });
    await press('Turn off the app');
    await sheetField('Current password').fill(OWNER.password);
    await fillSheet('Code', recovery[1] ?? '');
    await page.locator('[data-step="app"]', { hasText: 'Not set up.' }).waitFor();
    await page.locator('[data-step="codes"]').waitFor({ state: 'detached' });
    await signOut();
    await givePassword();
    await isIn();
  });

  it('is demanded by an owner of everybody, who sees nothing else until it is set up, and is left to each again', async () => {
    await page.getByRole('link', { name: 'People' }).press('Enter');
    const panel = page.locator('[data-demand]');
    await press('Demand it');
    await panel.getByText('One person has none').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await press('Cancel');
    await page.locator('[data-demand="off"]').waitFor();
    await press('Demand it');
    await press('Demand it');
    // The owner is the first of everybody.
    await heading('Set up a second step').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.goto(`${service.url}/app/-/sites`);
    await heading('Set up a second step').waitFor();
    await press('Sign out');
    await givePassword();
    await heading('Set up a second step').waitFor();
    await press('Set up an app');
    await fillSheet('Current password', OWNER.password);
    await page.getByAltText('The secret as a picture').waitFor();
    secret = (await page.locator('.office-secret').textContent())?.replaceAll(' ', '') ?? '';
    await fillSheet('Code', await codeOf(0));
    const codes = page.locator('[data-copy="recovery-codes"] code');
    recovery = ((await codes.textContent()) ?? '').trim().split('\n');
    expect(await violations(page, SHEET)).toEqual([]);
    await press('I have kept them');
    await heading('Sites').waitFor();
    expect(new URL(page.url()).pathname).toBe('/app/-/sites');

    // An open page of whoever has none is turned to the same.
    await page.goto(`${service.url}/app/-/account`);
    await press('Turn off the app');
    await sheetField('Current password').fill(OWNER.password);
    await fillSheet('Code', recovery[0] ?? '');
    await heading('Set up a second step').waitFor();
    await press('Add a passkey');
    await sheetField('Name').fill('phone');
    await fillSheet('Current password', OWNER.password);
    await press('I have kept them');
    await isIn();
    await page.getByRole('link', { name: 'People' }).press('Enter');
    await page.locator('[data-demand="on"]').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await press('Leave it to each person');
    await press('Leave it to each person');
    await page.locator('[data-demand="off"]').waitFor();
    expect(faults).toEqual([]);
  });
});
