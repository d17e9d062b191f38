/** Robots are known by what they say; people's browsers never are. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import UserAgent from 'user-agents';
import { type BotSignals, createBotDetector } from '../../../src/collect/bots/create-bot-detector.ts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

function signals(userAgent: string, purpose: string | null = null): BotSignals {
  return { userAgent, purpose, fetchSite: 'same-origin', hasReferrer: true, acceptLanguage: 'fr' };
}

describe('createBotDetector', () => {
  const detect = createBotDetector();

  it.each([
    ['', 'says nothing'],
    ['Mozilla/5.0', 'says less than any browser'],
    ['           \t            ', 'says only spaces'],
    ['curl/8.5.0', 'a command'],
    ['Wget/1.21.4', 'a command'],
    ['python-requests/2.32.3', 'a library'],
    ['Go-http-client/2.0', 'a library'],
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'a search engine'],
    ['Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)', 'a search engine'],
    [
      'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
      'a crawler',
    ],
    [
      'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; ClaudeBot/1.0; +claudebot@anthropic.com',
      'a crawler',
    ],
    ['facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', 'a link preview'],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/126.0.0.0 Safari/537.36',
      'no window',
    ],
    [
      'Mozilla/5.0 (Unknown; Linux x86_64) AppleWebKit/538.1 (KHTML, like Gecko) PhantomJS/2.1.1 Safari/538.1',
      'no window',
    ],
    [`${CHROME} Selenium/4.20`, 'driven'],
    [`${CHROME} WebDriver`, 'driven'],
    ['Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)', 'a monitor'],
  ])('calls %j a robot: %s', (userAgent) => {
    expect(detect(signals(userAgent))).toBe('bot');
  });

  it.each([
    CHROME,
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
    'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0',
    'Mozilla/5.0 (Linux; Android 10; CUBOT X30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/108.0.5359.211 Safari/537.36 WebAppManager',
    'Mozilla/5.0 (PlayStation; PlayStation 5/6.50) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.0 Safari/605.1.15',
    'Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/470.0.0.40.107;FBBV/618;FBDV/iPhone14,5;FBMD/iPhone;FBSN/iOS;FBSV/17.5;FBSS/3;FBID/phone;FBLC/fr_FR;FBOP/5;FBRV/0]',
  ])('lets a person through: %s', (userAgent) => {
    expect(detect(signals(userAgent))).toBeNull();
  });

  it('lets every sampled browser through', () => {
    const samples = UserAgent.top(5000).map(({ userAgent }) => userAgent);
    expect(samples.filter((userAgent) => detect(signals(userAgent)) !== null)).toEqual([]);
  });

  it.each(['prefetch', 'prefetch;prerender', 'prefetch;anonymous-client-ip', 'Prerender'])(
    'knows a page loaded in advance: %s',
    (purpose) => {
      expect(detect(signals(CHROME, purpose))).toBe('prefetch');
    },
  );

  it('takes no other purpose for a page loaded in advance', () => {
    expect(detect(signals(CHROME, 'preview'))).toBeNull();
  });

  it('judges nobody by a header that is missing', () => {
    const bare = { userAgent: CHROME, purpose: null, fetchSite: null, hasReferrer: false, acceptLanguage: null };
    expect(detect(bare)).toBeNull();
  });

  it('says the same the second time, from memory', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (userAgent) => {
        expect(detect(signals(userAgent))).toBe(detect(signals(userAgent)));
      }),
    );
  });
});
