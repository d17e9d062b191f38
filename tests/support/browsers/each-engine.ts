/** The same tests in Chromium, Firefox and WebKit, each with a site and a tab of its own. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from '@jest/globals';
import { Assets } from '../../../src/http/assets.ts';
import { ClientScripts } from '../../../src/http/client-scripts.ts';
import { readPieces } from '../../../src/snippet/read-pieces.ts';
import { BUILT_CLIENT, builtName } from '../built-client.ts';
import { openChromium } from './chromium.ts';
import type { Engine, Tab } from './engine.ts';
import { openFirefox } from './firefox.ts';
import { PAGE_SCRIPTS, pageOf } from './measured-pages.ts';
import { type Beacon, type RecordedSite, type SiteServer, startSites } from './recorded-site.ts';
import { openWebKit } from './webkit.ts';

export const ENGINES: [name: string, open: () => Promise<Engine>][] = [
  ['chromium', openChromium],
  ['firefox', openFirefox],
  ['webkit', openWebKit],
];
const START_MS = 60_000;

export const RANDOM_NAME = /^[\w-]{21}$/;

/** What stands ready for each test. `/next` is a page of every site. */
export interface EngineScene {
  name: string;
  engine: Engine;
  tab: Tab;
  site: RecordedSite;
  /** Another site, for this test alone. */
  otherSite(purpose: string): RecordedSite;
  open(path: string): Promise<void>;
  /** Everything but engagement, as name and properties, once whatever was to come has come. */
  settle(): Promise<unknown[][]>;
  keptNames(): Promise<string[]>;
  isShown(selector: string): Promise<void>;
  /** Of the pageviews, once so many have come. */
  addresses(views: number): Promise<string[]>;
}

/** @param define the tests, for one engine */
export function inEachEngine(define: (scene: EngineScene) => void): void {
  let server: SiteServer;
  beforeAll(async () => {
    server = await startSites(scriptsIn(BUILT_CLIENT));
  });
  afterAll(() => server?.close());

  describe.each(ENGINES)('%s', (name, openEngine) => {
    const scene = emptyScene(name);
    let count = 0;
    beforeAll(async () => {
      scene.engine = await openEngine();
      scene.otherSite = (purpose) => server.site(`${name}-${count}-${purpose}`);
    }, START_MS);
    afterAll(() => scene.engine?.close());
    beforeEach(async () => {
      count++;
      scene.site = server.site(`${name}-${count}`);
      scene.site.put('/next', pageOf('<p>The next page.</p>'));
      scene.tab = await scene.engine.open();
    });
    afterEach(async () => {
      await scene.tab.close();
      // Whatever a test was about: nothing of ours is ever thrown into a page.
      expect(scene.site.named('fault')).toEqual([]);
    });
    define(scene);
  });
}

/** What every host has below `/count/`, as the service answers it, and the scripts that pages of these tests have of their own. */
function scriptsIn(folder: string) {
  const client = new Assets(folder);
  const composed = new ClientScripts(readPieces(folder), () => undefined);
  return async ({ pathname, searchParams }: URL): Promise<Buffer | undefined> => {
    const own = PAGE_SCRIPTS[pathname];
    if (own !== undefined) return Buffer.from(own);
    if (searchParams.has('with')) return (await composed.find(searchParams)).body;
    return client.find(builtName(pathname, searchParams))?.body;
  };
}

const isAbout = ({ n }: Beacon) => n !== 'engagement' && n !== 'Last';

/** With what needs nothing but the tab and the site that a test finds in it. */
function emptyScene(name: string): EngineScene {
  const scene = {
    name,
    open: (path) => scene.tab.goto(scene.site.origin + path),
    settle: async () => {
      const { tab, site } = scene;
      const before = site.named('Last').length;
      await tab.evaluate(() => window.passant('Last'));
      await site.waitFor('Last', before + 1);
      return site.beacons.filter(isAbout).map(({ n, p = {} }) => [n, ...(Object.keys(p).length > 0 ? [p] : [])]);
    },
    keptNames: async () => (await scene.tab.cookies()).map((cookie) => cookie.name).sort(),
    isShown: async (selector) => {
      const look = (wanted: string) => document.querySelector(wanted) !== null;
      while (!(await scene.tab.evaluate(look, selector))) await wait(20);
    },
    addresses: async (views) => {
      const { site } = scene;
      return (await site.waitFor('pageview', views)).map(({ u }) => String(u).slice(site.origin.length));
    },
  } as EngineScene;
  return scene;
}
