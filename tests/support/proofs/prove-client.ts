/** Lets a real browser show what the audit cannot see: each rule with a visitor of its own, on pages that load the scripts as sites are served them. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { parseSiteSettings } from '../../../src/admin/parse-site-settings.ts';
import { exchangeIdentifier } from '../../../src/http/server-identifier.ts';
import type { Proof } from '../../../src/privacy/audit/facts.ts';
import { composeScript, type ScriptChoice } from '../../../src/snippet/compose-script.ts';
import { readPieces } from '../../../src/snippet/read-pieces.ts';
import { type Answer, type MeasuredSite, startMeasuredSite } from '../../client/support/measured-site.ts';
import { openPage } from '../../client/support/open-browser.ts';
import { watchDevice } from '../../client/support/watch-device.ts';
import { PROVEN_FORMS } from './proven-forms.ts';

interface Scene {
  /** Of the tracker that the pages load. */
  form: ScriptChoice;
  site: MeasuredSite;
  context: BrowserContext;
  page: Page;
}
/** Answers whether the rule was seen to hold. */
type Show = (scene: Scene) => Promise<boolean>;

interface Shown {
  /** The scripts about which it says something. */
  scripts: readonly string[];
  /** The server makes the identifier: the audit looks at its cookie itself (src/rehearsal). */
  isOfServer?: boolean;
  show: Show;
}

const TRACKER = ['s.js'];
/** What asks in English, which stands for the other languages: they differ in their words. */
const BANNER = ['choice.js', 'choice.en.js'];
const BOTH = ['s.js', ...BANNER];
const DAY_S = 86_400;
const ANSWER_MS = 300;
const SIDE_BY_SIDE = 4;
const LONGEST_IDENTIFIER_DAYS = 397;
/** Six months. */
const CHOICE_DAYS = [180, 184] as const;
const RECOGNISING =
  /screen|devicePixelRatio|plugins|mimeTypes|hardwareConcurrency|deviceMemory|userAgentData|canvas|battery|fonts/;

export const PROOFS: Readonly<Record<string, Shown>> = {
  'L-01': {
    scripts: TRACKER,
    isOfServer: true,
    show: async (scene) => {
      await consent(scene);
      return ((await identifier(scene))?.days ?? Number.NaN) <= LONGEST_IDENTIFIER_DAYS;
    },
  },
  'L-02': {
    scripts: TRACKER,
    isOfServer: true,
    show: async (scene) => {
      await consent(scene);
      const first = await identifier(scene);
      await visit(scene, '/two');
      const second = await identifier(scene);
      return first !== null && first.value === second?.value && first.end === second.end;
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
      if (scene.form.features.includes('date-flag')) {
        // A date is all that it keeps, the same for everybody, and only where the law allows it (J-01).
        const [kept] = cookies.splice(0, 1);
        if (kept?.name !== 'passant_date' || !/^\d{4}-\d\d-\d\d$/.test(kept.value)) return false;
        touched.splice(touched.indexOf('write cookie'), 1);
      }
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
    isOfServer: true,
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
        window.touched.filter((each) => Number(/^random (\d+)$/.exec(each)?.[1]) >= 16),
      );
      const first = (await identifier(scene))?.value ?? '';
      await scene.context.clearCookies();
      await scene.page.evaluate(() => localStorage.clear());
      await consent(scene);
      const second = (await identifier(scene))?.value ?? '';
      // 21 characters of 64 that follow from nothing but 16 random bytes: 126 bits.
      return [first, second].every((value) => /^[\w-]{21}$/.test(value)) && first !== second && random.length > 0;
    },
  },
  'D-05': {
    scripts: TRACKER,
    isOfServer: true,
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
      if (scene.form.identifier === 'storage') return kept === null && bare; // there is no cookie to be wrong
      return kept?.secure === true && kept.sameSite === 'Lax' && kept.domain === 'measured.example' && bare;
    },
  },
  'C-01': {
    scripts: BOTH,
    show: async (scene) => {
      await visit(scene, '/asks');
      await scene.page.mouse.wheel(0, 800);
      await visit(scene, '/two');
      const before = await identifier(scene);
      await scene.page.evaluate(() => window.passant.consent('denied'));
      await settled(scene);
      return before === null && (await identifier(scene)) === null;
    },
  },
  'C-02': {
    scripts: TRACKER,
    show: async (scene) => {
      await consent(scene);
      const before = await identifier(scene);
      await scene.page.evaluate(() => window.passant.consent('denied'));
      await settled(scene);
      return before !== null && (await identifier(scene)) === null;
    },
  },
  'C-03': {
    scripts: BOTH,
    show: async (scene) => {
      await visit(scene, '/asks');
      await answers(scene).last().click(); // one click to consent
      await settled(scene);
      const given = await identifier(scene);
      await scene.page.locator('passant-choice nav button').last().click(); // and one to take it back
      await settled(scene);
      return given !== null && (await identifier(scene)) === null;
    },
  },
  'C-04': {
    scripts: BANNER,
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
    scripts: BANNER,
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
    scripts: BANNER,
    show: async (scene) => {
      await visit(scene, '/asks');
      await scene.page.keyboard.press('Escape');
      const byKey = await choice(scene);
      await scene.context.clearCookies();
      await visit(scene, '/asks');
      await scene.page.locator('passant-choice section > button').click();
      const byCross = await choice(scene);
      return byKey?.statistics === false && byCross?.statistics === false && (await identifier(scene)) === null;
    },
  },
  'C-07': {
    scripts: BANNER,
    show: async (scene) => {
      await visit(scene, '/asks');
      const comesFirst = await answers(scene)
        .first()
        .evaluate((button) => {
          const purpose = (button.getRootNode() as ShadowRoot).querySelector('#p');
          const isBefore = purpose?.compareDocumentPosition(button) === Node.DOCUMENT_POSITION_FOLLOWING;
          return isBefore && (purpose?.textContent?.length ?? 0) > 40;
        });
      await answers(scene).last().click();
      const kept = await choice(scene);
      return comesFirst && typeof kept?.text === 'string' && kept.text !== '';
    },
  },
  'C-10': {
    scripts: BANNER,
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
      await settled(scene);
      const inFrame = await identifier(scene, page.frames()[1]);
      const sent = site.beacons.length;
      await page.addInitScript(() => Object.defineProperty(document, 'prerendering', { value: true }));
      await page.goto(`${site.origin}/plain`);
      await page.evaluate(() => window.passant.consent('granted'));
      await page.waitForLoadState('networkidle');
      const inAdvance = site.beacons.slice(sent).filter(({ fields }) => fields.n === 'pageview');
      return inFrame === null && inAdvance.length === 0 && (await identifier(scene)) === null;
    },
  },
};

