/** Browser, system and class of device, checked against named cases and against ten thousand sampled browsers. */
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createDeviceDetector } from '../../../src/collect/device/create-device-detector.ts';
import { BROWSERS, SYSTEMS } from '../../../src/collect/device/rules.ts';
import { runWithin } from '../../support/run-within.ts';

const APPLE = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X)';
const PIXEL = 'Mozilla/5.0 (Linux; Android 14; Pixel 8)';

type Case = [expected: string, userAgent: string];
const CASES: Case[] = [
  ['Chrome 126 | Windows 10 | desktop', `${WINDOWS} ${BLINK} Chrome/126.0.0.0 Safari/537.36`],
  ['Edge 126 | Windows 10 | desktop', `${WINDOWS} ${BLINK} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`],
  ['Opera 112 | Windows 10 | desktop', `${WINDOWS} ${BLINK} Chrome/126.0.0.0 Safari/537.36 OPR/112.0.0.0`],
  ['Vivaldi 6 | Windows 10 | desktop', `${WINDOWS} ${BLINK} Chrome/126.0.0.0 Safari/537.36 Vivaldi/6.8.3381.44`],
  ['Yandex 24 | Windows 10 | desktop', `${WINDOWS} ${BLINK} Chrome/124.0.0.0 YaBrowser/24.6.0.0 Safari/537.36`],
  ['Whale 3 | Windows 10 | desktop', `${WINDOWS} ${BLINK} Chrome/124.0.0.0 Whale/3.26.244.21 Safari/537.36`],
  [
    'Internet Explorer 11 | Windows 10 | desktop',
    'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko',
  ],
  [
    'Firefox 115 | Windows 8.1 | desktop',
    'Mozilla/5.0 (Windows NT 6.3; Win64; x64; rv:115.0) Gecko/20100101 Firefox/115.0',
  ],
  ['Opera 12 | Windows 7 | desktop', 'Opera/9.80 (Windows NT 6.1; WOW64) Presto/2.12.388 Version/12.18'],
  [
    'Safari 17 | macOS | desktop',
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Version/17.5 Safari/605.1.15`,
  ],
  [
    'Safari 14 | macOS 10.14 | desktop',
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_14_6) ${APPLE} Version/14.1.2 Safari/605.1.15`,
  ],
  [
    'Firefox 127 | macOS | desktop',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0',
  ],
  [
    'DuckDuckGo 17 | macOS | desktop',
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Version/17.5 Safari/605.1.15 Ddg/17.5`,
  ],
  ['Firefox 127 | Linux | desktop', 'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0'],
  [
    'Chrome 126 | Chrome OS | desktop',
    `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${BLINK} Chrome/126.0.0.0 Safari/537.36`,
  ],
  ['Safari 17 | iOS 17 | mobile', `${IPHONE} ${APPLE} Version/17.5 Mobile/15E148 Safari/604.1`],
  [
    'Safari 26 | iOS 26 | mobile',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${APPLE} Version/26.0 Mobile/15E148 Safari/604.1`,
  ],
  ['Chrome 126 | iOS 17 | mobile', `${IPHONE} ${APPLE} CriOS/126.0.6478.35 Mobile/15E148 Safari/604.1`],
  ['Firefox 127 | iOS 17 | mobile', `${IPHONE} ${APPLE} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`],
  ['Edge 126 | iOS 17 | mobile', `${IPHONE} ${APPLE} Version/17.0 EdgiOS/126.0.2592.56 Mobile/15E148 Safari/605.1.15`],
  ['Google app 321 | iOS 17 | mobile', `${IPHONE} ${APPLE} GSA/321.0.644 Mobile/15E148 Safari/604.1`],
  [
    'Facebook 470 | iOS 17 | mobile',
    `${IPHONE} ${APPLE} Mobile/15E148 [FBAN/FBIOS;FBAV/470.0.0.40.107;FBDV/iPhone14,5]`,
  ],
  [
    'Instagram 330 | iOS 17 | mobile',
    `${IPHONE} ${APPLE} Mobile/21E236 Instagram 330.0.3.29.109 (iPhone13,2; iOS 17_4_1; fr_FR)`,
  ],
  ['iOS WebView | iOS 17 | mobile', `${IPHONE} ${APPLE} Mobile/15E148`],
  [
    'Safari 16 | iPadOS 16 | tablet',
    `Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) ${APPLE} Version/16.6 Mobile/15E148 Safari/604.1`,
  ],
  ['Chrome 126 | Android 14 | mobile', `${PIXEL} ${BLINK} Chrome/126.0.0.0 Mobile Safari/537.36`],
  [
    'Chrome 126 | Android | mobile',
    `Mozilla/5.0 (Linux; Android 10; K) ${BLINK} Chrome/126.0.0.0 Mobile Safari/537.36`,
  ],
  ['Chrome 126 | Android | tablet', `Mozilla/5.0 (Linux; Android 10; K) ${BLINK} Chrome/126.0.0.0 Safari/537.36`],
  ['Firefox 127 | Android 14 | mobile', 'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0'],
  ['Firefox 127 | Android 13 | tablet', 'Mozilla/5.0 (Android 13; Tablet; rv:127.0) Gecko/127.0 Firefox/127.0'],
  [
    'Samsung Internet 25 | Android | mobile',
    `Mozilla/5.0 (Linux; Android 10; K) ${BLINK} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
  ],
  [
    'UC Browser 13 | Android 12 | mobile',
    `Mozilla/5.0 (Linux; U; Android 12; fr-fr; M2101K6G) ${BLINK} Version/4.0 Chrome/100.0.4896.127 UCBrowser/13.4.2.1307 Mobile Safari/537.36`,
  ],
  [
    'MIUI Browser 14 | Android 13 | mobile',
    `Mozilla/5.0 (Linux; U; Android 13; fr-fr; 22101316G) ${BLINK} Version/4.0 Chrome/112.0.5615.136 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.9.0-gn`,
  ],
  [
    'QQ Browser 14 | Android 13 | mobile',
    `Mozilla/5.0 (Linux; U; Android 13; zh-cn; V2203) ${BLINK} Version/4.0 Chrome/109.0.5414.86 MQQBrowser/14.4 Mobile Safari/537.36`,
  ],
  [
    'Android WebView 125 | Android 14 | mobile',
    `Mozilla/5.0 (Linux; Android 14; SM-S918B Build/UP1A; wv) ${BLINK} Version/4.0 Chrome/125.0.6422.113 Mobile Safari/537.36`,
  ],
  [
    'Huawei Browser 14 | HarmonyOS | mobile',
    `Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AN00) ${BLINK} Chrome/99.0.4844.88 HuaweiBrowser/14.0.2.311 Mobile Safari/537.36`,
  ],
  [
    'Huawei Browser 5 | HarmonyOS 5 | mobile',
    `Mozilla/5.0 (Phone; OpenHarmony 5.0) ${BLINK} Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile HuaweiBrowser/5.0.4.300`,
  ],
  [
    'Silk 124 | Android 9 | tablet',
    `Mozilla/5.0 (Linux; Android 9; KFTRWI) ${BLINK} Silk/124.3.2 like Chrome/124.0.6367.207 Safari/537.36`,
  ],
  ['Firefox 48 | KaiOS 2 | mobile', 'Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5'],
  [
    'Edge 15 | Windows Phone 10 | mobile',
    `Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 950) ${BLINK} Chrome/52.0.2743.116 Mobile Safari/537.36 Edge/15.15063`,
  ],
  [
    'Samsung Internet 2 | Tizen 5 | other',
    `Mozilla/5.0 (Linux; Tizen 5.0; SMART-TV) ${BLINK} SamsungBrowser/2.2 Chrome/63.0.3239.84 TV Safari/537.36`,
  ],
  [
    'Chrome 108 | webOS | other',
    `Mozilla/5.0 (Web0S; Linux/SmartTV) ${BLINK} Chrome/108.0.5359.211 Safari/537.36 WebAppManager`,
  ],
  [
    'Safari 13 | PlayStation 5 | other',
    `Mozilla/5.0 (PlayStation; PlayStation 5/6.50) ${APPLE} Version/13.0 Safari/605.1.15`,
  ],
  [
    'Edge 44 | Xbox | other',
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox One) ${BLINK} Chrome/124.0.0.0 Safari/537.36 Edge/44.18363.8131`,
  ],
  [
    'Chrome 120 | Android 9 | other',
    `Mozilla/5.0 (Linux; Android 9; BRAVIA 4K) ${BLINK} Chrome/120.0.0.0 Safari/537.36`,
  ],
  [
    'Meta Quest Browser 33 | Linux | other',
    `Mozilla/5.0 (X11; Linux x86_64; Quest 3) ${BLINK} OculusBrowser/33.0.0.0 Chrome/124.0.0.0 VR Safari/537.36`,
  ],
  [' |  | other', 'curl/8.5.0'],
  [' |  | other', 'python-requests/2.32.3'],
  [' |  | other', ''],
];

