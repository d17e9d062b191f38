/** Lets a real browser show what the audit cannot see: each rule with a visitor of its own, on pages that load the built scripts. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Proof } from '../../../src/privacy/audit/facts.ts';
import { type MeasuredSite, startMeasuredSite } from '../../client/support/measured-site.ts';
import { openPage } from '../../client/support/open-browser.ts';
import { watchDevice } from '../../client/support/watch-device.ts';

interface Scene {
  site: MeasuredSite;
  context: BrowserContext;
  page: Page;
}
/** Answers whether the rule was seen to hold. */
type Show = (scene: Scene) => Promise<boolean>;

const TRACKER = ['s.js'];
const BOTH = ['s.js', 'choice.js'];
const DAY_S = 86_400;
const LONGEST_IDENTIFIER_DAYS = 397;
/** Six months. */
const CHOICE_DAYS = [180, 184] as const;
const RECOGNISING =
  /screen|devicePixelRatio|plugins|mimeTypes|hardwareConcurrency|deviceMemory|userAgentData|canvas|battery|fonts/;

export const PROOFS: Readonly<Record<string, { scripts: readonly string[]; show: Show }>> = {
  'L-01': { scripts: TRACKER, show: async (scene) => (await lifeOf(scene, 'passant_id')) <= LONGEST_IDENTIFIER_DAYS },
  'L-02': {
    scripts: TRACKER,
    show: async (scene) => {
      await consent(scene);
      const first = await cookie(scene, 'passant_id');
      await visit(scene, '/two');
      const second = await cookie(scene, 'passant_id');
      return first !== null && first.value === second?.value && first.expires === second.expires;
    },
  },
  'D-01': {
    scripts: BOTH,
    show: async (scene) => {
      await visit(scene, '/asks');
      const { page, context, site } = scene;
      const touched = await page.evaluate(async () =>
        [...window.touched, ...(await caches.keys())].filter((each) => each !== 'caches'),
      );
      const { cookies, origins } = await context.storageState({ indexedDB: true });
      const sent = site.beacons.every(({ fields, headers }) => fields.id === undefined && headers.cookie === undefined);
      return touched.length + cookies.length + origins.length === 0 && sent;
    },
  },
  'D-03': {
    scripts: BOTH,
    show: async (scene) => {
      await consent(scene);
      await scene.page.evaluate(() => window.passant('Sign up', { props: { plan: 'pro' } }));
      return !(await scene.page.evaluate(() => window.touched)).some((each) => RECOGNISING.test(each));
    },
  },
  'D-04': {
    scripts: TRACKER,
    show: async (scene) => {
      await scene.page.addInitScript(() => {
        const made = crypto.getRandomValues.bind(crypto);
        crypto.getRandomValues = (array) => {
          window.touched.push(`random ${(array as ArrayBufferView).byteLength}`);
          return made(array);
        };
      });
      await consent(scene);
      const random = await scene.page.evaluate(() =>
        window.touched.filter((each) => /^random (2[1-9]|[3-9]\d|\d{3,})$/.test(each)),
      );
      const first = (await cookie(scene, 'passant_id'))?.value ?? '';
      await scene.context.clearCookies();
      await consent(scene);
      const second = (await cookie(scene, 'passant_id'))?.value ?? '';
      // 21 characters of 64 that follow from nothing but as many random bytes: 126 bits.
      return [first, second].every((value) => /^[\w-]{21}$/.test(value)) && first !== second && random.length > 0;
    },
  },
  'D-05': {
    scripts: TRACKER,
    show: async (scene) => {
      const { page, site } = scene;
      await page.route('https://measured.example/**', async (route) => {
        const { pathname, search } = new URL(route.request().url());
        await route.fulfill({ response: await route.fetch({ url: site.origin + pathname + search }) });
      });
      await page.goto('https://measured.example/plain');
      await site.waitFor('pageview');
      await page.evaluate(() => window.passant.consent('granted'));
      const kept = await cookie(scene, 'passant_id');
      await site.waitFor('consent');
      const bare = site.beacons.every(({ headers }) => headers.cookie === undefined);
      return kept?.secure === true && kept.sameSite === 'Lax' && kept.domain === 'measured.example' && bare;
    },
  },
  'C-01': {
    scripts: BOTH,
    show: async (scene) => {
      await visit(scene, '/asks');
      await scene.page.mouse.wheel(0, 800);
      await visit(scene, '/two');
      const before = await cookie(scene, 'passant_id');
      await scene.page.evaluate(() => window.passant.consent('denied'));
      return before === null && (await cookie(scene, 'passant_id')) === null;
    },
  },
  'C-02': {
    scripts: TRACKER,
    show: async (scene) => {
      await consent(scene);
      return scene.page.evaluate(() => {
        const before = document.cookie;
        window.passant.consent('denied');
        return before.includes('passant_id=') && !document.cookie.includes('passant_id=');
      });
    },
  },
  'C-03': {
    scripts: BOTH,
    show: async (scene) => {
      await visit(scene, '/asks');
      await answers(scene).last().click(); // one click to consent
      const given = await cookie(scene, 'passant_id');
      await scene.page.locator('passant-choice .back button').last().click(); // and one to take it back
      return given !== null && (await cookie(scene, 'passant_id')) === null;
    },
  },
  'C-04': {
    scripts: BOTH,
    show: async (scene) => {
      const days: number[] = [];
      for (const which of ['first', 'last'] as const) {
        await scene.context.clearCookies();
        await visit(scene, '/asks');
        await answers(scene)[which]().click();
        days.push(await daysLeft(scene, 'cookies_preferences'));
      }
      const [refused = 0, accepted = 0] = days;
      return Math.round(refused) === Math.round(accepted) && accepted >= CHOICE_DAYS[0] && accepted <= CHOICE_DAYS[1];
    },
  },
  'C-05': {
    scripts: BOTH,
    show: async (scene) => {
      await visit(scene, '/asks');
      const looks = await answers(scene).evaluateAll((buttons) =>
        buttons.map((button) => {
          const style = getComputedStyle(button);
          const { width, height } = button.getBoundingClientRect();
          const names = [
            'color',
            'backgroundColor',
            'borderColor',
            'borderWidth',
            'fontSize',
            'fontWeight',
            'opacity',
          ] as const;
          return [
            button.tagName,
            button.className,
            Math.round(width),
            Math.round(height),
            ...names.map((name) => style[name]),
          ].join();
        }),
      );
      const isOneContainer = await answers(scene).evaluateAll(
        ([one, other]) => one?.parentElement === other?.parentElement,
      );
      return looks.length === 2 && looks[0] === looks[1] && isOneContainer;
    },
  },
  'C-06': {
    scripts: BOTH,
    show: async (scene) => {
      await visit(scene, '/asks');
      await scene.page.keyboard.press('Escape');
      const byKey = await choice(scene);
      await scene.context.clearCookies();
      await visit(scene, '/asks');
      await scene.page.locator('passant-choice .close').click();
      const byCross = await choice(scene);
      return (
        byKey?.statistics === false && byCross?.statistics === false && (await cookie(scene, 'passant_id')) === null
      );
    },
  },
  'C-07': {
    scripts: BOTH,
    show: async (scene) => {
      await visit(scene, '/asks');
      const comesFirst = await answers(scene)
        .first()
        .evaluate((button) => {
          const purpose = (button.getRootNode() as ShadowRoot).querySelector('#purpose');
          const isBefore = purpose?.compareDocumentPosition(button) === Node.DOCUMENT_POSITION_FOLLOWING;
          return isBefore && (purpose?.textContent?.length ?? 0) > 40;
        });
      await answers(scene).last().click();
      const kept = await choice(scene);
      return comesFirst && typeof kept?.text === 'string' && kept.text !== '';
    },
  },
  'C-10': {
    scripts: BOTH,
    show: async (scene) => {
      const old = { v: 1, statistics: true, text: '0-en', at: '2026-01-01T00:00Z' };
      const value = encodeURIComponent(JSON.stringify(old));
      await scene.context.addCookies([{ name: 'cookies_preferences', value, url: scene.site.origin }]);
      await visit(scene, '/asks');
      return (await answers(scene).count()) === 2;
    },
  },
  'C-12': {
    scripts: BOTH,
    show: async (scene) => {
      const { page, site } = scene;
      await visit(scene, `/two?frame=${encodeURIComponent(`${site.foreignOrigin}/asks`)}`, 2);
      await page.frames()[1]?.evaluate(() => window.passant.consent('granted'));
      const inFrame = await cookie(scene, 'passant_id');
      const sent = site.beacons.length;
      await page.addInitScript(() => Object.defineProperty(document, 'prerendering', { value: true }));
      await page.goto(`${site.origin}/plain`);
      await page.evaluate(() => window.passant.consent('granted'));
      await page.waitForLoadState('networkidle');
      const inAdvance = site.beacons.slice(sent).filter(({ fields }) => fields.n === 'pageview');
      return inFrame === null && inAdvance.length === 0 && (await cookie(scene, 'passant_id')) === null;
    },
  },
};

