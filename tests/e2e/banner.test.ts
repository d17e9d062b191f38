/** The banner in a real browser: equal answers, the keyboard alone, the site's other purposes, languages, and the page left as it was. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { listLanguages } from '../../client/banner/build-banner.mjs';
import type { MeasuredSite } from '../client/support/measured-site.ts';
import { setScene } from '../client/support/set-scene.ts';
import { violations } from '../support/axe.ts';

const TEXTS = join(import.meta.dirname, '../../client/banner/texts/2');
const textsIn = (language: string) =>
  JSON.parse(readFileSync(join(TEXTS, `${language}.json`), 'utf8')) as Record<string, string>;
const PURPOSES =
  'data-categories="comfort,marketing" data-comfort="Comfort: keeps the size of the text" data-marketing="Advertising: shows our offers elsewhere"';

let site: MeasuredSite;
let context: BrowserContext;
let page: Page;
setScene((scene) => {
  ({ site, context, page } = scene);
});

interface Shown {
  /** Attributes of the banner's tag, and what stands behind `choice.js`. */
  tag?: string;
  query?: string;
  html?: string;
  head?: string;
  body?: string;
  policy?: string;
  path?: string;
}

/** Opens a page of this form on the measured site. */
async function show({
  tag = '',
  query = '',
  html = 'lang="en"',
  head = '',
  body = '',
  policy = '',
  path = '/page',
}: Shown = {}) {
  const address = site.origin + path;
  await page.unroute(address);
  await page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': `default-src 'self'; style-src 'self' 'unsafe-inline'; ${policy}` },
      body: `<!doctype html><html ${html}><head><meta name="viewport" content="width=device-width"><title>A page</title>${head}
<script defer src="/count/s.js" data-site="example.org"></script><script defer src="/count/choice.js${query}" ${tag}></script></head>
<body><main><h1>A page</h1>${body}<p>${'A line of text. '.repeat(60)}</p></main></body></html>`,
    }),
  );
  await page.goto(address);
}

const dialog = () => page.getByRole('dialog');
const back = () => page.locator('passant-choice nav');
const press = (name: string) => dialog().getByRole('button', { name, exact: true }).click();
const stored = async () => {
  const found = (await context.cookies()).find(({ name }) => name === 'cookies_preferences');
  return found && (JSON.parse(decodeURIComponent(found.value)) as Record<string, unknown>);
};
const store = (choice: object) =>
  context.addCookies([
    { name: 'cookies_preferences', value: encodeURIComponent(JSON.stringify(choice)), url: site.origin },
  ]);
const isFocusIn = (selector: string) =>
  page.evaluate(
    (wanted) => !!document.querySelector('passant-choice')?.shadowRoot?.activeElement?.closest(wanted),
    selector,
  );
const focused = () =>
  page.evaluate(() => document.querySelector('passant-choice')?.shadowRoot?.activeElement?.textContent ?? null);

