/** What the device keeps and what of it is looked at, in Chromium, Firefox and WebKit, and what the page notices. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { inEachEngine, RANDOM_NAME } from '../support/browsers/each-engine.ts';
import { EVERYTHING, pageOf, tagOf } from '../support/browsers/measured-pages.ts';
import { touchEverything } from '../support/browsers/watch-interfaces.ts';
import { createFolder, removeFolder } from '../support/service.ts';

/** What is among these and not among those. */
const beyond = (some: readonly string[], others: readonly string[]) => some.filter((each) => !others.includes(each));

inEachEngine((scene) => {
  it('keeps an identifier from a yes to a withdrawal, and after a no the choice alone', async () => {
    scene.site.put('/plain', pageOf('', tagOf('/count/s.js')));
    await scene.open('/plain');
    await scene.site.waitFor('pageview');
    expect(await scene.tab.cookies()).toEqual([]);
    expect(scene.site.beacons.filter(({ id }) => id !== undefined)).toEqual([]);
    await scene.tab.evaluate(() => window.passant.consent('granted'));
    expect(await scene.keptNames()).toEqual(['cookies_preferences', 'passant_id']);
    const kept = (await scene.tab.cookies()).find((cookie) => cookie.name === 'passant_id');
    const days = ((kept?.expires ?? 0) - Date.now() / 1000) / 86_400;
    expect([kept?.value, Math.round(days)]).toEqual([expect.stringMatching(RANDOM_NAME), 393]);
    await scene.open('/plain');
    const [, second] = await scene.site.waitFor('pageview', 2);
    expect([second?.c, second?.id]).toEqual(['granted', kept?.value]);

    const left = await scene.tab.evaluate(() => {
      window.passant.consent('denied');
      return document.cookie;
    });
    expect(left).toContain('cookies_preferences');
    expect(left).not.toContain('passant_id');
    await scene.open('/plain');
    const [, , third] = await scene.site.waitFor('pageview', 3);
    expect(third).toMatchObject({ c: 'denied' });
    expect(third).not.toHaveProperty('id');
    expect(await scene.keptNames()).toEqual(['cookies_preferences']);
    await scene.settle();
    const told = scene.site.named('consent').map(({ action, c, id }) => [action, c, id]);
    expect(told).toEqual([
      ['accepted', 'granted', kept?.value],
      ['withdrawn', 'denied', kept?.value],
    ]);
  });

  it('in a page of a file stays silent and keeps nothing', async () => {
    const folder = createFolder();
    const file = join(folder, `${scene.name}.html`);
    const script = `<script src="${scene.site.origin}${EVERYTHING}" data-site="${scene.site.domain}"></script>`;
    await writeFile(file, `<script>window.faults = []; onerror = (text) => void faults.push(text)</script>${script}`);
    await scene.tab.goto(pathToFileURL(file).href);
    const [state, faults] = await scene.tab.evaluate(() => {
      window.passant('Silent');
      window.passant.consent('granted');
      return [typeof window.passant.consent, window.faults, document.cookie];
    });
    expect([state, faults]).toEqual(['function', []]);
    expect(await scene.tab.evaluate(() => document.cookie)).toBe('');
    await scene.open('/next');
    await scene.site.waitFor('pageview');
    expect(await scene.settle()).toEqual([['pageview']]);
    expect(await scene.tab.cookies()).toEqual([]);
    removeFolder(folder);
  });
  describe('on a page whose interfaces are all watched', () => {
    const watched = (body: string, ...addresses: string[]) =>
      pageOf(body, tagOf('/watch.js', '') + addresses.map((address) => tagOf(address)).join(''));
    /** What has been used since the last look. */
    const touched = () => scene.tab.evaluate(() => [...new Set(window.touched.splice(0))].sort());
    /** Lets everything run that runs when a page is seen, scrolled, used and left. */
    const use = async () => {
      await scene.tab.click('h1');
      await scene.tab.evaluate(() => {
        for (const type of ['scroll', 'blur', 'focus', 'pagehide']) dispatchEvent(new Event(type));
        document.dispatchEvent(new Event('visibilitychange'));
        history.pushState(null, '', '/view');
      });
      await scene.settle();
    };
    /** Whether the choice was made, and whether the browser says that it does not want to be followed: asked on purpose. */
    const CHOICE_AND_SIGNALS = ['cookie', 'navigator.doNotTrack', 'navigator.globalPrivacyControl'];
    /** Everything that could tell one device from another (D-03). */
    const FINGERPRINT =
      /^(screen|navigator\.(?!doNotTrack|globalPrivacyControl|sendBeacon)|canvas|webgl|OffscreenCanvas|\w*AudioContext|document\.fonts|FontFace|queryLocalFonts|matchMedia|devicePixelRatio|outer|RTC|speech)/;

    it('is seen in all that it does', async () => {
      scene.site.put('/bad', watched(''));
      await scene.open('/bad');
      await scene.tab.evaluate(touchEverything);
      const seen = await touched();
      // Not every engine has all of them.
      const device = await scene.tab.evaluate(() =>
        ['userAgent', 'language', 'plugins', 'hardwareConcurrency', 'storage', 'serviceWorker'].filter(
          (each) => each in navigator,
        ),
      );
      const used = [
        ...['write cookie mark', 'localStorage', 'Storage.setItem', 'sessionStorage', 'indexedDB', 'IDBFactory.open'],
        ...[
          'caches',
          'write name',
          'screen',
          'screen.width',
          'element canvas',
          'canvas.getContext',
          'canvas.toDataURL',
        ],
        ...[
          'canvas.getImageData',
          'OffscreenCanvas',
          'OfflineAudioContext',
          'document.fonts',
          'matchMedia',
          'time zone',
        ],
        ...['performance.getEntriesByType', 'element.getBoundingClientRect', 'fetch of what may be cached'],
        ...device.map((each) => `navigator.${each}`),
      ];
      expect(beyond(used, seen)).toEqual([]);
    });

    it('touches nothing before an answer, and then only what the answer allows', async () => {
      scene.site.put('/asks', watched('', '/count/s.js', '/count/choice.js'));
      await scene.open('/asks');
      await scene.site.waitFor('consent');
      await use();
      const before = await touched();
      // The banner's words come in a script of their own, in the language of the page.
      expect(beyond(before, [...CHOICE_AND_SIGNALS, 'element script'])).toEqual([]);
      expect(await scene.tab.cookies()).toEqual([]);
      expect(await scene.tab.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
      await touched();
      await scene.tab.evaluate(() => window.passant.consent('granted'));
      await use();
      const granted = await touched();
      const writes = ['write cookie cookies_preferences', 'write cookie passant_id'];
      expect([...before, ...granted].filter((each) => FINGERPRINT.test(each))).toEqual([]);
      expect(granted.filter((each) => each.startsWith('write'))).toEqual(writes);
      expect(beyond(granted, [...CHOICE_AND_SIGNALS, ...writes])).toEqual([]);
      const first = (await scene.tab.cookies()).find((cookie) => cookie.name === 'passant_id')?.value;
      await scene.tab.evaluate(() => window.passant.forget());
      expect((await touched()).filter((each) => each.startsWith('write'))).toEqual(writes);
      await scene.tab.evaluate(() => window.passant.consent('granted'));
      const second = (await scene.tab.cookies()).find((cookie) => cookie.name === 'passant_id')?.value;
      expect([first, second]).toEqual([expect.stringMatching(RANDOM_NAME), expect.stringMatching(RANDOM_NAME)]);
      expect(first).not.toBe(second);
    });

    it('touches nothing more with every feature on, and after a no keeps the choice alone', async () => {
      scene.site.put('/rich', watched('<button id="tagged" data-passant-event="Tagged">Press</button>', EVERYTHING));
      await scene.open('/rich?q=word');
      await scene.site.waitFor('Search');
      await scene.tab.click('#tagged');
      await scene.site.waitFor('Tagged');
      await use();
      // How the server answered this very page is what tells a missing page.
      expect(beyond(await touched(), [...CHOICE_AND_SIGNALS, 'performance.getEntriesByType'])).toEqual([]);
      await scene.tab.evaluate(() => window.passant.consent('denied'));
      await use();
      expect(beyond(await touched(), [...CHOICE_AND_SIGNALS, 'write cookie cookies_preferences'])).toEqual([]);
      expect(await scene.keptNames()).toEqual(['cookies_preferences']);
    });

    it('with the date flag keeps the date, no identifier, and asks for nothing that tells devices apart', async () => {
      scene.site.put('/dated', watched('', '/count/sd.js'));
      await scene.open('/dated');
      await scene.site.waitFor('pageview');
      await use();
      const seen = await touched();
      expect(await scene.keptNames()).toEqual(['passant_date']);
      expect(seen.filter((each) => FINGERPRINT.test(each))).toEqual([]);
      expect(seen.filter((each) => each.startsWith('write'))).toEqual(['write cookie passant_date']);
    });
  });

  if (scene.name === 'chromium')
    it('takes no long task and moves nothing: observers that see both in another script see none of ours', async () => {
      const observe = () => {
        window.slowed = [];
        const observer = new PerformanceObserver((list) => void window.slowed.push(...list.getEntries()));
        for (const type of ['long-animation-frame', 'layout-shift']) observer.observe({ type, buffered: true });
      };
      const scripts = tagOf(EVERYTHING) + tagOf('/count/choice.js');
      scene.site.put('/quiet', pageOf('<p>Text.</p>'.repeat(50), scripts));
      scene.site.put('/slow', pageOf('<p>Text.</p>'.repeat(50), scripts + tagOf('/bad.js')));
      /** Addresses of scripts that took a long task, and how much of the page was moved. */
      const look = async (path: string) => {
        await scene.open(path);
        await scene.site.waitFor('consent');
        await scene.tab.evaluate(observe);
        await scene.tab.click('h1');
        await scene.settle();
        return scene.tab.evaluate(async () => {
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
          type Slow = PerformanceEntry & { scripts?: { sourceURL: string; duration: number }[]; value?: number };
          const entries = window.slowed as Slow[];
          const tasks = entries.flatMap(({ scripts = [] }) => scripts).filter(({ duration }) => duration >= 50);
          const shifts = entries.map(({ value = 0 }) => value);
          return { tasks: tasks.map(({ sourceURL }) => new URL(sourceURL).pathname), moved: Math.max(0, ...shifts) };
        });
      };
      const bad = await look('/slow');
      expect(bad.tasks).toContain('/bad.js');
      // A machine that is busy with something else can hold up any script; it does not do so three times.
      const quiet = [await look('/quiet'), await look('/quiet'), await look('/quiet')];
      expect(quiet.map(({ tasks }) => tasks.filter((path) => path.startsWith('/count/')))).toContainEqual([]);
      expect(Math.max(...quiet.map(({ moved }) => moved))).toBe(0);
    });
});