/** @param scripts with their hashes, as the build has made them in `folder` @param rules those of `PROOFS` when not given */
export async function proveClient(
  browser: Browser,
  folder: string,
  scripts: readonly { name: string; sha256: string }[],
  rules: readonly string[] = Object.keys(PROOFS),
): Promise<Proof[]> {
  const proofs: Proof[] = [];
  for (const rule of rules) {
    const { scripts: names, show } = PROOFS[rule] ?? { scripts: [], show: async () => false };
    const site = await startMeasuredSite(folder);
    const { context, page } = await openPage(browser);
    await page.addInitScript(watchDevice);
    await page.addInitScript(watchFurther);
    const holds = await show({ site, context, page }).catch(() => false);
    await context.close();
    await site.close();
    for (const name of names) {
      const sha256 = scripts.find((script) => script.name === name)?.sha256 ?? '';
      proofs.push({ rule, script: name, sha256, result: holds ? 'pass' : 'fail' });
    }
  }
  return proofs;
}

/** Inside the page: what `watchDevice` does not note. */
function watchFurther(): void {
  for (const [target, name] of [
    [Navigator.prototype, 'getBattery'],
    [Document.prototype, 'fonts'],
    [OffscreenCanvas.prototype, 'getContext'],
  ] as const) {
    const old = Object.getOwnPropertyDescriptor(target, name);
    if (old === undefined) continue;
    const label = name === 'getContext' ? 'canvas' : name === 'fonts' ? 'fonts' : 'battery';
    Object.defineProperty(target, name, {
      configurable: true,
      get() {
        window.touched.push(label);
        return old.get === undefined ? old.value : old.get.call(this);
      },
    });
  }
}

