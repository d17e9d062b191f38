/** What the rows really hold after the pipeline, compared with the table of docs/privacy.md, field by field. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { ALLOWED_FIELDS, type Field, type Population } from '../../src/consent/allowed-fields.ts';
import { PROFILES, type Profile } from '../../src/domain/site.ts';
import { CountingService } from '../support/reference/counting-service.ts';
import { identifierOf } from '../support/reference/random-traffic.ts';
import { readTables } from '../support/reference/read-tables.ts';

type Cell = 'keep' | 'coarsen' | 'drop';

/** The table as the design states it: exempt anonymous, exempt identified, consented anonymous, consented identified. */
const PROMISED: Readonly<Record<Field, readonly [Cell, Cell, Cell, Cell]>> = {
  page: ['keep', 'keep', 'keep', 'keep'],
  campaign: ['drop', 'keep', 'keep', 'keep'],
  clickIdentifiers: ['drop', 'drop', 'drop', 'drop'],
  referrer: ['coarsen', 'keep', 'keep', 'keep'],
  customEvents: ['coarsen', 'keep', 'keep', 'keep'],
  properties: ['drop', 'keep', 'keep', 'keep'],
  revenue: ['drop', 'keep', 'keep', 'keep'],
  place: ['keep', 'keep', 'keep', 'keep'],
  technology: ['coarsen', 'coarsen', 'coarsen', 'coarsen'],
  language: ['coarsen', 'coarsen', 'coarsen', 'coarsen'],
  address: ['drop', 'drop', 'drop', 'drop'],
  userAgent: ['drop', 'drop', 'drop', 'drop'],
  screen: ['drop', 'drop', 'drop', 'drop'],
};

const COLUMNS: readonly [Profile, Population][] = [
  ['exempt', 'anonymous'],
  ['exempt', 'identified'],
  ['consented', 'anonymous'],
  ['consented', 'identified'],
];
const AT = Date.parse('2026-06-10T12:00Z');

const PAGE =
  'https://www.example.org/shop?utm_source=letter&utm_medium=email&utm_campaign=spring&utm_content=top&utm_term=shoes' +
  '&color=red&secret=canary-query&gclid=canary-gclid&fbclid=canary-fbclid&msclkid=canary-msclkid&mc_eid=canary-mceid#canary-fragment';
const REFERRER = 'https://www.google.com/search/deep?q=canary-words#canary-anchor';
const FACTS = {
  ...{ ip: '192.0.0.99', userAgent: 'Firefox 0 canary-agent', at: AT },
  acceptLanguage: 'fr-CA,en;q=0.5',
};

let service: CountingService | null = null;
afterEach(() => service?.remove());

function send(profile: Profile, population: Population) {
  const running = new CountingService({ profile, queryParameters: ['color'] });
  service = running;
  const consent = population === 'identified' ? { c: 'granted', id: identifierOf(0) } : { c: 'unset' };
  const body = { ...consent, u: PAGE, r: REFERRER, p: { plan: 'canary-plan' }, $: { amount: 12.5, currency: 'EUR' } };
  const screen = { w: 1917, screen: '1917x1013', screen_width: 1917 };
  running.sendBody({ ...body, ...screen, n: 'pageview' }, FACTS);
  const dropped = ['first', 'second', 'third', 'fourth'].map((name) => running.sendBody({ ...body, n: name }, FACTS));
  running.close();
  return { dropped, ...readTables(running.file) };
}

describe.each(COLUMNS.map((column, index) => [...column, index] as const))('%s, %s', (profile, population, index) => {
  const promised = (field: Field) => PROMISED[field][index as 0 | 1 | 2 | 3];

  it('has the treatments that the design states', () => {
    const stated = Object.keys(PROMISED).map((field) => [field, promised(field as Field)]);
    const table = Object.entries(ALLOWED_FIELDS).map(([field, rule]) => [field, rule[profile][population]]);
    expect(Object.fromEntries(table)).toEqual(Object.fromEntries(stated));
  });

  it('keeps the page, with the listed parameters and nothing else of its address', () => {
    const { visits, events } = send(profile, population);
    expect(visits).toMatchObject([{ entry_host: 'www.example.org', entry_page: '/shop?color=red' }]);
    expect(new Set(events.map(({ page, host }) => `${host}${page}`))).toEqual(
      new Set(['www.example.org/shop?color=red']),
    );
  });

  it('treats campaign and channel as promised', () => {
    const { visits } = send(profile, population);
    const campaign = {
      ...{ utm_source: 'letter', utm_medium: 'email', utm_campaign: 'spring', utm_content: 'top', utm_term: 'shoes' },
      ...{ channel: 'Paid Search', source: 'letter' }, // a click identifier tells the channel before it is dropped
    };
    const nothing = { utm_source: '', utm_medium: '', utm_campaign: '', utm_content: '', utm_term: '', channel: '' };
    // What is left of a visit without its campaign is the site that referred it.
    expect(visits).toMatchObject([promised('campaign') === 'keep' ? campaign : { ...nothing, source: 'Google' }]);
  });

  it('treats the referrer as promised', () => {
    const { visits } = send(profile, population);
    expect(visits).toMatchObject([
      { referrer: promised('referrer') === 'keep' ? 'google.com/search/deep' : 'google.com' },
    ]);
  });

  it('keeps custom events, or the first three kinds of them', () => {
    const { events, dropped } = send(profile, population);
    const isLimited = promised('customEvents') === 'coarsen';
    expect(events.map(({ name }) => name)).toEqual([
      ...['pageview', 'first', 'second', 'third'],
      ...(isLimited ? [] : ['fourth']),
    ]);
    expect(dropped).toEqual([null, null, null, isLimited ? 'event-kind' : null]);
  });

  it('treats properties and revenue as promised', () => {
    const { events, event_properties } = send(profile, population);
    const keepsProperties = promised('properties') === 'keep';
    const row = { key: 'plan', value: 'canary-plan' };
    expect(event_properties).toMatchObject(keepsProperties ? events.map(() => row) : []);
    const revenue = promised('revenue') === 'keep' ? { amount: 12.5, currency: 'EUR' } : { amount: null, currency: '' };
    expect(events).toMatchObject(events.map(() => revenue));
  });

  it('keeps the place, and of browser and language what is coarse', () => {
    const { visits } = send(profile, population);
    expect(visits).toMatchObject([{ country: 'FR', browser: 'Firefox', browser_version: '1', language: 'fr' }]);
  });

  it('holds nothing of address, User-Agent, screen, click identifiers and unlisted parameters', () => {
    const { dropped: _dropped, ...tables } = send(profile, population);
    const everything = JSON.stringify(tables).replaceAll('canary-plan', '');
    for (const unwanted of ['192.0.0', 'canary', '1917', '1013', 'fr-CA', identifierOf(0)]) {
      expect(everything).not.toContain(unwanted);
    }
  });
});

describe('the table', () => {
  it('is read for both profiles', () => {
    expect([...new Set(COLUMNS.map(([profile]) => profile))].sort()).toEqual([...PROFILES].sort());
  });
});
