/** A service with two months of a lively site, signed in: what tests of the dashboard look at. Every figure follows from the seed. */
import { Readable } from 'node:stream';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { CHROME, FIREFOX } from './beacons.ts';
import { commandsOf, createFolder, removeFolder, type Service, startService } from './service.ts';

export const SHOP = 'shop.example';
export const OWNER = { email: 'ada@example.org', password: 'quiet words in a long row' };

/** What visitors may send to break a page: shown as text, or not at all. */
export const HOSTILE = {
  script: '/<script>alert(1)</script>',
  bidi: '/\u202Egnp.exe',
  long: `/${'long-'.repeat(390)}`,
  emoji: '/\u{1F469}\u200D\u{1F4BB}/caf\u00E9',
  source: '"><img src=x onerror=alert(1)>',
};

const DAYS = 62;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const PHONE =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36';
const BROWSERS = [CHROME, FIREFOX, PHONE, PHONE];
const REFERRERS = [
  'https://www.google.com/',
  null,
  'https://news.ycombinator.com/item?id=1',
  null,
  'https://duckduckgo.com/',
];
/** Networks of several countries. */
const NETWORKS = ['2.0', '80.128', '62.0', '8.8', '203.0', '81.56'];
const PAGES = [
  '/',
  '/products/',
  '/products/boots',
  '/products/socks',
  '/docs/start',
  '/docs/faq',
  '/contact',
  '/basket',
  '/thanks',
];