describe('yes and no', () => {
  it.each([
    ['', 'light', 'Refuse', 'Accept'],
    [PURPOSES, 'dark', 'Refuse all', 'Accept all'],
  ] as const)('differ in nothing but their word (%s)', async (tag, colorScheme, no, yes) => {
    await page.emulateMedia({ colorScheme });
    await show({ tag });
    const looks = (name: string) =>
      dialog()
        .getByRole('button', { name, exact: true })
        .evaluate((button) => {
          const { width, height, top } = button.getBoundingClientRect();
          const style = getComputedStyle(button);
          const styles = [...style].map((property) => `${property}: ${style.getPropertyValue(property)}`);
          const parent = [...(button.parentElement?.children ?? [])].map(({ tagName }) => tagName);
          return { tag: button.tagName, attributes: button.getAttributeNames(), parent, width, height, top, styles };
        });
    const [refuse, accept] = [await looks(no), await looks(yes)];
    expect(refuse).toEqual(accept);
    // Alone together: nothing else stands in their row.
    expect(refuse.parent).toEqual(['BUTTON', 'BUTTON']);
    expect(refuse.height).toBeGreaterThan(44);
    // A second look, after the pointer has been on one of them, would differ only while it is there.
    await dialog().getByRole('button', { name: yes, exact: true }).hover();
    await dialog().getByRole('heading').hover();
    expect(await looks(yes)).toEqual(refuse);
  });

  it('are given, changed and taken back by the keyboard alone, and the keyboard comes back to where it was', async () => {
    await show({ tag: 'data-charter="/charter"' });
    await dialog().waitFor();
    expect(await isFocusIn('section')).toBe(true);
    const reached: (string | null)[] = [];
    for (let step = 0; step < 5; step++) {
      await page.keyboard.press('Tab');
      reached.push(await focused());
    }
    expect(reached).toEqual(['What exactly is kept', 'Read more', 'Refuse', 'Accept', '×']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    expect(await stored()).toMatchObject({ statistics: true, text: '2-en' });

    // The way back is the first thing on the page.
    await page.reload();
    await back().waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Cookies');
    await page.keyboard.press('Enter');
    await dialog().waitFor();
    expect(await dialog().getByRole('status').textContent()).toBe('You have accepted.');
    expect(await isFocusIn('section')).toBe(true);
    // No question is open: leaving it changes nothing.
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect([await stored(), await focused()]).toMatchObject([{ statistics: true }, 'Cookies']);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Withdraw consent');
    await page.keyboard.press('Enter');
    expect(await stored()).toMatchObject({ statistics: false });
    expect(await dialog().getByRole('status').textContent()).toBe(textsIn('en').withdrawn);
    expect((await context.cookies()).map(({ name }) => name)).toEqual(['cookies_preferences']);
  });

  it('leave somebody who is writing alone', async () => {
    await show({ body: '<input id="name" autofocus>' });
    await dialog().waitFor();
    await page.keyboard.type('Ada');
    expect(await page.locator('#name').inputValue()).toBe('Ada');
  });
});

describe('purposes of the site beside statistics', () => {
  const parked = (category: string) =>
    `<script type="text/plain" data-passant-if="${category}" src="/parked-${category}.js"></script>`;
  const head = `<script src="/listen.js"></script>${parked('comfort')}${parked('marketing')}`;
  const told = () => page.evaluate('window.told') as Promise<{ categories: object }[]>;
  const ran = () => page.evaluate('window.ran');
  beforeEach(async () => {
    const script = (body: string) => ({ contentType: 'text/javascript', body });
    await page.route('**/listen.js', (route) =>
      route.fulfill(
        script('told = []; ran = []; document.addEventListener("passant:consent", (e) => told.push(e.detail))'),
      ),
    );
    await page.route('**/parked-*.js', (route) =>
      route.fulfill(script(`ran.push(${JSON.stringify(/parked-(\w+)/.exec(route.request().url())?.[1])})`)),
    );
  });

  it('are named before the answers, ticked by nobody, and chosen one by one', async () => {
    await store({ v: 1, statistics: true, text: '1-en', theirs: 'kept' });
    await show({ tag: PURPOSES, head });
    await dialog().waitFor();
    const boxes = dialog().getByRole('checkbox');
    expect(
      await boxes.evaluateAll((all) =>
        all.map((box) => [(box as HTMLInputElement).checked, (box as HTMLInputElement).disabled]),
      ),
    ).toEqual([
      [true, true],
      [false, false],
      [false, false],
      [false, false],
    ]);
    expect([await told(), await ran()]).toEqual([[], []]);
    expect(await violations(page)).toEqual([]);
    await dialog()
      .getByLabel(/^Advertising/)
      .check();
    await press('Save my selection');
    expect(await stored()).toEqual({
      ...{ v: 1, statistics: false, comfort: false, marketing: true, theirs: 'kept', text: '2-en' },
      at: expect.any(String),
    });
    const categories = { statistics: false, comfort: false, marketing: true };
    expect(await told()).toEqual([{ choice: 'denied', categories, text: '2-en', banner: 'passant-2' }]);
    await page.waitForFunction('ran.length > 0');
    expect(await ran()).toEqual(['marketing']);

    // The next page is told at once, and its tags run.
    await show({ tag: PURPOSES, head, path: '/next' });
    await back().waitFor();
    await page.waitForFunction('ran.length > 0');
    expect([await told(), await ran(), await dialog().count()]).toEqual([
      [expect.objectContaining({ categories })],
      ['marketing'],
      0,
    ]);
    await back().getByRole('button', { name: 'Withdraw consent' }).click();
    expect(await stored()).toMatchObject({ statistics: false, comfort: false, marketing: false, theirs: 'kept' });
  });

  it('are answered together by the two answers and by the cross', async () => {
    for (const [name, answer] of [
      ['Accept all', true],
      ['Refuse all', false],
      ['Close and refuse', false],
    ] as const) {
      await context.clearCookies();
      await show({ tag: PURPOSES, head, path: `/by-${answer}` });
      await press(name);
      expect(await stored()).toMatchObject({ statistics: answer, comfort: answer, marketing: answer });
      await page.waitForFunction(`ran.length === ${answer ? 2 : 0}`);
    }
  });

  it('ask again when one is added, and only then', async () => {
    await store({ v: 1, statistics: true, comfort: false, marketing: true, text: '2-en' });
    await show({ tag: PURPOSES });
    await back().waitFor();
    expect(await dialog().count()).toBe(0);
    await show({ tag: 'data-categories="comfort,marketing,video,text"' });
    await dialog().waitFor();
    // A key that means something else in the cookie is no category.
    expect(await dialog().getByRole('checkbox').count()).toBe(5);
  });
});

describe('a text that was answered', () => {
  it('asks again when it is another one, whatever the language', async () => {
    for (const [text, tag, asks] of [
      ['1-en', '', true],
      ['2-fr', '', false],
      [undefined, '', false], // chosen elsewhere
      ['2-en', 'data-version="spring"', true],
      ['2.spring-fr', 'data-version="spring"', false],
    ] as const) {
      await store({ v: 1, statistics: true, ...(text && { text }) });
      await show({ tag });
      await (asks ? dialog() : back()).waitFor();
      expect([text, await dialog().count(), await back().count()]).toEqual([text, Number(asks), Number(!asks)]);
    }
  });

  it('is proven once more by the same answer, and a mere look back reports nothing', async () => {
    await store({ v: 1, statistics: true, text: '1-en' });
    await context.addCookies([{ name: 'passant_id', value: 'V1StGXR8_Z5jdHi6B-myT', url: site.origin }]);
    await show({ tag: 'data-version="spring"' });
    await press('Accept');
    await back().getByRole('button', { name: 'Cookies' }).click();
    await press('Accept');
    const reports = await site.waitFor('consent', 2);
    expect(reports.map(({ fields: { action, text, id } }) => [action, text, id])).toEqual([
      ['asked', '2.spring-en', 'V1StGXR8_Z5jdHi6B-myT'],
      ['accepted', '2.spring-en', 'V1StGXR8_Z5jdHi6B-myT'],
    ]);
  });

  it('that is left open is reported as ignored, and as asked again when the page comes back', async () => {
    await page.goto(`${site.origin}/asks`);
    await dialog().waitFor();
    await page.goto(`${site.origin}/two`);
    await site.waitFor('pageview', 2);
    await page.evaluate(() => history.back());
    const reports = await site.waitFor('consent', 3);
    expect(reports.map(({ fields }) => fields.action)).toEqual(['asked', 'ignored', 'asked']);
  });
});

describe('the words', () => {
  it('are those of the page’s language, fit into 320 pixels and leave both answers equal', async () => {
    await page.setViewportSize({ width: 320, height: 480 });
    for (const language of await listLanguages()) {
      await show({ html: `lang="${language}"`, path: `/${language}`, tag: PURPOSES });
      const words = textsIn(language);
      const answers = ['refuseAll', 'acceptAll'].map((key) =>
        dialog().getByRole('button', { name: words[key] ?? '', exact: true }),
      );
      await answers[1]?.waitFor();
      const [no, yes] = await Promise.all(answers.map((each) => each.boundingBox()));
      expect([language, no?.width, no?.height]).toEqual([language, yes?.width, yes?.height]);
      expect(await dialog().evaluate((panel) => panel.scrollWidth <= panel.clientWidth)).toBe(true);
      expect(await page.locator('passant-choice').getAttribute('lang')).toBe(language);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
  });

  it('are English where no other are known to be asked for, and the tag may say otherwise', async () => {
    await show({ query: '?lang=fr', html: 'lang="en"' });
    await dialog()
      .getByRole('heading', { name: textsIn('fr').title ?? '' })
      .waitFor();
    await show({ tag: 'data-lang="de"', path: '/german' });
    await dialog()
      .getByRole('heading', { name: textsIn('de').title ?? '' })
      .waitFor();
  });
});

describe('the page', () => {
  const STYLE = `<style>body{display:grid;gap:40px;margin:0}body>:first-child{color:red}body>*+*{margin-top:99px}</style>`;
  it('is not moved, counted or repainted by the banner, and reads the same from right to left', async () => {
    await context.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const place = () =>
      page.evaluate(() => {
        const { x, y, width, height } = document.querySelector('main')?.getBoundingClientRect() ?? new DOMRect();
        return [
          x,
          y,
          width,
          height,
          document.documentElement.scrollHeight,
          getComputedStyle(document.querySelector('main') ?? document.body).color,
        ];
      });
    await store({ ga: true }); // someone else's cookie: nothing is shown
    await show({ head: STYLE, html: 'lang="fr" dir="rtl"' });
    await site.waitFor('pageview');
    const without = await place();
    await context.clearCookies();
    await show({ head: STYLE, html: 'lang="fr" dir="rtl"' });
    await dialog().waitFor();
    expect(await place()).toEqual(without);
    expect(await dialog().evaluate((panel) => getComputedStyle(panel).direction)).toBe('ltr');
    await press('Accepter');
    await back().waitFor();
    expect(await place()).toEqual(without);
    expect(await page.evaluate('shifts')).toEqual([]);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  it.each(['light', 'dark'] as const)(
    'passes axe in %s colours with the panel, what is kept, and the way back',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await show({ tag: 'data-charter="/charter"', head: '<meta name="color-scheme" content="light dark">' });
      await dialog().waitFor();
      await dialog().locator('summary').click();
      expect(await violations(page)).toEqual([]);
      await press('Accept');
      await back().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme, media: 'print' });
      expect(await back().isVisible()).toBe(false);
    },
  );

  it('may give it colours, its own buttons, and zoom until only a few lines fit', async () => {
    await page.setViewportSize({ width: 320, height: 256 });
    const head = '<style>:root{--passant-background:#fff1e0;--passant-text:#331100;--passant-accent:#803300}</style>';
    await show({
      head,
      tag: 'data-button="none" data-theme="light"',
      body: '<button data-passant-choice>My choice</button>',
    });
    await dialog().waitFor();
    expect(await dialog().evaluate((panel) => getComputedStyle(panel).backgroundColor)).toBe('rgb(255, 241, 224)');
    const box = await dialog().boundingBox();
    expect([(box?.y ?? -1) >= 0, (box?.y ?? 0) + (box?.height ?? 0) <= 256]).toEqual([true, true]);
    await press('Refuse');
    expect(await page.locator('passant-choice button').count()).toBe(0);
    await page.getByRole('button', { name: 'My choice' }).click();
    await press('Close');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('My choice');
  });

  it('may swap its body, load the script twice, and trust no script that is made on the spot', async () => {
    await show({
      query: '?lang=en',
      policy: "require-trusted-types-for 'script'",
      head: '<script defer src="/count/choice.js?lang=en"></script>',
    });
    await press('Refuse');
    await page.evaluate(() => document.documentElement.replaceChild(document.createElement('body'), document.body));
    expect([await page.locator('passant-choice').count(), await back().isVisible()]).toEqual([1, true]);
  });
});
