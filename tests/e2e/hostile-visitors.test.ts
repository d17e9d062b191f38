/**
 * What visitors may send to run something in a page of ours, in every field that is theirs, seen by a real browser wherever it is
 * shown: nothing runs, nothing becomes markup, nothing is asked of elsewhere, and the policy of no page is ever needed.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { CHROME, sendBeacon } from '../support/beacons.ts';
import { launchShell } from '../support/chromium.ts';
import { OWNER, SHOP, signIn } from '../support/seeded-office.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';

const VISITOR = 'V1StGXR8_Z5jdHi6B-myT';
const PEOPLE = 12;
/** Each sets a flag if it runs, and leaves an element if it becomes markup. */
const EVIL = [
  '<img src=x onerror=__ran=1 data-evil>',
  `"'><svg/onload=__ran=1 data-evil>`,
  '</script><script data-evil>__ran=1</script>',
  '<iframe srcdoc="<script>parent.__ran=1</script>" data-evil>',
  'javascript:__ran=1',
  '{{constructor.constructor("__ran=1")()}}',
];

let folder: string;
let service: Service;
let browser: Browser;
let office: BrowserContext;
/** What should not have happened, of all pages. */
const seen: string[] = [];

beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder, {
    ...{ PASSANT_RATE_LIMIT: '0', PASSANT_ADMIN_EMAIL: OWNER.email, PASSANT_ADMIN_PASSWORD: OWNER.password },
  });
  const run = async (args: string[]) => {
    const { status, stderr } = await runCommandBeside(folder, args);
    if (status !== 0) throw new Error(stderr);
  };
  const asItIs = ['--rounding', 'off', '--small-cells', 'off'];
  await run(['site', 'add', SHOP, '--timezone', 'UTC', '--profile', 'consented', '--anonymous', 'day', ...asItIs]);
  for (const evil of EVIL) await run(['goal', 'add', SHOP, '--event', evil, '--name', `goal ${evil}`]);
  await run(['link', 'add', SHOP, '--public', '--licence', 'CC-BY-4.0', '--details']);
  // Enough people for a public page to tell of each.
  for (const evil of EVIL) for (let person = 0; person < PEOPLE; person++) await visit(evil, person);
  browser = await launchShell();
  office = await watched(
    await browser.newContext({ userAgent: CHROME, locale: 'en-GB', viewport: { width: 1440, height: 5000 } }),
  );
  const login = await signIn(service.url);
  await office.addCookies([{ name: 'sessionid', value: login, domain: 'localhost', path: '/app', httpOnly: true }]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await service.stop();
  removeFolder(folder);
});

/** With all that a visitor can say. */
async function visit(evil: string, person: number): Promise<void> {
  const text = encodeURIComponent(evil);
  const campaign = ['source', 'medium', 'campaign', 'content', 'term'].map((name) => `utm_${name}=${text}`).join('&');
  const headers = { 'accept-language': `${evil},fr`, 'x-forwarded-for': evil, 'sec-fetch-site': 'same-site' };
  const send = async (more: object) => {
    const message = {
      d: SHOP,
      c: 'granted',
      id: person === 0 ? VISITOR : `V1StGXR8_Z5jdHi6B-m${10 + person}`,
      u: `https://${SHOP}/${evil}?${campaign}#${evil}`,
      ...more,
    };
    const answer = await sendBeacon(service.url, message, { headers });
    expect([answer.status, answer.headers.get('x-passant-dropped')]).toEqual([202, null]);
  };
  const consent = { n: 'consent', action: 'accepted', text: `1${text}`.slice(0, 20), adapter: 'manual', banner: evil };
  await send(consent).catch(() => send({ ...consent, text: '1-en', banner: 'passant-1' }));
  await send({ n: 'pageview', r: `https://evil.example/${evil}?${evil}` });
  await send({ n: 'pageview', u: `https://${SHOP}/${text}`, t: evil, title: evil, section: evil, screen: evil });
  await send({ n: evil, p: { [evil]: evil, search: evil, plan: evil }, $: { amount: 1, currency: 'EUR' } });
  await send({ n: '404', p: { path: evil } });
  await send({ n: 'Search', p: { search: evil } });
}

