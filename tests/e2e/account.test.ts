/** One's own account in a real browser: who one is, another password, and logins that are ended from elsewhere. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { findBarriers, isWider, violations } from '../support/axe.ts';
import { officeForTests } from '../support/office-for-tests.ts';
import { type Office, OWNER, SHOP, signIn } from '../support/seeded-office.ts';

const ACCOUNT = '/app/-/account';
const OTHER = 'other words in a row';
let office: Office;
let owner: Page;

officeForTests(`/app/${SHOP}`, (opened) => {
  ({ office, page: owner } = opened);
});

const others = () => owner.locator('[data-login="other"]');

describe('the owner', () => {
  it('finds the own account behind the menu, by keyboard, and people beside it', async () => {
    await owner.getByRole('button', { name: 'Account' }).focus();
    await owner.keyboard.press('Enter');
    await owner.getByRole('link', { name: 'Account' }).press('Enter');
    await owner.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
    expect(new URL(owner.url()).pathname).toBe(ACCOUNT);
    expect(await owner.title()).toBe('Your account · Passant');
    await owner.locator('.page-lead', { hasText: OWNER.email }).waitFor();
    await owner.getByText('Owner of every site').waitFor();
    await owner.getByText('You are signed in nowhere else.').waitFor();
    expect(await owner.locator('[data-login="this"]').count()).toBe(1);
    const nav = owner.getByRole('navigation', { name: 'Back office' });
    await nav.getByRole('link', { name: 'People' }).press('Enter');
    await owner.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    await owner.goBack();
    await nav.locator('[aria-current="page"]', { hasText: 'Account' }).waitFor();
  });

  it('ends another login, and all others, after being asked', async () => {
    for (let login = 0; login < 3; login++) await signIn(office.service.url);
    await owner.reload();
    await others().nth(2).waitFor();
    const end = others()
      .first()
      .getByRole('button', { name: /^End the login of/ });
    await end.press('Enter');
    // The focus is on the answer that changes nothing.
    await owner.keyboard.press('Enter');
    await end.waitFor();
    await end.press('Enter');
    await others().first().getByRole('button', { name: 'End', exact: true }).press('Enter');
    await others().nth(2).waitFor({ state: 'detached' });
    await owner.getByRole('button', { name: 'End all others' }).click();
    await owner.getByText('Only this browser stays signed in.').waitFor();
    await owner.getByRole('button', { name: 'End', exact: true }).click();
    await owner.getByText('You are signed in nowhere else.').waitFor();
    expect(await others().count()).toBe(0);
  });

  it('is told of mistakes beside their fields', async () => {
    const [current, fresh] = [owner.getByLabel('Current password'), owner.getByLabel('New password')];
    const submit = owner.getByRole('button', { name: 'Change the password' });
    const mistakes = () => owner.locator('.mistake').allTextContents();
    await submit.click();
    expect(await mistakes()).toEqual(['Give your password.', 'This password is shorter than 12 characters.']);
    expect(await current.evaluate((field) => field === document.activeElement)).toBe(true);
    await current.fill('not the one');
    await fresh.fill(OTHER);
    await submit.click();
    await owner.locator('.mistake', { hasText: 'This is not your present password.' }).waitFor();
    await current.fill(OTHER);
    await submit.click();
    await owner.locator('.mistake', { hasText: 'the password that you have already' }).waitFor();
    await fresh.fill('passwordpassword');
    await submit.click();
    await owner.locator('.mistake', { hasText: 'among the first' }).waitFor();
    expect(await mistakes()).toHaveLength(1);
  });

  describe('with a second tab open', () => {
    let context: BrowserContext;
    let tabs: [Page, Page];
    let login: string;
    beforeEach(async () => {
      login = await signIn(office.service.url);
      context = await office.openContext();
      await context.clearCookies();
      const cookie = { name: 'sessionid', value: login, domain: 'localhost', path: '/app', httpOnly: true };
      await context.addCookies([cookie]);
      tabs = [await context.newPage(), await context.newPage()];
      for (const tab of tabs) {
        await tab.goto(`${office.service.url}/app/${SHOP}`);
        await tab.locator('.tile').first().waitFor();
        await tab.waitForLoadState('networkidle');
      }
    });
    afterEach(() => context.close());
    const signOut = async (tab: Page) => {
      await tab.getByRole('button', { name: 'Account' }).click();
      await tab.getByRole('button', { name: 'Sign out' }).click();
    };
    /** Every so often a tab asks who is here now, and would learn of the end by that. */
    const isolate = (tab: Page) => tab.route('**/app/api/**', (route) => route.abort());
    /** Nothing is clicked there: it must go by itself. */
    const isEmpty = async (tab: Page, instead: 'Sign in' | 'Try again' = 'Sign in') => {
      await tab.getByRole('button', { name: instead, exact: true }).waitFor();
      expect(await tab.locator('.tile, table, canvas, [data-site], .account').count()).toBe(0);
      expect(await tab.locator('body').textContent()).not.toContain(SHOP);
    };

    it('signs out of both, and neither shows figures any longer', async () => {
      await isolate(tabs[1]);
      await signOut(tabs[0]);
      for (const tab of tabs) await isEmpty(tab);
      await tabs[1].getByText('You have been signed out.').waitFor();
      expect(await tabs[0].getByText('You have been signed out.').count()).toBe(0);
    });

    it('empties both when no server answers', async () => {
      await context.setOffline(true);
      await signOut(tabs[0]);
      // The words of the sign-in are still on the server.
      for (const tab of tabs) await isEmpty(tab, 'Try again');
    });

    it('empties both as soon as one finds that the login was ended elsewhere', async () => {
      await isolate(tabs[1]);
      const cookie = `sessionid=${login}; csrftoken=abc`;
      const headers = { cookie, 'x-csrf-token': 'abc' };
      const ended = await fetch(`${office.service.url}/app/api/sign-out`, { method: 'POST', headers, body: '{}' });
      expect(ended.status).toBe(200);
      await tabs[0].getByRole('button', { name: 'Account' }).click();
      await tabs[0].getByRole('link', { name: 'Account' }).click();
      for (const tab of tabs) await isEmpty(tab);
    });

    it('stays signed in when the server tells late that it was not', async () => {
      const [tab] = tabs;
      let answerLate = (): void => undefined;
      const isLate = new Promise<void>((resolve) => {
        answerLate = resolve;
      });
      const late = tab.waitForRequest(/\/app\/api\/state$/);
      await tab.route(
        '**/app/api/state',
        async (route) => {
          const response = await route.fetch();
          await isLate;
          await route.fulfill({ response });
        },
        { times: 1 },
      );
      await signOut(tab);
      await tab.getByLabel('E-mail address').fill(OWNER.email);
      await tab.getByLabel('Password', { exact: true }).fill(OWNER.password);
      await tab.keyboard.press('Enter');
      await tab.locator('.tile').first().waitFor();
      answerLate();
      await (await (await late).response())?.finished();
      await tab.waitForTimeout(200); // nothing is to happen, so there is nothing to wait for
      expect(await tab.locator('.tile').count()).toBeGreaterThan(0);
    });

    it('goes on when a page of the same host only says that it has ended', async () => {
      const page = await context.newPage();
      await page.goto(`${office.service.url}/healthz`);
      const asked = Promise.all(tabs.map((tab) => tab.waitForRequest(/\/app\/api\/state$/)));
      await page.evaluate(() => new BroadcastChannel('passant-login').postMessage(null));
      await asked;
      for (const tab of tabs) await tab.locator('.tile').first().waitFor();
    });
  });

  it('changes the password, which ends every other login', async () => {
    const elsewhere = await office.openPage(ACCOUNT);
    await elsewhere.context().clearCookies();
    await elsewhere.context().addCookies([
      {
        name: 'sessionid',
        value: await signIn(office.service.url),
        domain: 'localhost',
        path: '/app',
        httpOnly: true,
      },
    ]);
    await elsewhere.reload();
    await elsewhere.getByRole('heading', { name: 'Your account' }).waitFor();
    await owner.reload();
    await others().first().waitFor();
    await owner.getByLabel('Current password').fill(OWNER.password);
    await owner.getByLabel('New password').fill(OTHER);
    await owner.getByRole('button', { name: 'Change the password' }).click();
    await owner.getByText('The password is changed. All other logins have ended.').waitFor();
    await owner.getByText('You are signed in nowhere else.').waitFor();
    expect(await owner.getByLabel('Current password').inputValue()).toBe('');
    await elsewhere.reload();
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await elsewhere.getByLabel('E-mail address').fill(OWNER.email);
    await elsewhere.getByLabel('Password').fill(OTHER);
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
    await elsewhere.getByRole('heading', { name: 'Your account' }).waitFor();
    await elsewhere.context().close();
  });
});

describe('somebody who has forgotten the password', () => {
  it('finds the command for it where no e-mail is sent, and copies it', async () => {
    const context = await office.openContext({ viewport: { width: 390, height: 800 } });
    await context.clearCookies();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    await page.goto(`${office.service.url}/app/reset`);
    await page.getByText('This server sends no e-mail.').waitFor();
    await page.getByRole('button', { name: 'Copy: Command for a new password' }).press('Enter');
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('passant user password you@example.org');
    expect(await isWider(page)).toBe(false);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});

describe('for everyone', () => {
  it('nothing bars the way, on a light desk and a dark phone', async () => {
    for (const open of ['', 'End the login of', 'Change the password']) {
      await owner.goto(`${office.service.url}${ACCOUNT}`);
      await others().first().waitFor();
      if (open !== '')
        await owner
          .getByRole('button', { name: new RegExp(`^${open}`) })
          .first()
          .click();
      expect([open, await findBarriers(owner)]).toEqual([open, []]);
    }
  });
});
