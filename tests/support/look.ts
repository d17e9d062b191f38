/** Takes a picture of every page of the dashboard in every dress, and lists what is wrong on it: `npm run look -- <folder>`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext } from 'playwright-core';
import { CHROME, sendBeacon } from './beacons.ts';
import { launchChromium } from './chromium.ts';
import { findFaults } from './find-faults.ts';
import { openSeededOffice, SHOP, seedShop } from './seeded-office.ts';
import { createFolder, removeFolder, runCommandBeside, startService } from './service.ts';
import { waitForAnswers } from './wait-for-answers.ts';

const DAY_MS = 86_400_000;
/** What a few people leave: the first events of the shop's last day. */
const FEW_EVENTS = 6;

const SITES = { full: SHOP, small: 'small.example', empty: 'empty.example' } as const;

/** A page to look at; a further one is a further row. */
interface Look {
  name: string;
  /** Below `/app/`, of the seeded service. */
  path: string;
  /** Looked at without a login, or at a service that nobody has set up yet. */
  by?: 'stranger' | 'first-owner';
}

const FIGURES = ['day', '28d', '12mo'] as const;
const PAGES: readonly Look[] = [
  { name: 'set-up', path: '', by: 'first-owner' },
  { name: 'sign-in', path: '', by: 'stranger' },
  { name: 'forgotten', path: 'reset', by: 'stranger' },
  ...FIGURES.flatMap((period) =>
    (['full', 'small'] as const).map((size) => ({
      name: `figures-${period}-${size}`,
      path: `${SITES[size]}?period=${period}`,
    })),
  ),
  { name: 'figures-table-full', path: `${SITES.full}?period=28d&table=1` },
  {
    name: 'figures-filtered-full',
    path: `${SITES.full}?period=28d&filter=is~visit:country~FR`,
  },
  ...['filter', 'segments', 'keys', 'share', 'note', 'list:pages', 'explain:visitors'].map((open) => ({
    name: `sheet-${open.replace(':', '-')}-full`,
    path: `${SITES.full}?period=28d&open=${open}`,
  })),
  ...(['full', 'small'] as const).flatMap((size) => [
    {
      name: `funnels-${size}`,
      path: `${SITES[size]}/funnels?period=28d&step=page~is~/&step=goal~is~Sign%20up`,
    },
    ...['live', 'goals', 'retention', 'journeys'].map((page) => ({
      name: `${page}-${size}`,
      path: `${SITES[size]}/${page}?period=28d`,
    })),
  ]),
  ...['sites', 'overview', 'people', 'keys', 'log', 'mails', 'account'].map((page) => ({
    name: `office-${page}`,
    path: `-/${page}`,
  })),
  { name: 'office-overview-today', path: '-/overview?period=day' },
  { name: 'office-site', path: `-/sites/${SITES.full}` },
  { name: 'waiting-empty', path: SITES.empty },
  { name: 'nothing-here-full', path: `${SITES.full}?period=custom&from=2020-01-01&to=2020-01-31` },
  { name: 'unknown-site', path: 'unknown.example' },
];
const WIDTHS = ['390', '1440', '2560'];
const THEMES = ['light', 'dark'];
const LANGUAGES = ['en', 'fr', 'de'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '' },
    widths: { type: 'string', default: WIDTHS.join() },
    themes: { type: 'string', default: THEMES.join() },
    languages: { type: 'string', default: LANGUAGES.join() },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error(
    'Name a folder: npm run look -- pictures [--pages figures,sign-in] [--widths 390] [--themes dark] [--languages de,nl]',
  );
  process.exit(2);
}
void look(folder).then((found) => process.exit(found > 0 ? 1 : 0));

async function look(into: string): Promise<number> {
  mkdirSync(into, { recursive: true });
  const browser = await launchChromium();
  const freshFolder = createFolder();
  const fresh = await startService(freshFolder, { PASSANT_RATE_LIMIT: '0' });
  const office = await openSeededOffice(browser);
  try {
    await addSmallSites(office.folder);
    await visitToday(office.service.url);
    const wanted = values.pages.split(',');
    const pages = PAGES.filter(({ name }) => wanted.some((part) => name.includes(part)));
    const found: { picture: string; fault: string; where: string }[] = [];
    let pictures = 0;
    for (const language of values.languages.split(','))
      for (const theme of values.themes.split(',')) {
        const dress = {
          locale: language,
          colorScheme: theme === 'dark' ? 'dark' : 'light',
          userAgent: CHROME,
        } as const;
        const signedIn = await office.openContext(dress);
        const stranger = await browser.newContext(dress);
        for (const context of [signedIn, stranger]) await speak(context, language);
        for (const { name, path, by } of pages)
          for (const width of values.widths.split(',')) {
            const page = await (by === undefined ? signedIn : stranger).newPage();
            await page.setViewportSize({ width: Number(width), height: 900 });
            await page.goto(by === 'first-owner' ? (fresh.setupUrl ?? '') : `${office.service.url}/app/${path}`);
            const isSettled = await waitForAnswers(page);
            const picture = `${name}-${width}-${theme}-${language}`;
            await page.screenshot({ path: join(into, `${picture}.png`), fullPage: !name.startsWith('sheet-') });
            const faults = await findFaults(page);
            if (!isSettled) faults.push({ fault: 'still loading', where: '' });
            found.push(...faults.map((fault) => ({ picture, ...fault })));
            pictures++;
            await page.close();
          }
        await signedIn.close();
        await stranger.close();
      }
    if (found.length > 0) console.table(found);
    console.log(`${pictures} pictures in ${into}, ${found.length} findings`);
    return found.length;
  } finally {
    await browser.close();
    await office.close();
    await fresh.stop();
    removeFolder(freshFolder);
  }
}

function speak(context: BrowserContext, language: string): Promise<void> {
  return context.addCookies([{ name: 'language', value: language, domain: 'localhost', path: '/app' }]);
}

async function addSmallSites(dataDir: string): Promise<void> {
  const now = Date.now();
  const last = new Date(now - DAY_MS).toISOString().slice(0, 10);
  const few = seedShop(now)
    .split('\n')
    .filter((line) => line.includes(last))
    .slice(0, FEW_EVENTS)
    .map((line) => `${line.replaceAll(SHOP, SITES.small)}\n`)
    .join('');
  await runCommandBeside(dataDir, ['site', 'add', SITES.empty]);
  await runCommandBeside(dataDir, ['site', 'add', SITES.small, '--profile', 'consented', '--anonymous', 'day']);
  await runCommandBeside(dataDir, ['import', 'events', '-', '--site', SITES.small], few);
}

/** The seed ends yesterday; figures of today need somebody today. */
async function visitToday(url: string): Promise<void> {
  const paths = ['/', '/products/', '/docs/start', '/contact'];
  for (const [domain, count] of [
    [SITES.full, 12],
    [SITES.small, 1],
  ] as const)
    for (let index = 0; index < count; index++) {
      const c =
        index % 3 === 0 ? { c: 'granted', id: `V1StGXR8_Z5jdHi6B-m${String(index).padStart(2, '0')}` } : { c: 'unset' };
      await sendBeacon(url, { n: 'pageview', u: `https://${domain}${paths[index % paths.length]}`, d: domain, ...c });
    }
}
