/** Signing in with a provider in a real browser: refused at first, linked by the password, in by the button, with a second step where there is one, unlinked. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import type { Browser } from 'playwright-core';
import { findBarriers } from '../support/axe.ts';
import { launchShell, openVisitor } from '../support/chromium.ts';
import { openTestProvider, type TestProvider } from '../support/oidc-provider.ts';
import { createFolder, removeFolder, type Service, startService } from '../support/service.ts';

const OWNER = { email: 'ada@example.org', password: 'quiet words in a long row' };
let browser: Browser;
let folder: string;
let provider: TestProvider;
let service: Service;

beforeAll(async () => {
  browser = await launchShell();
  folder = createFolder();
  provider = await openTestProvider();
  service = await startService(folder, {
    ...provider.settings,
    ...{ PASSANT_ADMIN_EMAIL: OWNER.email, PASSANT_ADMIN_PASSWORD: OWNER.password },
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
  await provider?.stop();
  removeFolder(folder);
});

it('by keyboard: refused in plain words, linked once, in by one key from then on, and unlinked', async () => {
  const page = await (await openVisitor(browser)).newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  const button = page.getByRole('link', { name: 'Sign in with City login' });
  provider.person = { sub: 'ada of the city', email: OWNER.email, email_verified: true };

  await page.goto(`${service.url}/app/-/account`);
  await button.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'There is an account with your address here.' }).waitFor();
  expect(page.url()).toBe(`${service.url}/app/-/account`);
  expect(await findBarriers(page)).toEqual([]);

  await page.getByLabel('E-mail address').fill(OWNER.email);
  await page.getByLabel('Password').fill(OWNER.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).press('Enter');
  const section = page.getByRole('region', { name: 'Sign in with City login' });
  await section.getByLabel('Current password').fill('not hers');
  await section.getByLabel('Current password').press('Enter');
  await section.getByText('This is not your present password.').waitFor();
  await section.getByLabel('Current password').fill(OWNER.password);
  await section.getByLabel('Current password').press('Enter');
  await section.getByText('City login lets you in without the password.').waitFor();

  await page.getByRole('button', { name: 'Account', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Sign out' }).press('Enter');
  await button.press('Enter');
  await section.getByRole('button', { name: 'Unlink the account at City login' }).waitFor();

  await page.getByRole('button', { name: 'Set up an app' }).press('Enter');
  await page.getByRole('dialog').getByLabel('Current password').fill(OWNER.password);
  await page.keyboard.press('Enter');
  await page.getByAltText('The secret as a picture').waitFor();
  const secret = (await page.locator('.office-secret').textContent())?.replaceAll(' ', '') ?? '';
  await page
    .getByRole('dialog')
    .getByLabel('Code')
    .fill(await generate({ secret }));
  await page.keyboard.press('Enter');
  const codes = await page.locator('[data-copy="recovery-codes"] code').textContent();
  await page.getByRole('button', { name: 'I have kept them' }).press('Enter');
  await page.getByRole('button', { name: 'Account', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Sign out' }).press('Enter');
  await button.press('Enter');
  await page.getByRole('heading', { name: 'Second step', exact: true }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/app/-/account');
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Use a recovery code' }).press('Enter');
  await page.getByLabel('Recovery code', { exact: true }).fill(codes?.trim().split('\n')[0] ?? '');
  await page.keyboard.press('Enter');
  await section.getByRole('button', { name: 'Unlink the account at City login' }).press('Enter');
  await section.getByRole('button', { name: 'Unlink', exact: true }).press('Enter');
  await section.getByText('Link your account with the one that you have at City login').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  expect(faults).toEqual([]);
});
