/** The figures in Chromium, Firefox and WebKit: engines lay tables and columns out differently. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ENGINES } from '../support/browsers/each-engine.ts';
import type { Engine } from '../support/browsers/engine.ts';
import { launchShell } from '../support/chromium.ts';
import { type Office, openSeededOffice, SHOP } from '../support/seeded-office.ts';
import { commandsOf } from '../support/service.ts';

const START_MS = 60_000;

/** Where a part of the page lies, in pixels of the page. */
interface Box {
  name: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

let browser: Browser;
let office: Office;
beforeAll(async () => {
  browser = await launchShell();
  office = await openSeededOffice(browser);
  await commandsOf(office.folder).addLink(SHOP, { kind: 'public' });
}, START_MS);
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

describe.each(ENGINES)('%s', (_name, openEngine) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
  }, START_MS);
  afterAll(() => engine?.close());

  it('lays the panels side by side, the hours of the week right under its days, and nothing wider than its window', async () => {
    const tab = await engine.open();
    await tab.goto(`${office.service.url}/share/${SHOP}?period=28d`);
    const find = (selector: string): Promise<Box[]> =>
      tab.evaluate((wanted: string) => {
        return [...document.querySelectorAll(wanted)].map((part) => {
          const { left, right, top, bottom } = part.getBoundingClientRect();
          return { name: `${part.className} ${part.getAttribute('data-panel')}`, left, right, top, bottom };
        });
      }, selector);
    while ((await find('.week tbody')).length === 0 || (await find('.skeleton')).length > 0) await wait(50);
    // Cards are placed by their heights, once they have them.
    while ((await find('.panel-columns[data-placed]')).length === 0) await wait(50);
    const panels = await find('.panel-columns > .panel');
    expect(panels.length).toBeGreaterThan(4);
    const overlap = (a: Box, b: Box) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const crossing = panels.flatMap((a, index) => panels.slice(index + 1).filter((b) => overlap(a, b)));
    expect(crossing).toEqual([]);
    const [[head], [body]] = [await find('.week thead'), await find('.week tbody')];
    expect((body?.top ?? 0) - (head?.bottom ?? 0)).toBeLessThan(2);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await tab.close();
  });
});
