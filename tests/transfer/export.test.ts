/** What an export tells, whatever its days are stored as, and what an import makes of it. */
import { afterEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { CollectedSite } from '../../src/collect/ports.ts';
import { dayOfDate } from '../../src/lib/calendar.ts';
import {
  type Ask,
  createTraffic,
  DAYS,
  exportFrom,
  FIRST_DAY,
  ImportedSite,
  openQuestions,
  type Sent,
  sendAll,
} from '../support/export-and-import.ts';
import { CountingService } from '../support/reference/counting-service.ts';
import { unsealAll } from '../support/stored-rows.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const GRANTED = [['is', 'visit:consent', ['granted']]];

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

function count(settings: Partial<CollectedSite> = {}): CountingService {
  const service = new CountingService(settings);
  opened.push(() => {
    service.close();
    service.remove();
  });
  return service;
}

function createImported(site: CollectedSite): ImportedSite {
  const imported = new ImportedSite(site);
  opened.push(() => imported.remove());
  return imported;
}

type Line = Record<string, unknown>;
const linesOf = (text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

/** The first days as columns, as the service packs them, the last ones as rows. */
function countMixed(traffic: readonly Sent[], settings: Partial<CollectedSite> = {}): CountingService {
  const service = count(settings);
  let isSealed = false;
  sendAll(service, traffic, (at) => {
    if (isSealed || at < FIRST_DAY + 4.5 * DAY) return;
    isSealed = true;
    if (service.seal(at).length < 3) throw new Error('days were to be sealed');
  });
  return service;
}

describe('a line of an export', () => {
  const send = (service: CountingService, at: number, body: object, ip = '10.0.0.7') =>
    service.sendBody(
      { n: 'pageview', u: 'https://example.org/', ...body },
      { ip, userAgent: 'Safari 1', at: FIRST_DAY + at, acceptLanguage: 'de-CH' },
    );

  it('holds what is stored of the event and of its visit, and leaves out what is not known', async () => {
    const service = count({ queryParameters: ['q'] });
    const address = 'https://example.org/a?q=1&secret=2&utm_source=letter&utm_medium=email#part';
    send(service, HOUR, { u: address, r: 'https://www.google.com/search?q=secret' });
    send(service, HOUR + MINUTE, { n: 'buy', p: { plan: 'pro' }, $: { amount: 9.5, currency: 'EUR' } });
    send(service, HOUR + 2 * MINUTE, { n: 'engagement', e: 4200, sd: 80 });
    service.flush();
    const { text, report } = await exportFrom(service.file, service.site);
    const visit = {
      ...{ source: 'letter', channel: 'Email', referrer: 'google.com/search', utm_source: 'letter' },
      ...{ utm_medium: 'email', country: 'FR', region: 'Bretagne', browser: 'Safari', browser_version: '1' },
      ...{ os: 'mobile OS', device: 'mobile', language: 'de' },
    };
    expect(linesOf(text)).toEqual([
      {
        ...{ time: '2026-03-02T01:00:00.000Z', name: 'pageview', url: 'https://example.org/a?q=1' },
        ...{ consent: 'unset', visit: 'first', ...visit },
      },
      {
        ...{ time: '2026-03-02T01:01:00.000Z', name: 'buy', url: 'https://example.org/', consent: 'unset' },
        ...{ visit: 'goes_on', ...visit, revenue: { amount: 9.5, currency: 'EUR' }, props: { plan: 'pro' } },
      },
      {
        ...{ time: '2026-03-02T01:02:00.000Z', name: 'engagement', url: 'https://example.org/', consent: 'unset' },
        ...{ visit: 'goes_on', ...visit, e: 4200, sd: 80 },
      },
    ]);
    expect(report).toEqual({
      ...{ site: 'example.org', format: 'ndjson', events: 3, days: 1, from: '2026-03-02', to: '2026-03-02' },
    });
  });

  it('says of a visit whether it is the first of its day-visitor, and names identified visitors only', async () => {
    const service = count();
    const id = 'somebody-with-consent'.slice(0, 21);
    send(service, HOUR, {});
    send(service, 3 * HOUR, {});
    send(service, 5 * HOUR, {}, '10.1.1.7');
    send(service, 5 * HOUR + MINUTE, { c: 'granted', id }, '10.1.1.7'); // in mid-visit: all of it is theirs
    send(service, 8 * HOUR, { c: 'granted', id }, '10.1.1.7');
    service.flush();
    const lines = linesOf((await exportFrom(service.file, service.site)).text);
    expect(lines.map(({ visit }) => visit)).toEqual(['first', 'further', 'first', 'goes_on', 'further']);
    const [, , named] = lines;
    expect(named?.visitor).toMatch(/^v[\w-]{20}$/);
    expect(lines.map(({ visitor }) => visitor)).toEqual([
      ...[undefined, undefined, named?.visitor, named?.visitor, named?.visitor],
    ]);
    expect(lines.map(({ consent }) => consent)).toEqual(['unset', 'unset', 'unset', 'granted', 'granted']);
  });

  it('names nobody who was erased', async () => {
    const service = count();
    const id = 'wants-to-be-forgotten';
    send(service, HOUR, { c: 'granted', id });
    expect(service.erase(id)).toBe(true);
    const [line] = linesOf((await exportFrom(service.file, service.site)).text);
    expect(line).toMatchObject({ visit: 'first', consent: 'granted', country: 'FR' });
    expect(line).not.toHaveProperty('visitor');
  });

  it('never begins a visit with engagement that has overtaken its page', async () => {
    const service = count();
    send(service, HOUR, {});
    send(service, HOUR - 1, { n: 'engagement', e: 1 });
    service.flush();
    const lines = linesOf((await exportFrom(service.file, service.site)).text);
    expect(lines.map(({ name, visit }) => [name, visit])).toEqual([
      ['engagement', 'goes_on'],
      ['pageview', 'first'],
    ]);
  });
});

describe('an export', () => {
  const traffic = createTraffic(1);

  it('has every event once, in order of time, and the same as rows, as columns and as both', async () => {
    const service = count();
    sendAll(service, traffic);
    const asRows = await exportFrom(service.file, service.site);
    const times = linesOf(asRows.text).map(({ time }) => Date.parse(String(time)));
    expect(times).toEqual(traffic.map(({ at }) => at));
    expect(asRows.report.events).toBe(traffic.length);
    expect(asRows.report.days).toBeGreaterThanOrEqual(DAYS);
    const mixed = countMixed(traffic);
    expect((await exportFrom(mixed.file, mixed.site)).text).toBe(asRows.text);
    service.seal(Number.POSITIVE_INFINITY);
    expect((await exportFrom(service.file, service.site)).text).toBe(asRows.text);
  });

  it('has rows that came late to a day that is sealed', async () => {
    const service = countMixed(traffic);
    const before = linesOf((await exportFrom(service.file, service.site)).text);
    const late = { at: FIRST_DAY + DAY + 5 * HOUR, ip: '10.200.1.7', userAgent: 'Late 0' };
    const body = { n: 'signup', u: 'https://example.org/late', p: { plan: 'late' } };
    service.sendBody(body, late);
    service.flushAsImport('lane');
    const after = linesOf((await exportFrom(service.file, service.site)).text);
    const isLate = ({ url }: Line) => url === 'https://example.org/late';
    expect(after.filter((line) => !isLate(line))).toEqual(before);
    expect(after.filter(isLate)).toMatchObject([{ visit: 'first', browser: 'Late', props: { plan: 'late' } }]);
    expect(after.map(({ time }) => time)).toEqual(after.map(({ time }) => time).sort());
  });

  it('is cut into pieces that say the same together, none of them larger than asked', async () => {
    const service = countMixed(traffic);
    const whole = await exportFrom(service.file, service.site, { pieceEvents: 1_000_000 });
    for (const pieceEvents of [1, 7]) {
      const cut = await exportFrom(service.file, service.site, { pieceEvents });
      expect(cut.text).toBe(whole.text);
      expect(cut.pieces).toBeGreaterThanOrEqual(traffic.length / pieceEvents / 2);
    }
  });

  it('keeps events of one moment together', async () => {
    const service = count();
    for (let index = 0; index < 10; index++)
      sendAll(service, [
        {
          at: FIRST_DAY,
          body: { n: 'pageview', u: `https://example.org/${index}` },
          ip: `10.0.${index}.7`,
          userAgent: 'x 1',
        },
      ]);
    const { report, pieces } = await exportFrom(service.file, service.site, { pieceEvents: 3 });
    expect([report.events, pieces]).toEqual([10, 1]);
  });

  it('takes the days of the site’s time zone, each event by its own time', async () => {
    const service = count({ timezone: 'America/New_York' });
    const at = (time: string) => Date.parse(time);
    for (const time of ['2026-03-08T04:59Z', '2026-03-08T05:10Z', '2026-03-09T03:59Z', '2026-03-09T04:01Z'])
      sendAll(service, [
        { at: at(time), body: { n: 'pageview', u: 'https://example.org/' }, ip: '10.0.0.7', userAgent: 'x 1' },
      ]);
    const on = async (from: string, to: string) => {
      const days = { from: dayOfDate(from), to: dayOfDate(to) };
      const lines = linesOf((await exportFrom(service.file, service.site, { days })).text);
      return lines.map(({ time, visit }) => `${String(time).slice(0, 16)} ${visit}`);
    };
    expect(await on('2026-03-07', '2026-03-07')).toEqual(['2026-03-08T04:59 first']);
    // The day on which clocks change has 23 hours; its first event goes on with the visit of the evening before.
    expect(await on('2026-03-08', '2026-03-08')).toEqual(['2026-03-08T05:10 goes_on', '2026-03-09T03:59 first']);
    expect(await on('2026-03-09', '2026-03-20')).toEqual(['2026-03-09T04:01 goes_on']);
    expect(await on('2026-03-10', '2026-03-20')).toEqual([]);
  });

  it('of a site without events has no line, and as CSV a head', async () => {
    const service = count();
    expect((await exportFrom(service.file, service.site)).text).toBe('');
    const { text, report } = await exportFrom(service.file, service.site, { format: 'csv' });
    expect(text.split('\r\n')).toHaveLength(2);
    expect(report).toMatchObject({ events: 0, days: 0, from: null, to: null });
  });

  it('gives visitors other names each time, and tells neither identifier nor key', async () => {
    const service = countMixed(traffic);
    const [one, other] = [
      await exportFrom(service.file, service.site, { salt: 1 }),
      await exportFrom(service.file, service.site, { salt: 2 }),
    ];
    const namesIn = (text: string) =>
      new Set(linesOf(text).flatMap(({ visitor }) => (visitor ? [String(visitor)] : [])));
    const [names, others] = [namesIn(one.text), namesIn(other.text)];
    expect(names.size).toBeGreaterThan(10);
    expect([...names].filter((name) => others.has(name))).toEqual([]);
    expect(others.size).toBe(names.size);
    for (const person of [0, 3, 6]) {
      const identifier = `person-${person}`.padEnd(21, '_');
      const key = Buffer.from(service.keyOf(identifier), 'hex');
      for (const needle of [identifier, key.toString('hex'), key.toString('base64url')])
        expect(one.text).not.toContain(needle);
    }
    expect(one.text).not.toContain('secret');
    expect(one.text).not.toMatch(/\b10\.\d+\.\d+/);
  });

  it('as CSV has the same events, and no cell that a spreadsheet would run', async () => {
    const service = count();
    const body = {
      n: '=HYPERLINK("x")',
      u: 'https://example.org/a,b',
      p: { plan: '"pro"' },
      $: { amount: -3, currency: 'EUR' },
    };
    sendAll(service, [{ at: FIRST_DAY, body, ip: '10.0.0.7', userAgent: '@cmd 1' }]);
    const { text } = await exportFrom(service.file, service.site, { format: 'csv' });
    const [head, row] = text.split('\r\n');
    expect(head).toBe(
      'time,name,url,consent,visitor,visit,source,channel,referrer,utm_source,utm_medium,utm_campaign,utm_content,utm_term,' +
        'country,region,city,browser,browser_version,os,os_version,device,language,left_by_link,e,sd,amount,currency,props',
    );
    expect(row).toBe(
      `2026-03-02T00:00:00.000Z,"'=HYPERLINK(""x"")","https://example.org/a,b",unset,,first,,Direct,,,,,,,` +
        `FR,Bretagne,,'@cmd,1,mobile OS,,mobile,fr,,,,-3,EUR,"{""plan"":""\\""pro\\""""}"`,
    );
  });
});

describe('an export that is imported into an empty site', () => {
  const FIGURES = ['pageviews', 'events', 'visits', 'visitors_measured'];
  const OF_VISITS = [
    ...[
      'visit:source',
      'visit:channel',
      'visit:referrer',
      'visit:utm_campaign',
      'visit:country',
      'visit:region',
      'visit:city',
    ],
    ...['visit:browser', 'visit:browser_version', 'visit:os', 'visit:device', 'event:language', 'visit:consent'],
    ...['visit:weekday', 'time:day', 'time:hour'],
  ];

  it.each([
    ['two-day', 'consented', 1],
    ['two-day', 'consented', 2],
    ['day', 'consented', 3],
    ['day', 'exempt', 4],
    ['visits', 'exempt', 5],
    ['visits', 'consented', 6],
    ['pageviews', 'consented', 7],
  ] as const)('gives the same answers at level %s in the profile %s (seed %d)', async (anonymous, profile, seed) => {
    const settings = { anonymous, profile, rounding: false, smallCells: 0, queryParameters: ['q'] };
    const traffic = createTraffic(seed);
    const service = countMixed(traffic, settings);
    const { text, report } = await exportFrom(service.file, service.site);
    const imported = createImported(service.site);
    const told = await imported.import(text);
    expect([told.read, told.kept, told.badLines]).toEqual([report.events, report.events, []]);
    const [before, after] = [openQuestions(service.file, service.site), openQuestions(imported.file, imported.site)];
    opened.unshift(before.close, after.close);
    const same = async (...question: Parameters<Ask>) => {
      expect({ question, answer: await after.ask(...question) }).toEqual({
        ...{ question, answer: await before.ask(...question) },
      });
    };
    await same(FIGURES);
    await same(['visitors_daily_sum'], ['time:day']);
    await same(['pageviews', 'events', 'visitors_measured'], ['event:page']);
    await same(['events', 'visitors_measured'], ['event:name']);
    await same(['events'], ['event:props:plan']);
    for (const dimension of OF_VISITS) await same(FIGURES, [dimension]);
    await same(['visits', 'visitors_measured'], ['visit:entry_page']);
    // Of whoever is identified all is known, and so all is the same.
    const all = [...FIGURES, 'bounce_rate', 'visit_duration', 'views_per_visit'];
    await same(all, [], GRANTED);
    await same([...FIGURES, 'time_on_page', 'scroll_depth'], ['event:page'], GRANTED);
    for (const dimension of [...OF_VISITS, 'visit:entry_page', 'visit:exit_page', 'visit:new'])
      await same(FIGURES, [dimension], GRANTED);
    if (profile === 'consented') await same(['total_revenue'], ['event:currency']);
    if (anonymous === 'visits') await same(['bounce_rate'], ['visit:entry_page']);
  });

  it('is exported again as it was, but for the names of visitors', async () => {
    const service = countMixed(createTraffic(8));
    const before = await exportFrom(service.file, service.site);
    const imported = createImported(service.site);
    await imported.import(before.text);
    const after = await exportFrom(imported.file, imported.site);
    const withoutNames = (text: string) =>
      linesOf(text).map(({ visitor, ...line }) => ({ ...line, isNamed: visitor !== undefined }));
    expect(withoutNames(after.text)).toEqual(withoutNames(before.text));
  });

  it('claims to know nothing of who came again under another name', async () => {
    const service = countMixed(createTraffic(10));
    const imported = createImported(service.site);
    await imported.import((await exportFrom(service.file, service.site)).text);
    const db = new Database(imported.file);
    unsealAll(db);
    const [people] = db
      .prepare('SELECT count(*) AS count, min(h) AS least, max(h) AS most, max(b) AS again FROM people')
      .all();
    const compared = db.prepare('SELECT sum(o + s + x + y + z) FROM instrument_days').pluck().get();
    db.close();
    expect(people).toMatchObject({ least: 1, most: 1, again: 0 });
    expect(compared).toBe(0);
  });

  it('follows the rules of the site that takes it', async () => {
    const service = count();
    sendAll(service, createTraffic(9));
    const imported = createImported({ ...service.site, profile: 'exempt', anonymous: 'visits' });
    const given = await exportFrom(service.file, service.site);
    await imported.import(given.text);
    const lines = linesOf((await exportFrom(imported.file, imported.site)).text);
    const ofVisitors = (all: Line[]) => all.filter(({ visitor }) => visitor !== undefined).map(({ time }) => time);
    expect(ofVisitors(lines)).toEqual(ofVisitors(linesOf(given.text))); // before they gave consent too
    const anonymous = lines.filter(({ visitor }) => visitor === undefined);
    expect(anonymous.length).toBeGreaterThan(100);
    for (const line of anonymous) {
      expect(line).not.toHaveProperty('utm_campaign');
      expect(line).not.toHaveProperty('props');
      expect(String(line.referrer ?? '')).not.toContain('/');
      expect(line.source).not.toBe('letter');
    }
    expect(lines.some(({ utm_campaign }) => utm_campaign === 'spring')).toBe(true); // with consent
  });

  it.each([
    ['a word that is none', { visit: 'maybe' }, '`visit`'],
    ['a country in full', { country: 'France' }, '`country`'],
    ['a full version', { browser_version: '141.0.7390.54' }, '`browser_version`'],
    ['a device that is none', { device: 'watch' }, '`device`'],
    ['a referrer with its query', { referrer: 'google.com/search?q=secret' }, '`referrer`'],
    ['a fact that is no text', { city: 12 }, '`city`'],
    ['a visitor that is no identifier', { visitor: 'ada' }, '`visitor`'],
  ])('is not read where it tells %s', async (_what, wrong, field) => {
    const imported = createImported(count().site);
    const line = {
      time: '2026-03-02T10:00:00Z',
      name: 'pageview',
      url: 'https://example.org/',
      visit: 'first',
      ...wrong,
    };
    const report = await imported.import(`${JSON.stringify(line)}\n`);
    expect(report).toMatchObject({ kept: 0, dropped: { unreadable: 1 } });
    expect(report.badLines[0]?.problem).toContain(field);
  });
});

describe('what only an import may tell', () => {
  it('is not heard from a beacon', async () => {
    const service = count();
    const body = {
      ...{
        n: 'pageview',
        u: 'https://example.org/',
        visit: 'none',
        country: 'XX',
        browser: 'Made up',
        source: 'Made up',
      },
      ...{ visitor: 'somebody-with-consent', c: 'unset', left_by_link: true },
    };
    sendAll(service, [{ at: FIRST_DAY, body, ip: '10.0.0.7', userAgent: 'Safari 1' }]);
    const [line] = linesOf((await exportFrom(service.file, service.site)).text);
    expect(line).toMatchObject({ visit: 'first', country: 'FR', browser: 'Safari', channel: 'Direct' });
    expect(line).not.toHaveProperty('visitor');
    expect(line).not.toHaveProperty('source');
  });
});
