/** Sources, channels and referrers of real visits. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHANNELS } from '../../../src/collect/source/choose-channel.ts';
import { createSourceClassifier } from '../../../src/collect/source/create-source-classifier.ts';
import { runWithin } from '../../support/run-within.ts';

const classify = createSourceClassifier();
const visit = (referrer: string | null, query = '', internal = false) =>
  classify({ referrer: referrer === null ? null : new URL(referrer), query: new URLSearchParams(query), internal });

describe('a referrer', () => {
  it.each([
    ['https://www.google.com/', 'Google', 'Organic Search'],
    ['https://www.google.fr/search?q=words', 'Google', 'Organic Search'],
    ['https://google.com.br/', 'Google', 'Organic Search'],
    ['https://www.google.co.uk/url?q=x', 'Google', 'Organic Search'],
    ['https://images.google.de/', 'Google Images', 'Organic Search'],
    ['https://www.google.com/imgres?imgurl=x', 'Google Images', 'Organic Search'],
    ['https://scholar.google.fr/', 'Google Scholar', 'Organic Search'],
    ['https://lens.google.com/', 'Google', 'Organic Search'],
    ['android-app://com.google.android.googlequicksearchbox/', 'Google', 'Organic Search'],
    ['android-app://com.google.android.googlequicksearchbox/https/www.google.com', 'Google', 'Organic Search'],
    ['https://www.bing.com/search?q=x', 'Bing', 'Organic Search'],
    ['https://cn.bing.com/', 'Bing', 'Organic Search'],
    ['https://duckduckgo.com/', 'DuckDuckGo', 'Organic Search'],
    ['https://html.duckduckgo.com/html/', 'DuckDuckGo', 'Organic Search'],
    ['https://fr.search.yahoo.com/', 'Yahoo!', 'Organic Search'],
    ['https://www.ecosia.org/search', 'Ecosia', 'Organic Search'],
    ['https://www.qwant.com/', 'Qwant', 'Organic Search'],
    ['https://search.brave.com/', 'Brave', 'Organic Search'],
    ['https://www.startpage.com/do/search', 'Startpage', 'Organic Search'],
    ['https://yandex.ru/', 'Yandex', 'Organic Search'],
    ['https://yandex.com.tr/search', 'Yandex', 'Organic Search'],
    ['https://www.baidu.com/link?url=x', 'Baidu', 'Organic Search'],
    ['https://search.naver.com/', 'Naver', 'Organic Search'],
    ['https://kagi.com/', 'Kagi', 'Organic Search'],
    ['https://www.facebook.com/', 'Facebook', 'Organic Social'],
    ['https://l.facebook.com/l.php?u=x', 'Facebook', 'Organic Social'],
    ['https://lm.facebook.com/', 'Facebook', 'Organic Social'],
    ['android-app://com.facebook.katana/', 'Facebook', 'Organic Social'],
    ['https://l.instagram.com/', 'Instagram', 'Organic Social'],
    ['https://t.co/AbCdEf', 'Twitter', 'Organic Social'],
    ['https://x.com/', 'Twitter', 'Organic Social'],
    ['https://www.linkedin.com/feed/', 'LinkedIn', 'Organic Social'],
    ['android-app://com.linkedin.android/', 'LinkedIn', 'Organic Social'],
    ['https://out.reddit.com/', 'Reddit', 'Organic Social'],
    ['https://www.pinterest.co.uk/', 'Pinterest', 'Organic Social'],
    ['https://mastodon.social/@someone', 'Mastodon', 'Organic Social'],
    ['https://bsky.app/', 'Bluesky', 'Organic Social'],
    ['https://news.ycombinator.com/item?id=1', 'Hacker News', 'Organic Social'],
    ['https://github.com/someone/something', 'GitHub', 'Organic Social'],
    ['https://www.youtube.com/watch?v=x', 'YouTube', 'Organic Video'],
    ['https://m.youtube.com/', 'YouTube', 'Organic Video'],
    ['https://vimeo.com/1', 'Vimeo', 'Organic Video'],
    ['https://chatgpt.com/', 'ChatGPT', 'AI Assistants'],
    ['https://www.perplexity.ai/', 'Perplexity', 'AI Assistants'],
    ['https://claude.ai/', 'Claude', 'AI Assistants'],
    ['https://gemini.google.com/app', 'Gemini', 'AI Assistants'],
    ['https://copilot.microsoft.com/', 'Copilot', 'AI Assistants'],
    ['https://x.com/i/grok', 'Grok', 'AI Assistants'],
    ['https://www.amazon.co.uk/dp/x', 'Amazon', 'Organic Shopping'],
    ['https://www.ebay.de/', 'eBay', 'Organic Shopping'],
    ['https://mail.google.com/mail/u/0/', 'Gmail', 'Email'],
    ['android-app://com.google.android.gm/', 'Gmail', 'Email'],
    ['https://outlook.live.com/mail/', 'Outlook', 'Email'],
    ['https://docs.google.com/document/', 'docs.google.com', 'Referral'],
    ['https://www.cnn.com/', 'cnn.com', 'Referral'],
    ['https://blog.lemonde.fr/a', 'blog.lemonde.fr', 'Referral'],
    ['https://notfacebook.com/', 'notfacebook.com', 'Referral'],
    ['https://facebook.com.example.org/', 'facebook.com.example.org', 'Referral'],
    ['android-app://org.example.reader/', 'org.example.reader', 'Referral'],
    ['http://192.0.2.7/page', '192.0.2.7', 'Referral'],
    ['about:blank', '', 'Direct'],
    ['chrome-extension://abcdefgh/page.html', '', 'Direct'],
    ['file:///home/someone/page.html', '', 'Direct'],
  ])('of %s is %s, %s', (referrer, source, channel) => {
    expect(visit(referrer)).toMatchObject({ source, channel });
  });

  it.each([
    ['https://www.example.org/', 'example.org', 'example.org'],
    ['https://user:word@WWW.Example.org:8443/a/b/?q=secret#part', 'example.org/a/b', 'example.org'],
    ['https://news.example.org./a', 'news.example.org/a', 'news.example.org'],
    ['https://example.org//', 'example.org', 'example.org'],
    ['https://bücher.example/ä', 'xn--bcher-kva.example/%C3%A4', 'xn--bcher-kva.example'],
    ['android-app://com.google.android.gm/', 'com.google.android.gm', 'com.google.android.gm'],
    ['data:text/html,x', '', ''],
  ])('%s is kept as %j', (referrer, text, referrerHost) => {
    expect(visit(referrer)).toMatchObject({ referrer: text, referrerHost });
  });

  it('is kept to 500 characters', () => {
    expect(visit(`https://example.org/${'a'.repeat(6000)}`).referrer).toHaveLength(500);
  });

  it('of the site itself is none, and its campaign is still read', () => {
    expect(visit('https://www.google.com/', '', true)).toEqual({
      ...{ source: '', channel: 'Direct', referrer: '', referrerHost: '', spam: false },
      ...{ utm_source: '', utm_medium: '', utm_campaign: '', utm_content: '', utm_term: '' },
    });
    expect(visit('https://example.org/', 'utm_source=fb&utm_medium=social', true)).toMatchObject({
      ...{ source: 'Facebook', channel: 'Organic Social', referrer: '', utm_source: 'fb' },
    });
  });

  it.each([
    ['https://semalt.com/', true],
    ['https://www.semalt.com/offer', true],
    ['https://fr.buttons-for-website.com/', true],
    ['https://notsemalt.com.example.org/', false],
    ['https://example.org/semalt.com', false],
  ])('of %s is spam: %s', (referrer, spam) => {
    expect(visit(referrer).spam).toBe(spam);
  });

  it('comes to an end, whatever its path is made of', () => {
    const referrer = new URL(`https://example.org/${'/'.repeat(8000)}x`);
    const classifyIt = () => classify({ referrer, query: new URLSearchParams(), internal: false });
    expect(() => runWithin(classifyIt)).not.toThrow();
  });
});

describe('a campaign', () => {
  it.each([
    ['utm_source=google&utm_medium=cpc', 'Google', 'Paid Search'],
    ['utm_source=Google&utm_medium=organic', 'Google', 'Organic Search'],
    ['utm_source=adwords&utm_medium=ppc', 'Google', 'Paid Search'],
    ['utm_source=google&utm_medium=cpc&utm_campaign=summer-shopping', 'Google', 'Paid Shopping'],
    ['utm_source=google&utm_campaign=cross-network', 'Google', 'Cross-network'],
    ['utm_source=bing&utm_medium=cpc', 'Bing', 'Paid Search'],
    ['utm_source=facebook', 'Facebook', 'Organic Social'],
    ['utm_source=fb&utm_medium=paid_social', 'Facebook', 'Paid Social'],
    ['utm_source=ig&utm_medium=story', 'Instagram', 'Organic Social'],
    ['utm_source=l.instagram.com', 'Instagram', 'Organic Social'],
    ['utm_source=linkedin&utm_medium=cpm', 'LinkedIn', 'Paid Social'],
    ['utm_source=youtube&utm_medium=cpv', 'YouTube', 'Paid Video'],
    ['utm_source=youtube&utm_medium=paid', 'YouTube', 'Paid Video'],
    ['utm_source=amazon&utm_medium=cpc', 'Amazon', 'Paid Shopping'],
    ['utm_source=chatgpt.com', 'ChatGPT', 'AI Assistants'],
    ['utm_source=perplexity', 'Perplexity', 'AI Assistants'],
    ['utm_source=newsletter', 'newsletter', 'Email'],
    ['utm_source=july&utm_medium=email', 'july', 'Email'],
    ['utm_source=shop&utm_medium=e-mail&utm_campaign=shop', 'shop', 'Email'],
    ['utm_source=partner&utm_medium=affiliate', 'partner', 'Affiliates'],
    ['utm_source=criteo&utm_medium=display', 'criteo', 'Display'],
    ['utm_source=criteo&utm_medium=cpm', 'criteo', 'Display'],
    ['utm_source=taboola&utm_medium=cpc', 'taboola', 'Paid Other'],
    ['utm_source=criteo&utm_medium=retargeting', 'criteo', 'Paid Other'],
    ['utm_source=spotify&utm_medium=audio', 'spotify', 'Audio'],
    ['utm_source=sms', 'sms', 'SMS'],
    ['utm_source=firebase', 'firebase', 'Mobile Push Notifications'],
    ['utm_source=app&utm_medium=web-push', 'app', 'Mobile Push Notifications'],
    ['utm_source=buffer&utm_medium=social', 'buffer', 'Organic Social'],
    ['utm_source=page&utm_medium=video', 'page', 'Organic Video'],
    ['utm_source=friend&utm_medium=referral', 'friend', 'Referral'],
    ['utm_source=orange', 'orange', 'Referral'],
    ['utm_source=inbox', 'inbox', 'Referral'],
    ['utm_source=(direct)&utm_medium=(none)', '(direct)', 'Direct'],
    ['utm_medium=poster', '', 'Direct'],
    ['gclid=1', '', 'Paid Search'],
    ['gbraid=1', '', 'Paid Search'],
    ['wbraid=1', '', 'Paid Search'],
    ['msclkid=1', '', 'Paid Search'],
    ['dclid=1', '', 'Display'],
    ['ttclid=1', '', 'Paid Social'],
    ['twclid=1', '', 'Paid Social'],
    ['li_fat_id=1', '', 'Paid Social'],
    ['fbclid=1', '', 'Organic Social'],
    ['utm_source=youtube&gclid=1', 'YouTube', 'Paid Video'],
  ])('with %s is %s, %s', (query, source, channel) => {
    expect(visit(null, query)).toMatchObject({ source, channel });
  });

  it('goes before the referrer as a source, and leaves the referrer as it is', () => {
    expect(visit('https://www.google.com/', 'utm_source=spring-letter&utm_medium=email')).toMatchObject({
      ...{ source: 'spring-letter', channel: 'Email', referrer: 'google.com', referrerHost: 'google.com' },
    });
  });

  it.each([
    ['https://www.google.com/', 'gclid=1', 'Google', 'Paid Search'],
    ['https://www.bing.com/', 'msclkid=1', 'Bing', 'Paid Search'],
    ['https://l.facebook.com/', 'fbclid=1', 'Facebook', 'Organic Social'],
    ['https://l.facebook.com/', 'fbclid=1&utm_medium=paid', 'Facebook', 'Paid Social'],
  ])('from %s with %s is %s, %s', (referrer, query, source, channel) => {
    expect(visit(referrer, query)).toMatchObject({ source, channel });
  });

  it('keeps its five values clean, trimmed and within 200 characters', () => {
    const found = visit(
      null,
      `utm_source=%20a%00b%20&utm_medium=M&utm_campaign=${'c'.repeat(300)}&utm_content=%E2%80%AEx&utm_term=t`,
    );
    expect(found).toMatchObject({ utm_source: 'ab', utm_medium: 'M', utm_content: 'x', utm_term: 't' });
    expect(found.utm_campaign).toBe('c'.repeat(200));
    expect(visit(null, `utm_term=${'a'.repeat(199)}😀`).utm_term).toBe('a'.repeat(199));
  });

  it('never keeps the identifier of a click', () => {
    const query = ['gclid', 'gbraid', 'wbraid', 'msclkid', 'fbclid', 'ttclid', 'twclid', 'li_fat_id', 'dclid']
      .map((name) => `${name}=Secret123`)
      .join('&');
    expect(JSON.stringify(visit(`https://www.google.com/?${query}`, query))).not.toContain('Secret123');
  });
});

describe('whatever is sent', () => {
  const host = fc.oneof(
    fc.domain(),
    fc.ipV4(),
    fc.constantFrom('google.com', 'www.bing.com', 'co.uk', 'com', 'a.b.c.d', 'm.'),
  );
  const referrer = fc
    .tuple(
      fc.constantFrom('https', 'http', 'android-app', 'ftp', 'x'),
      host,
      fc.webPath(),
      fc.webQueryParameters(),
      fc.string(),
    )
    .map(([scheme, name, path, query, fragment]) => `${scheme}://${name}${path}?q=Secret${query}#${fragment}`);
  const anything = fc.oneof(
    referrer,
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
  );
  const utm = fc.record({
    ...{ utm_source: fc.string({ unit: 'binary', maxLength: 300 }), utm_medium: fc.string({ unit: 'binary' }) },
    utm_campaign: fc.oneof(fc.string(), fc.constantFrom('shop', 'cross-network')),
  });

  it('the channel is on the list, nothing is too long and no query stays', () => {
    fc.assert(
      fc.property(anything, utm, fc.boolean(), (text, campaign, internal) => {
        const url = URL.canParse(text) ? new URL(text) : null;
        const found = classify({ referrer: url, query: new URLSearchParams(campaign), internal });
        expect(CHANNELS).toContain(found.channel);
        expect(found.referrer).not.toMatch(/[?#]|^www\.|\/$/);
        expect(found.referrer.length).toBeLessThanOrEqual(500);
        expect(found.source.length).toBeLessThanOrEqual(253);
        expect(found.utm_source.length).toBeLessThanOrEqual(200);
        expect(found.referrer.startsWith(found.referrerHost)).toBe(true);
        if (internal) expect(found).toMatchObject({ referrer: '', referrerHost: '', spam: false });
      }),
      { numRuns: 2000 },
    );
  });
});
