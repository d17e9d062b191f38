/** Pages that make it hard, in Chromium, Firefox and WebKit: strict policies, scripts twice, half or swapped, shadow trees. */
import { expect, it } from '@jest/globals';
import { inEachEngine } from '../support/browsers/each-engine.ts';
import { EVERYTHING, pageOf, tagOf, withHeaders } from '../support/browsers/measured-pages.ts';

inEachEngine((scene) => {
  it('works under a strict policy for content, banner included, without a breach', async () => {
    const policy =
      `default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';
      require-trusted-types-for 'script'; trusted-types 'none'`.replace(/\s+/g, ' ');
    const body = '<button id="tagged" data-passant-event="Tagged">Press</button>';
    const page = pageOf(body, tagOf(EVERYTHING) + tagOf('/count/choice.js?lang=en'));
    scene.site.put('/strict', withHeaders(200, { 'content-security-policy': policy }, page));
    await scene.open('/strict');
    await scene.site.waitFor('consent');
    await scene.tab.evaluate(() => window.passant.consent('granted'));
    await scene.tab.click('#tagged');
    await scene.site.waitFor('Tagged');
    const names = (await scene.settle()).map(([each]) => each);
    expect(names.sort()).toEqual(['Tagged', 'consent', 'consent', 'pageview']);
    expect(await scene.tab.evaluate(() => window.faults)).toEqual([]);
  });

  it('counts once however often it is loaded', async () => {
    const body = '<button id="tagged" data-passant-event="Tagged">Press</button>';
    scene.site.put('/twice', pageOf(body, tagOf(EVERYTHING) + tagOf(EVERYTHING) + tagOf('/count/s.js')));
    await scene.open('/twice');
    await scene.site.waitFor('pageview');
    await scene.tab.evaluate(() => window.passant.consent('granted'));
    await scene.tab.click('#tagged');
    await scene.site.waitFor('Tagged');
    await scene.tab.evaluate(() => history.pushState(null, '', '/twice/view'));
    await scene.site.waitFor('pageview', 2);
    const names = (await scene.settle()).map(([each]) => each);
    expect(names).toEqual(['pageview', 'consent', 'Tagged', 'pageview']);
  });

  it('works from inside a shadow tree, and hears of links, tagged elements and forms in one', async () => {
    const other = scene.otherSite('other');
    other.put('/', 'Away');
    scene.site.put(
      '/shadow',
      `<html data-site="${scene.site.domain}" data-api="${scene.site.origin}">${pageOf('<div id="host"></div>', '')}`,
    );
    await scene.open('/shadow');
    await scene.tab.evaluate((address) => {
      const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
      if (!root) return;
      root.innerHTML = `<button id="tagged" data-passant-event="Tagged">Press</button>
<a href="/files/a.zip"><i>File</i></a><form><button>Send</button></form>`;
      for (const type of ['click', 'submit'])
        root.addEventListener(type, (event) => {
          const { localName } = event.target as Element;
          if (type === 'submit' || localName === 'i') event.preventDefault();
        });
      const script = document.createElement('script');
      script.src = address;
      root.append(script);
    }, EVERYTHING);
    await scene.site.waitFor('pageview');
    await scene.tab.evaluate(() => {
      const root = document.querySelector('#host')?.shadowRoot;
      for (const selector of ['#tagged', 'i', 'form button']) root?.querySelector<HTMLElement>(selector)?.click();
    });
    await scene.site.waitFor('Form: Submission');
    const names = (await scene.settle()).map(([each]) => each);
    // All three were sent at once: the network may bring them in any order.
    expect(names.sort()).toEqual(['File Download', 'Form: Submission', 'Tagged', 'pageview']);
  });

  it('in a shadow tree of a page that does not say where to send is silent, and throws nothing', async () => {
    scene.site.put('/lost', `<html data-site="${scene.site.domain}">${pageOf('<div id="host"></div>', '')}`);
    await scene.open('/lost');
    const kind = await scene.tab.evaluate(async (address) => {
      const script = document.createElement('script');
      script.src = address;
      const loaded = new Promise((resolve) => script.addEventListener('load', resolve));
      document.querySelector('#host')?.attachShadow({ mode: 'open' }).append(script);
      await loaded;
      window.passant('Lost');
      return typeof window.passant.consent;
    }, EVERYTHING);
    expect([kind, scene.site.beacons]).toEqual(['function', []]);
  });

  it('counts pages whose bodies are swapped, though each brings the script again', async () => {
    const next: Record<string, string> = { one: 'two', two: 'three', three: 'one' };
    for (const [page, to] of Object.entries(next)) {
      const body = `<p><a id="to-${to}" data-swap href="/${to}">Next</a></p>
<button id="tagged-${page}" data-passant-event="Tagged">Press</button>${tagOf(EVERYTHING)}`;
      scene.site.put(`/${page}`, pageOf(body, tagOf('/swap.js')));
    }
    await scene.open('/one');
    await scene.site.waitFor('pageview');
    await scene.tab.click('#to-two');
    await scene.isShown('#tagged-two');
    await scene.tab.click('#tagged-two');
    await scene.site.waitFor('Tagged');
    await scene.tab.click('#to-three');
    await scene.isShown('#tagged-three');
    await scene.tab.back();
    await scene.isShown('#tagged-two');
    await scene.site.waitFor('pageview', 4);
    const names = (await scene.settle()).map(([each]) => each);
    expect(names).toEqual(['pageview', 'pageview', 'Tagged', 'pageview', 'pageview']);
    expect(await scene.addresses(4)).toEqual(['/one', '/two', '/three', '/two']);
    expect(scene.site.named('pageview')[1]).toMatchObject({ r: `${scene.site.origin}/one` });
  });

  it('that comes half only leaves the page as it is', async () => {
    scene.site.put('/count/half.js', (_request, response) => {
      const script = 'window.half = 1; (() => { const broken = "'.padEnd(4000, 'x');
      response.writeHead(200, { 'content-type': 'text/javascript', 'content-length': 9000 });
      response.write(script, () => response.destroy());
    });
    scene.site.put(
      '/half',
      pageOf(
        '<a id="in" href="/next">In</a>',
        `${tagOf('/stub.js', '')}${tagOf('/count/half.js')}${tagOf('/works.js')}`,
      ),
    );
    await scene.open('/half');
    expect(await scene.tab.evaluate(() => [document.title, window.faults])).toEqual(['works', []]);
    await scene.tab.click('#in');
    await scene.site.waitFor('pageview');
    await scene.settle();
    expect(await scene.addresses(1)).toEqual(['/next']);
  });
});
