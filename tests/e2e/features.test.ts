/** What each feature of the tracker sends from a real page, once and with the right fields, and where the tracker keeps silent. */
import { describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import type { MeasuredSite } from '../client/support/measured-site.ts';
import { setScene } from '../client/support/set-scene.ts';

let site: MeasuredSite;
let context: BrowserContext;
let page: Page;
let faults: string[];
setScene((scene) => {
  ({ site, context, page, faults } = scene);
});

const open = (path: string) => page.goto(site.origin + path);
/** What has been sent so far beside engagement, as name and properties. */
const told = () =>
  site.beacons.filter(({ fields }) => fields.n !== 'engagement').map(({ fields }) => [fields.n, fields.p]);
/** Sends a last event of its own and waits for it: whatever was to come before has come then. */
const settle = async () => {
  await page.evaluate(() => window.passant('Last'));
  await site.waitFor('Last');
};
/** Properties that the page gives to all of its events. */
const SECTION = { section: 'front office' };

/** Puts elements on the page whose default actions are held back at the very end, so that nobody leaves. */
const furnish = (html: string) =>
  page.evaluate((text) => {
    const isLink = (target: EventTarget) => target instanceof HTMLAnchorElement;
    for (const type of ['click', 'auxclick', 'submit'])
      addEventListener(type, (event) => {
        // A click that is held back sends no form.
        if (type === 'submit' || event.composedPath().some(isLink)) event.preventDefault();
      });
    const box = document.createElement('div');
    box.innerHTML = text;
    document.body.prepend(box);
  }, html);

describe('a page with every feature', () => {
  it('reports each act once: what names itself first, then files, then links, then forms', async () => {
    await open('/rich');
    await site.waitFor('pageview');
    await furnish(`
      <a id="out" href="https://other.example/way?token=secret#part">Out</a>
      <a id="in" href="/two">In</a>
      <a id="mail" href="mailto:someone@other.example">Mail</a>
      <a id="file" href="/files/Report%202026.PDF?session=1">File</a>
      <a id="named" href="https://other.example/export" download>Export</a>
      <a id="both" class="button plausible-event-name=Sign+up plausible-event-plan--pro" href="https://other.example/">Both</a>
      <button id="buy" data-passant-event="Order" data-passant-event-product-size="XL"
        data-passant-revenue-amount="9.90" data-passant-revenue-currency="EUR"><b>Buy</b></button>
      <form id="plain" action="/two"><button>Send</button></form>
      <form id="tagged" data-passant-event="Letter"><input name="mail"><button>Send</button></form>`);
    await page.locator('#out').click();
    await page.locator('#out').click({ button: 'middle' });
    await page.locator('#out').click({ button: 'right' });
    for (const id of ['in', 'mail', 'file', 'named', 'both']) await page.locator(`#${id}`).click();
    await page.locator('#buy b').click();
    await page.locator('#plain button').click();
    await page.locator('#tagged input').click();
    await page.locator('#tagged button').click();
    await settle();
    expect(told()).toEqual([
      ['pageview', { ...SECTION, 'user-type': 'reader' }],
      ['Outbound Link: Click', { ...SECTION, url: 'https://other.example/way' }],
      ['Outbound Link: Click', { ...SECTION, url: 'https://other.example/way' }],
      ['File Download', { ...SECTION, url: `${site.origin}/files/Report%202026.PDF` }],
      ['File Download', { ...SECTION, url: 'https://other.example/export' }],
      ['Sign up', { ...SECTION, plan: 'pro' }],
      ['Order', { ...SECTION, 'product-size': 'XL' }],
      ['Form: Submission', { ...SECTION, path: '/rich' }],
      ['Letter', SECTION],
      ['Last', SECTION],
    ]);
    const [order] = await site.waitFor('Order');
    expect(order?.fields).toMatchObject({ $: { amount: '9.90', currency: 'EUR' }, d: 'example.org', c: 'unset' });
    expect(order?.fields.u).toBe(`${site.origin}/rich`);
  });

  it('hears of links, tagged elements and forms inside shadow trees', async () => {
    await open('/rich');
    await furnish('<div id="host"></div>');
    await page.evaluate(() => {
      const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
      const form = '<form><input><button>Send</button></form>';
      if (root)
        root.innerHTML = `<a href="https://other.example/"><i>Out</i></a><p data-passant-event="Deep"><b>Here</b></p>${form}`;
      root?.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
    });
    await page.locator('#host i').click();
    await page.locator('#host b').click();
    await page.locator('#host button').click();
    await page.locator('#host button').click();
    await settle();
    const names = told().map(([name]) => name);
    expect(names).toEqual([
      ...['pageview', 'Outbound Link: Click', 'Deep', 'Form: Submission', 'Form: Submission', 'Last'],
    ]);
  });

  it('reports a page that does not exist behind its pageview, and not the next one', async () => {
    await open('/rich/missing');
    await site.waitFor('404');
    await page.evaluate(() => history.pushState(null, '', '/rich/there'));
    await site.waitFor('pageview', 2);
    await settle();
    expect(told().slice(0, 3)).toEqual([
      ['pageview', { ...SECTION, 'user-type': 'reader' }],
      ['404', { ...SECTION, path: '/rich/missing' }],
      ['pageview', { ...SECTION, 'user-type': 'reader' }],
    ]);
  });

  it('reports what is looked for: at once on a page of results, in the end where each letter changes the address', async () => {
    await open('/rich?page=2&q=+boots+');
    await site.waitFor('Search');
    await page.evaluate(() => {
      for (const text of ['b', 'bo', 'bow']) history.replaceState(null, '', `?q=${text}`);
    });
    const terms = (await site.waitFor('Search', 2)).map(({ fields }) => fields.p);
    expect(terms).toEqual([
      { ...SECTION, search: 'boots' },
      { ...SECTION, search: 'bow' },
    ]);
    expect(told().map(([name]) => name)).toEqual(['pageview', 'Search', 'Search']);
  });

  it('keeps silent on excluded pages, and reports how the page before was left', async () => {
    await open('/rich/a/draft');
    await page.evaluate(() => window.passant('Silent'));
    await page.evaluate(() => history.pushState(null, '', '/rich/a/page'));
    await site.waitFor('pageview');
    await page.evaluate(() => history.pushState(null, '', '/rich/secret/deep/page'));
    const [left] = await site.waitFor('engagement');
    expect(left?.fields).toMatchObject({ u: `${site.origin}/rich/a/page`, li: 1 });
    await page.evaluate(() => window.passant('Silent'));
    await open('/rich/a/draft/more');
    await site.waitFor('pageview', 2);
    expect(told().map(([name]) => name)).toEqual(['pageview', 'pageview']);
    expect(site.beacons.every(({ fields }) => !String(fields.u).includes('secret'))).toBe(true);
  });

  it('takes the route of a fragment for a page, and no other fragment', async () => {
    await open('/rich#/start');
    await site.waitFor('pageview');
    await page.evaluate(() => {
      history.pushState(null, '', '#/next?tab=1');
      history.pushState(null, '', '#/next?tab=2');
      location.hash = '#!/last';
    });
    const views = await site.waitFor('pageview', 3);
    expect(views.map(({ fields }) => fields.u)).toEqual(
      ['#/start', '#/next?tab=1', '#!/last'].map((route) => `${site.origin}/rich${route}`),
    );
    await page.evaluate(() => history.pushState(null, '', '#part'));
    await settle();
    await page.evaluate(() => history.pushState(null, '', '#other'));
    // Leaving the routes is one more page, jumping about there is none.
    expect(await site.waitFor('pageview', 4)).toHaveLength(4);
  });
});

describe('an objection', () => {
  it('keeps the tracker silent and its storage empty, from the moment it is made until it is taken back', async () => {
    await open('/rich');
    await page.evaluate(() => window.passant.consent('granted'));
    await site.waitFor('consent');
    await context.addCookies([{ name: 'passant_optout', value: '1', url: site.origin }]);
    await page.evaluate(() => {
      window.passant('Silent');
      history.pushState(null, '', '/rich/more');
    });
    await open('/rich/again');
    expect(await page.evaluate(() => window.passant.consent())).toBe('denied');
    await page.evaluate(() => window.passant.consent('granted'));
    expect((await context.cookies()).map(({ name }) => name).sort()).toEqual(['cookies_preferences', 'passant_optout']);
    expect(told().map(([name]) => name)).toEqual(['pageview', 'consent']);
    await context.clearCookies({ name: 'passant_optout' });
    await open('/rich/back');
    expect(await site.waitFor('pageview', 2)).toHaveLength(2);
  });

  it('is not even looked for where the feature is off', async () => {
    await context.addCookies([{ name: 'passant_optout', value: '1', url: site.origin }]);
    await open('/unmarked');
    expect(await site.waitFor('pageview')).toHaveLength(1);
  });
});

describe('the identifier', () => {
  it('in local storage comes with a yes, has an end, stays the same and goes with a no', async () => {
    await open('/stored');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.evaluate(() => window.passant.consent('granted'));
    const kept = await page.evaluate(() => localStorage.getItem('passant_id'));
    const [, id, end] = /^([\w-]{21})\.(\d+)$/.exec(kept ?? '') ?? [];
    expect(Math.round((Number(end) - Date.now()) / 86_400_000)).toBe(393);
    await open('/stored');
    const views = await site.waitFor('pageview', 2);
    expect(views[1]?.fields).toMatchObject({ c: 'granted', id });
    expect(await page.evaluate(() => localStorage.getItem('passant_id'))).toBe(kept);
    expect((await context.cookies()).map(({ name }) => name)).toEqual(['cookies_preferences']);
    await page.evaluate((text) => localStorage.setItem('passant_id', `${text}.${Date.now() - 1}`), id);
    await open('/stored');
    const [, , fresh] = await site.waitFor('pageview', 3);
    expect(fresh?.fields.id).not.toBe(id);
    await page.evaluate(() => window.passant.consent('denied'));
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('of the server is never in a message, and its cookie travels with consent only', async () => {
    await context.addCookies([{ name: 'passant_id', value: 'a'.repeat(21), url: site.origin, httpOnly: true }]);
    await open('/served');
    await site.waitFor('pageview');
    await page.evaluate(() => window.passant.consent('granted'));
    await page.evaluate(() => window.passant('With'));
    await page.evaluate(() => window.passant.consent('denied'));
    await page.evaluate(() => window.passant('Without'));
    await page.evaluate(() => window.passant.forget());
    await site.waitFor('Without');
    await site.waitFor('forget');
    const carried = site.beacons
      .filter(({ fields }) => fields.n !== 'engagement')
      .map(({ path, fields, headers }) => [
        path,
        fields.action ?? fields.n,
        headers.cookie?.includes('passant_id') === true,
      ]);
    expect(carried).toEqual([
      ['e', 'pageview', false],
      ['e', 'accepted', true],
      ['e', 'With', true],
      ['e', 'withdrawn', true],
      ['e', 'Without', false],
      ['f', 'forget', true],
    ]);
    expect(site.beacons.every(({ fields }) => !('id' in fields))).toBe(true);
  });
});

describe('the script', () => {
  it('loaded three times on a page counts once', async () => {
    await open('/twice');
    await furnish('<a id="out" href="https://other.example/">Out</a>');
    await page.locator('#out').click();
    await settle();
    expect(told().map(([name]) => name)).toEqual(['pageview', 'Outbound Link: Click', 'Last']);
  });

  it('inside a shadow tree reads its attributes from an element of the page', async () => {
    await open('/shadow');
    const [view] = await site.waitFor('pageview');
    expect([view?.path, view?.fields.d]).toEqual(['/api/event', 'example.org']);
  });

  it('counts page swaps, and once only when the swap brings the script again', async () => {
    await open('/rich');
    await site.waitFor('pageview');
    await page.evaluate(() => {
      const address = document.querySelector('script')?.src ?? '';
      history.pushState({ turbo: {} }, '', '/rich/next');
      const body = document.createElement('body');
      const script = document.createElement('script');
      script.src = address;
      body.append(script, document.createElement('main'));
      document.body.replaceWith(body);
      history.replaceState({ turbo: { index: 1 } }, '', '/rich/next');
      return new Promise((resolve) => script.addEventListener('load', resolve));
    });
    const views = await site.waitFor('pageview', 2);
    expect(views.map(({ fields }) => fields.r)).toEqual([null, `${site.origin}/rich`]);
    await furnish('<a id="out" href="https://other.example/">Out</a>');
    await page.locator('#out').click();
    expect(await site.waitFor('Outbound Link: Click')).toHaveLength(1);
  });

  it('waits on a page rendered in advance until it is seen', async () => {
    await page.addInitScript(() => {
      Object.defineProperty(Document.prototype, 'prerendering', { get: () => !('seen' in window), configurable: true });
    });
    await open('/plain');
    await page.evaluate(() => window.passant('Early'));
    expect(site.beacons).toEqual([]);
    await page.evaluate(() => {
      Object.assign(window, { seen: true });
      document.dispatchEvent(new Event('prerenderingchange'));
    });
    await site.waitFor('Early');
    expect(told().map(([name]) => name)).toEqual(['pageview', 'Early']);
  });

  it('that is cut off half-way leaves a page whose calls wait for ever', async () => {
    await open('/half');
    await page.evaluate(() => window.passant('Order'));
    expect(faults.splice(0)).toEqual([expect.stringMatching(/Unexpected|Invalid|missing/)]);
    expect(site.beacons).toEqual([]);
  });

  it('whose requests a blocker breaks is not noticed by the page', async () => {
    await page.addInitScript(() => {
      window.fetch = () => {
        throw new Error('blocked');
      };
    });
    await open('/rich');
    await furnish('<a id="out" href="https://other.example/">Out</a>');
    await page.locator('#out').click();
    await page.evaluate(() => {
      history.pushState(null, '', '/rich/next');
      window.passant('Order');
    });
    expect(site.beacons).toEqual([]);
  });
});