interface Sample {
  userAgent: string;
  deviceCategory: string;
}
const { resolve } = createRequire(import.meta.url);
const samples = createRequire(import.meta.url)(
  resolve('user-agents').replace(/index\.c?js$/, 'user-agents.json'),
) as Sample[];

describe('createDeviceDetector', () => {
  const detect = createDeviceDetector();

  it.each(CASES)('reads %j out of %s', (expected, userAgent) => {
    const { browser, browserVersion, os, osVersion, device } = detect(userAgent);
    expect([`${browser} ${browserVersion}`.trimEnd(), `${os} ${osVersion}`.trimEnd(), device].join(' | ')).toBe(
      expected,
    );
  });

  it('names the browser and the system of every sampled browser', () => {
    const nameless = samples.filter(({ userAgent }) => detect(userAgent).browser === '' || detect(userAgent).os === '');
    expect(nameless).toEqual([]);
    expect(samples.length).toBeGreaterThan(5000);
  });

  it('agrees with the samples on the class of device, 99 times in a hundred', () => {
    const different = samples.filter(({ userAgent, deviceCategory }) => detect(userAgent).device !== deviceCategory);
    expect(different.length / samples.length).toBeLessThanOrEqual(0.01);
  });

  it('keeps to a table that can be read: at most 60 rules', () => {
    expect(BROWSERS.length + SYSTEMS.length).toBeLessThanOrEqual(60);
  });

  it('says only major versions, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 1000 }), mixedFromSamples), (userAgent) => {
        const { browserVersion, osVersion } = detect(userAgent);
        expect(browserVersion).toMatch(/^\d*$/);
        expect(osVersion).toMatch(/^(?:\d*|10\.\d*|8\.1|XP|Vista)$/);
      }),
    );
  });

  it.each(['Opera/', '[FBAN', 'Android ', 'iPad ', 'Version/1', 'Trident/7', '; wv)'])(
    'comes to an end with a User-Agent made of %j',
    (part) => {
      const detect = createDeviceDetector();
      expect(() => runWithin(() => detect(part.repeat(1000).slice(0, 1000)))).not.toThrow();
    },
  );
});

/** Words of real User-Agents in a wrong order. */
const mixedFromSamples = fc
  .array(fc.constantFrom(...new Set(samples.slice(0, 300).flatMap(({ userAgent }) => userAgent.split(' ')))), {
    maxLength: 30,
  })
  .map((words) => words.join(' '));