async function watched(context: BrowserContext): Promise<BrowserContext> {
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`refused: ${event.blockedURI}`));
  });
  context.on('request', (request) => {
    if (new URL(request.url()).host !== new URL(service.url).host) seen.push(`asked ${request.url()}`);
  });
  context.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('weberror', (error) => seen.push(`fault ${error.error().message}`));
  context.on('console', (message) => {
    if (/refused|Content Security Policy/i.test(message.text())) seen.push(message.text());
  });
  return context;
}

/** Nothing is being fetched or laid out any more. */
function settled(page: Page): Promise<unknown> {
  return page.waitForFunction(() => document.querySelector('.skeleton, [data-stale="true"]') === null);
}

/** Looks at what is there now. @returns how many texts of visitors are to be seen, so that there is something to judge */
async function judge(page: Page): Promise<number> {
  const found = await page.evaluate((evil) => {
    const text = document.body.innerText;
    return {
      ran: '__ran' in window,
      elements: document.querySelectorAll('[data-evil], iframe, embed, object, base').length,
      scripts: [...document.scripts].filter(({ src }) => src === '' || new URL(src).origin !== origin).length,
      links: [...document.links].filter(({ protocol }) => !/^https?:$/.test(protocol) && protocol !== 'blob:').length,
      handlers: [...document.querySelectorAll('*')].filter((each) =>
        [...each.attributes].some(({ name }) => /^on/.test(name)),
      ).length,
      shown: evil.filter((each) => text.includes(each.slice(0, 12))).length,
    };
  }, EVIL);
  const { shown, ...harm } = found;
  expect(harm).toEqual({ ran: false, elements: 0, scripts: 0, links: 0, handlers: 0 });
  return shown;
}

describe('what visitors send is text', () => {
  it.each([`/app/${SHOP}?period=day`, `/share/${SHOP}?period=day`])('in every panel of %s', async (path) => {
    const page = await office.newPage();
    await page.goto(service.url + path);
    await page.locator('[role=tab]').first().waitFor();
    const tabs = page.locator('[role=tab]');
    let shown = 0;
    for (let index = 0; index < (await tabs.count()); index++) {
      await tabs.nth(index).click();
      await settled(page);
      shown += await judge(page);
    }
    expect(shown).toBeGreaterThan(EVIL.length);
    await page.close();
  });

  it.each([
    ['the list of pages', `${SHOP}?period=day&open=list:pages`],
    [
      'a filter and an explanation',
      `${SHOP}?period=day&filter=is~event:page~${encodeURIComponent(`/${EVIL[0]}`)}&open=explain:pageviews`,
    ],
    ['the live page', `${SHOP}/live`],
    ['journeys', `${SHOP}/journeys?period=day`],
    [
      'an address made up by somebody else',
      `${encodeURIComponent(EVIL[0] ?? '')}?period=${EVIL[1]}&q=${EVIL[0]}&open=list:${EVIL[2]}&order=${EVIL[4]}`,
    ],
  ])('in %s', async (name, path) => {
    const page = await office.newPage();
    await page.goto(`${service.url}/app/${path}`, { waitUntil: 'networkidle' });
    expect(await judge(page)).toBeGreaterThanOrEqual(name.includes('made up') ? 0 : 1);
    // The way out is on every page, below what lies on top.
    if (!/list|filter/.test(name)) {
      await page.getByRole('button', { name: 'Account' }).click();
      expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(true);
    }
    await page.close();
  });

  it('on the pages for visitors, in what they ask and in what is known of them', async () => {
    const page = await office.newPage();
    const asked = `?lang=${encodeURIComponent(EVIL[1] ?? '')}&theme=${encodeURIComponent(EVIL[0] ?? '')}&x=${encodeURIComponent(EVIL[2] ?? '')}`;
    for (const path of [
      `/charter/${SHOP}${asked}`,
      `/charter/${encodeURIComponent(EVIL[0] ?? '')}${asked}`,
      `/privacy/${SHOP}${asked}`,
    ]) {
      await page.goto(service.url + path);
      await judge(page);
    }
    await page.locator('input[name=id]').fill(VISITOR);
    await page.locator('button[value=see]').click();
    await settled(page);
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true;
    });
    expect(await judge(page)).toBeGreaterThanOrEqual(4);
    await page.close();
  });

  it('and no policy had to hold anything back, nothing was asked of elsewhere, no page broke', () => {
    expect(seen).toEqual([]);
  });
});
