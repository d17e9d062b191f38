/** The same visits in Chromium, Firefox and WebKit: what each act sends. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { inEachEngine, RANDOM_NAME } from '../support/browsers/each-engine.ts';
import { pageOf, tagOf, withHeaders } from '../support/browsers/measured-pages.ts';

inEachEngine((scene) => {
  it('counts a page with the fields of the contract, and where its visitor came from', async () => {
    const other = scene.otherSite('from');
    other.put('/links', `<a id="go" href="${scene.site.origin}/page?utm_source=letter#part">Go</a>`);
    scene.site.put('/page', pageOf('', tagOf('/count/s.js')));
    await scene.tab.goto(`${other.origin}/links`);
    await scene.tab.click('#go');
    await scene.site.waitFor('pageview');
    await scene.settle();
    expect(scene.site.named('pageview')).toEqual([
      {
        n: 'pageview',
        u: `${scene.site.origin}/page?utm_source=letter#part`,
        d: scene.site.domain,
        r: `${other.origin}/`,
        c: 'unset',
        b: expect.stringMatching(RANDOM_NAME),
      },
    ]);
  });

  it('takes a change of the path for a page, in both directions, and a return from another page too', async () => {
    scene.site.put('/app', pageOf(''));
    await scene.open('/app');
    await scene.site.waitFor('pageview');
    await scene.tab.evaluate(() => {
      history.pushState(null, '', '/app/view');
      history.replaceState({ scroll: 1 }, '', '/app/view?tab=2#there');
      location.hash = 'elsewhere';
    });
    await scene.site.waitFor('pageview', 2);
    await scene.tab.evaluate(() => history.go(-2));
    expect(await scene.addresses(3)).toEqual(['/app', '/app/view', '/app']);
    const referrers = scene.site.named('pageview').map(({ r }) => r);
    expect(referrers).toEqual([null, `${scene.site.origin}/app`, `${scene.site.origin}/app/view`]);
    await scene.open('/next');
    await scene.site.waitFor('pageview', 4);
    await scene.tab.back();
    await scene.site.waitFor('pageview', 5);
    await scene.settle();
    expect(await scene.addresses(5)).toEqual(['/app', '/app/view', '/app', '/next', '/app']);
  });

  it('reports a link that leads away, a file, a form and a tagged element once each, and nothing for what was not done', async () => {
    const other = scene.otherSite('other');
    other.put('/way', 'Away');
    scene.site.put('/files/report.PDF', withHeaders(204, {}, ''));
    scene.site.put('/thanks', pageOf('<p>Thanks.</p>'));
    scene.site.put(
      '/acts',
      pageOf(`<p><a id="out" href="${other.origin}/way?token=secret#part"><b>Out</b></a> <a id="in" href="/next">In</a></p>
<p><a id="file" href="/files/report.PDF?session=1">File</a> <a id="jump" href="#end">Jump</a></p>
<p><button data-passant-event="Order" data-passant-event-size="XL" data-passant-revenue-amount="9.90"
  data-passant-revenue-currency="EUR"><b id="buy">Buy</b></button>
<button id="plausible" class="plausible-event-name=Sign+up plausible-event-plan--pro">Sign up</button></p>
<form action="/thanks"><input id="empty" name="mail" required><button id="send">Send</button></form><p id="end">End</p>`),
    );
    await scene.open('/acts');
    await scene.site.waitFor('pageview');
    for (const selector of ['h1', '#jump', '#file', '#buy', '#plausible', '#send']) await scene.tab.click(selector);
    // The form was not complete, so it was not sent.
    expect(await scene.settle()).toEqual([
      ['pageview'],
      ['File Download', { url: `${scene.site.origin}/files/report.PDF` }],
      ['Order', { size: 'XL' }],
      ['Sign up', { plan: 'pro' }],
    ]);
    expect(scene.site.named('Order')).toMatchObject([
      { $: { amount: '9.90', currency: 'EUR' }, u: `${scene.site.origin}/acts#end` },
    ]);
    await scene.tab.evaluate(() => Object.assign(document.querySelector('#empty') ?? {}, { value: 'x' }));
    await scene.tab.click('#send');
    await scene.site.waitFor('pageview', 2);
    expect(await scene.settle()).toContainEqual(['Form: Submission', { path: '/acts' }]);
    await scene.open('/acts');
    await scene.site.waitFor('pageview', 3);
    await scene.tab.click('#out b');
    await scene.site.waitFor('Outbound Link: Click');
    await scene.open('/next');
    await scene.site.waitFor('pageview', 4);
    const names = (await scene.settle()).map(([each]) => each);
    expect(names.filter((each) => each !== 'pageview')).toEqual([
      ...['File Download', 'Order', 'Sign up', 'Form: Submission', 'Outbound Link: Click'],
    ]);
    expect(names).toHaveLength(9);
    expect(scene.site.named('Outbound Link: Click')).toMatchObject([{ p: { url: `${other.origin}/way` }, c: 'unset' }]);
  });

  it('reports what is searched, and a page that is not there behind its pageview', async () => {
    scene.site.put('/search', pageOf(''));
    scene.site.put('/marked', withHeaders(404, {}, pageOf('<p data-passant-404>Not here.</p>')));
    scene.site.put('/gone', withHeaders(404, {}, pageOf('<p>Not here.</p>')));
    await scene.open('/search?q=+boots+');
    await scene.site.waitFor('Search');
    await scene.open('/marked');
    await scene.site.waitFor('404');
    await scene.open('/gone');
    await scene.site.waitFor('pageview', 3);
    // Safari does not tell scripts how the server answered: there a page needs the mark.
    const isTold = await scene.tab.evaluate(() => 'responseStatus' in PerformanceResourceTiming.prototype);
    expect(await scene.settle()).toEqual([
      ['pageview'],
      ['Search', { search: 'boots' }],
      ['pageview'],
      ['404', { path: '/marked' }],
      ['pageview'],
      ...(isTold ? [['404', { path: '/gone' }]] : []),
    ]);
  });

  it('reports attention and depth when a page is left, by a link and by closing', async () => {
    scene.site.put('/long', pageOf(`<p><a id="in" href="/next">In</a></p>${'<p>Line.</p>'.repeat(200)}`));
    await scene.open('/long');
    await scene.site.waitFor('pageview');
    // A page must really have been seen for a second.
    await wait(1100);
    await scene.tab.click('#in');
    await scene.site.waitFor('pageview', 2);
    const [left] = await scene.site.waitFor('engagement');
    expect(left).toMatchObject({ u: `${scene.site.origin}/long`, in: 1, li: 1, c: 'unset' });
    expect(Number(left?.e)).toBeGreaterThanOrEqual(1000);
    expect(Number(left?.sd)).toBeGreaterThan(0);
    expect(Number(left?.sd)).toBeLessThan(100);
    await scene.tab.close();
    const reports = await scene.site.waitFor('engagement', 2);
    expect(reports[1]).toMatchObject({ u: `${scene.site.origin}/next`, sd: 100 });
    expect(reports[1]).not.toHaveProperty('li');
    expect(reports).toHaveLength(2);
    scene.tab = await scene.engine.open();
  });
});