async function visit({ page, site }: Scene, path: string, pages = 1): Promise<void> {
  const before = site.beacons.filter(({ fields }) => fields.n === 'pageview').length;
  await page.goto(site.origin + path);
  await site.waitFor('pageview', before + pages);
}

async function consent(scene: Scene): Promise<void> {
  await visit(scene, '/plain');
  await scene.page.evaluate(() => window.passant.consent('granted'));
}

/** Refuse and accept, in this order. */
function answers({ page }: Scene): Locator {
  return page.locator('passant-choice .answers button');
}

async function cookie({ context }: Scene, wanted: string) {
  return (await context.cookies()).find(({ name }) => name === wanted) ?? null;
}

async function choice(scene: Scene): Promise<Record<string, unknown> | null> {
  const kept = await cookie(scene, 'cookies_preferences');
  return kept === null ? null : (JSON.parse(decodeURIComponent(kept.value)) as Record<string, unknown>);
}

async function daysLeft(scene: Scene, name: string): Promise<number> {
  const kept = await cookie(scene, name);
  return kept === null ? Number.NaN : (kept.expires - Date.now() / 1000) / DAY_S;
}

async function lifeOf(scene: Scene, name: string): Promise<number> {
  await consent(scene);
  return daysLeft(scene, name);
}
