/** Takes the pictures of docs/screenshots anew, of the seeded shop: `npm run screenshots`. */
import { join } from 'node:path';
import { CHROME } from './beacons.ts';
import { launchChromium } from './chromium.ts';
import { openSeededOffice, SHOP } from './seeded-office.ts';
import { waitForAnswers } from './wait-for-answers.ts';

const FOLDER = join(import.meta.dirname, '../../docs/screenshots');
const SCREENSHOTS = [
  { name: 'dashboard', path: '?period=28d', size: [1280, 1400] },
  { name: 'dashboard-phone', path: '?period=28d', size: [390, 844] },
  { name: 'explain', path: '?period=28d&open=explain:visitors', size: [1280, 900] },
  {
    name: 'funnel',
    path: '/funnels?period=28d&step=page~is~/&step=page~is~/products/&step=goal~is~Sign%20up',
    size: [1280, 900],
  },
  { name: 'journeys', path: '/journeys?period=28d', size: [1280, 900] },
] as const;

async function takeScreenshots(): Promise<void> {
  const browser = await launchChromium();
  const office = await openSeededOffice(browser);
  try {
    const context = await office.openContext({ locale: 'en-GB', colorScheme: 'light', userAgent: CHROME });
    for (const { name, path, size } of SCREENSHOTS) {
      const page = await context.newPage();
      await page.setViewportSize({ width: size[0], height: size[1] });
      await page.goto(`${office.service.url}/app/${SHOP}${path}`);
      if (!(await waitForAnswers(page))) throw new Error(`${name} was still loading.`);
      await page.screenshot({ path: join(FOLDER, `${name}.png`) });
      await page.close();
    }
  } finally {
    await browser.close();
    await office.close();
  }
}

void takeScreenshots();