interface Wanted {
  /** The first also for the banner. */
  forms?: readonly ScriptChoice[];
  /** Those of `PROOFS` when not given. */
  rules?: readonly string[];
  /** Stands before each tracker: for a test of the proofs. */
  spoilt?: string;
}

/** @param folder into which `buildClient` has built */
export async function proveClient(browser: Browser, folder: string, wanted: Wanted = {}): Promise<Proof[]> {
  const scenes = planScenes(folder, wanted).map((scene) => async () => {
    const result: Proof['result'] = (await holds(browser, scene)) ? 'pass' : 'fail';
    return scene.about.map((about) => ({ ...about, result }));
  });
  return (await runSideBySide(scenes)).flat();
}

interface PlannedScene {
  about: readonly Omit<Proof, 'result'>[];
  form: ScriptChoice;
  /** Where the scripts of this form are. */
  folder: string;
  show: Show;
}

/** What there is to be proven; no browser is needed to know it. */
export function planScenes(
  folder: string,
  { forms = PROVEN_FORMS, rules = Object.keys(PROOFS), spoilt = '' }: Wanted = {},
): PlannedScene[] {
  const pieces = readPieces(folder);
  const banner = BANNER.map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
  return forms.flatMap((form, index) => {
    const tracker = spoilt + composeScript(pieces, form);
    const own = join(folder, `form-${index}`);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 's.js'), tracker);
    for (const [name, text] of banner) writeFileSync(join(own, name), text);
    const texts: Readonly<Record<string, string>> = { 's.js': tracker, ...Object.fromEntries(banner) };
    return rules.flatMap((rule) => {
      const shown = PROOFS[rule];
      const names = (shown?.scripts ?? []).filter((name) => name === 's.js' || index === 0);
      if (shown === undefined || names.length === 0 || (shown.isOfServer && form.identifier === 'server')) return [];
      const about = names.map((script) => ({ rule, script, sha256: hashOf(texts[script] ?? '') }));
      return [{ about, form, folder: own, show: shown.show }];
    });
  });
}

/** Most of a scene is waiting. @returns in the order of the tasks */
async function runSideBySide<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const left = [...tasks.entries()];
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) results[next[0]] = await next[1]();
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return results;
}

/** With a visitor and a site of its own. */
async function holds(browser: Browser, { folder, form, show }: PlannedScene): Promise<boolean> {
  const site = await startMeasuredSite(folder);
  if (form.identifier === 'server') site.usualAnswer = answerAsServer;
  const { context, page } = await openPage(browser);
  await page.addInitScript(watchDevice);
  await page.addInitScript(watchFurther);
  const answer = await show({ form, site, context, page }).catch(() => false);
  await context.close();
  await site.close();
  return answer;
}

/** The service's own handling of the cookie, for a site of the name that the pages give. */
function answerAsServer(fields: Record<string, unknown>, headers: IncomingHttpHeaders): Answer {
  const site = { ...parseSiteSettings({ identifier: 'server' }, null), id: 1, domain: 'example.org', demo: false };
  const exchange = exchangeIdentifier(fields, headers, () => ({ ...site, createdAt: 0 }));
  return { status: 202, headers: exchange?.cookie ? { 'set-cookie': exchange.cookie } : {} };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
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
  await settled(scene);
}

/** What a script does is done at once; the server's cookie comes with the answer. */
async function settled({ form }: Scene): Promise<void> {
  if (form.identifier === 'server') await wait(ANSWER_MS);
}

/** What is kept on the device, wherever this form keeps it; `end` in s since 1970. @param frame whose storage, the page's own without */
async function identifier(scene: Scene, frame: Pick<Page, 'evaluate'> = scene.page) {
  const stored =
    scene.form.identifier === 'storage' ? await frame.evaluate(() => localStorage.getItem('passant_id')) : null;
  const [value = '', end = '0'] = stored?.split('.') ?? [];
  const kept = await cookie(scene, 'passant_id');
  const found = stored === null ? kept && { value: kept.value, end: kept.expires } : { value, end: Number(end) / 1000 };
  return found === null ? null : { ...found, days: (found.end - Date.now() / 1000) / DAY_S };
}

/** Refuse and accept, in this order. */
function answers({ page }: Scene): Locator {
  return page.locator('passant-choice section > div button');
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