export interface Office {
  service: Service;
  folder: string;
  /** A browser of the signed-in owner, without motion: frames cost, and few tests look at them. */
  openContext(options?: Parameters<Browser['newContext']>[0]): Promise<BrowserContext>;
  openPage(path: string, options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
  /** Asks the API what the page asks: `POST /api/v2/<name>` with a key. */
  ask(name: string, body: object): Promise<{ results: never[]; meta: Record<string, unknown> }>;
  close(): Promise<void>;
}

/** @param now UTC ms; the data ends the day before */
export async function openSeededOffice(browser: Browser, now = Date.now()): Promise<Office> {
  const folder = createFolder();
  const service = await startService(folder, {
    PASSANT_RATE_LIMIT: '0',
    PASSANT_ADMIN_EMAIL: OWNER.email,
    PASSANT_ADMIN_PASSWORD: OWNER.password,
  });
  const commands = commandsOf(folder);
  await commands.addSite(SHOP, { timezone: 'UTC', profile: 'consented', anonymous: 'day' });
  await commands.addGoal(SHOP, { event: 'Sign up' });
  await commands.addGoal(SHOP, { event: 'Purchase' });
  await commands.addGoal(SHOP, { page: '/thanks', name: 'Thanked' });
  const asked = { site: SHOP, kind: 'events', format: null, again: false, name: '-' } as const;
  await commands.importData(asked, Readable.from([Buffer.from(seedShop(now))]), () => {});
  const { secret } = await commands.issueKey({ name: 'tests', scopes: ['stats:read'] }, null);
  const login = await signIn(service.url);

  const openContext = async (options: Parameters<Browser['newContext']>[0] = {}) => {
    const context = await browser.newContext({
      userAgent: CHROME,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...options,
    });
    await context.addCookies([{ name: 'sessionid', value: login, domain: 'localhost', path: '/app', httpOnly: true }]);
    return context;
  };
  return {
    service,
    folder,
    openContext,
    openPage: async (path, options) => {
      const page = await (await openContext(options)).newPage();
      await page.goto(`${service.url}${path}`);
      return page;
    },
    ask: async (name, body) => {
      const response = await fetch(`${service.url}/api/v2/${name}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({ site_id: SHOP, ...body }),
      });
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as { results: never[]; meta: Record<string, unknown> };
    },
    close: async () => {
      await service.stop();
      removeFolder(folder);
    },
  };
}

/** Signs the owner in. @param url of the service @returns the value of the login cookie */
export async function signIn(url: string): Promise<string> {
  const first = await fetch(`${url}/app/api/state`);
  const token = /csrftoken=([^;]+)/.exec(first.headers.get('set-cookie') ?? '')?.[1] ?? '';
  const answer = await fetch(`${url}/app/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': token, cookie: `csrftoken=${token}` },
    body: JSON.stringify(OWNER),
  });
  const login = /sessionid=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
  if (login === undefined) throw new Error(`nobody could sign in: ${answer.status}`);
  return login;
}

/** JSON lines for `passant import events`: about 5 000 events of 240 people in two months, in order. */
export function seedShop(now: number): string {
  const first = Math.floor(now / DAY_MS) * DAY_MS - DAYS * DAY_MS;
  const lines: { time: string }[] = [];
  for (let day = 0; day < DAYS; day++) {
    for (let person = 0; person < 240; person++) {
      // Everybody in a rhythm of their own; more people in the second month, fewer at weekends.
      const rhythm = 4 + (person % 23);
      const weekday = new Date(first + day * DAY_MS).getUTCDay();
      if ((day + person * 7) % rhythm > 1 || ((weekday === 0 || weekday === 6) && person % 2 === 0)) continue;
      if (day < DAYS / 2 && person % 4 === 1) continue;
      lines.push(...visitOf(person, day, first + day * DAY_MS + 7 * HOUR_MS + person * 200_000));
    }
  }
  return lines
    .toSorted((one, other) => (one.time < other.time ? -1 : 1))
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

function visitOf(person: number, day: number, at: number): { time: string }[] {
  const isIdentified = person % 5 < 2;
  const who = {
    ip: `${NETWORKS[person % NETWORKS.length]}.${person}.9`,
    user_agent: BROWSERS[person % BROWSERS.length] ?? CHROME,
    consent: isIdentified ? 'granted' : 'unset',
    ...(isIdentified && { visitor: `person${String(person).padStart(14, '0')}A` }),
  };
  const campaign =
    person % 9 === 0 ? '?utm_source=letter&utm_medium=email&utm_campaign=spring&utm_content=top&utm_term=boots' : '';
  const count = 1 + ((person + day) % 5);
  const events: object[] = [];
  for (let step = 0; step < count; step++) {
    const path = PAGES[(person * 3 + day * (step > 0 ? 2 : 0) + step * 2) % PAGES.length] ?? '/';
    events.push({
      name: 'pageview',
      url: `https://${SHOP}${path}${step === 0 ? campaign : ''}`,
      referrer: step === 0 ? (REFERRERS[person % REFERRERS.length] ?? null) : null,
    });
  }
  if (person % 11 === 0)
    events.push({ name: 'Search', url: `https://${SHOP}/products/`, props: { search: day % 2 ? 'boots' : 'socks' } });
  if (person % 8 === 3)
    events.push({
      name: 'Sign up',
      url: `https://${SHOP}/contact`,
      props: { plan: person % 16 === 3 ? 'pro' : 'free' },
    });
  if (person % 10 === 2)
    events.push({
      name: 'Purchase',
      url: `https://${SHOP}/thanks`,
      revenue: { amount: 20 + (day % 7), currency: 'EUR' },
      props: { plan: 'pro' },
    });
  if (person % 13 === 5)
    events.push({ name: '404', url: `https://${SHOP}/gone-${person % 3}`, props: { path: `/gone-${person % 3}` } });
  if (person === 30)
    for (const path of [HOSTILE.script, HOSTILE.bidi, HOSTILE.long, HOSTILE.emoji])
      events.push({ name: 'pageview', url: `https://${SHOP}${encodeURI(path)}`, referrer: null });
  if (person === 31)
    events.push({
      name: 'pageview',
      url: `https://${SHOP}/?utm_source=${encodeURIComponent(HOSTILE.source)}&utm_campaign=${encodeURIComponent(HOSTILE.source)}`,
      referrer: null,
    });
  return events.map((event, index) => ({ time: new Date(at + index * 40_000).toISOString(), ...event, ...who }));
}
