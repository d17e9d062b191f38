/** The consent machine on a device in memory: what each answer does to it, and what the server is told. */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Choice } from '../../client/consent/preferences.ts';
import type { ConsentDetails } from '../../client/tracker/consent.ts';
import type { ConsentMode } from '../../client/tracker/settings.ts';
import { type FakePage, fakePage } from './support/fake-page.ts';

const OLD = 'old_identifier_123456';
const NEW = expect.stringMatching(/^[\w-]{21}$/);
let page: FakePage;
afterEach(() => page.restore());

interface Device {
  choice?: Choice;
  id?: string;
  signal?: boolean;
  /** Keeps nothing, as a browser that blocks cookies. */
  blocked?: boolean;
  /** Whether the visitor has touched this page; not said by older browsers. */
  touched?: boolean;
}

const remember = (choice: Choice) =>
  page.cookies.set('cookies_preferences', encodeURIComponent(JSON.stringify({ statistics: choice === 'granted' })));
const identifier = () => page.cookies.get('passant_id');
const choice = () => {
  const value = page.cookies.get('cookies_preferences');
  return value === undefined ? undefined : JSON.parse(decodeURIComponent(value)).statistics;
};

/** A tracker that has just been loaded. */
async function setUp(mode: ConsentMode, { choice, id, signal = false, blocked = false, touched }: Device = {}) {
  page = fakePage({ signal, blocked, touched });
  if (choice) remember(choice);
  if (id) page.cookies.set('passant_id', id);
  jest.resetModules();
  const settings = await import('../../client/tracker/settings.ts');
  const machine = await import('../../client/tracker/consent.ts');
  settings.configure({ consent: mode }, 'https://count.example.org/count/s.js');
  const reports: object[] = [];
  const sync = (details?: ConsentDetails) => {
    const news = machine.settle(details);
    if (news) reports.push(news);
    return machine.state;
  };
  const choose = (answer: Choice, details: ConsentDetails = {}) => {
    machine.record(answer, details.text);
    return sync(details);
  };
  return { sync, choose, machine, reports };
}

describe('the consent state at load', () => {
  it.each<[ConsentMode, Choice | undefined, boolean, string]>([
    ['cookie', undefined, false, 'unset'],
    ['cookie', 'granted', false, 'granted'],
    ['cookie', 'denied', false, 'denied'],
    // An explicit yes on this site prevails over a general signal.
    ['cookie', 'granted', true, 'granted'],
    ['auto', undefined, false, 'granted'],
    ['auto', undefined, true, 'unset'],
    ['auto', 'denied', false, 'denied'],
    ['manual', 'granted', false, 'unset'],
    ['a-consent-tool', 'granted', false, 'unset'],
    ['denied', 'granted', false, 'denied'],
  ])('in mode %s with %s on record and signal %s is %s', async (mode, choice, signal, expected) => {
    const { sync } = await setUp(mode, { ...(choice && { choice }), signal });
    expect(sync()).toBe(expected);
  });

  it('makes and deletes no identifier before an answer', async () => {
    const { sync } = await setUp('cookie', { id: OLD });
    sync();
    expect(page.writes).toEqual([]);
    expect(page.reads).toBe(1); // of the choice
  });

  it('leaves the device alone where nobody is ever identified', async () => {
    const { sync, choose, reports } = await setUp('denied', { choice: 'granted', id: OLD });
    sync({});
    expect(choose('granted')).toBe('denied');
    expect([page.reads, page.writes, reports]).toEqual([0, [], []]);
  });

  it('reports a remembered yes only when the identifier is fresh', async () => {
    const returning = await setUp('cookie', { choice: 'granted', id: OLD });
    returning.sync();
    expect([returning.reports, page.writes]).toEqual([[], []]);
    page.restore();
    const elsewhere = await setUp('cookie', { choice: 'granted' });
    elsewhere.sync();
    elsewhere.sync();
    expect(elsewhere.reports).toEqual([{ adapter: 'cookie', action: 'accepted' }]);
  });
});

describe('an answer', () => {
  it('of yes is written down, makes an identifier and is reported once', async () => {
    const { sync, choose, reports } = await setUp('cookie');
    sync();
    choose('granted', { text: '1-en' });
    sync();
    expect([choice(), identifier()]).toEqual([true, NEW]);
    expect(reports).toEqual([{ adapter: 'cookie', text: '1-en', action: 'accepted' }]);
    expect(page.writes.map((text) => Number(/Max-Age=(\d+)/.exec(text)?.[1]) / 86_400)).toEqual([182, 393]);
  });

  it('of no is written down and reported without an identifier', async () => {
    const { choose, reports } = await setUp('cookie');
    choose('denied');
    expect([choice(), identifier()]).toEqual([false, undefined]);
    expect(reports).toEqual([{ action: 'refused', id: undefined }]);
  });

  it('that takes a yes back removes the identifier and sends it once more', async () => {
    const { sync, choose, reports } = await setUp('cookie', { choice: 'granted', id: OLD });
    sync();
    expect(choose('denied')).toBe('denied');
    expect(identifier()).toBeUndefined();
    expect(reports).toEqual([{ action: 'withdrawn', id: OLD }]);
  });

  it('of yes that the device does not keep is no yes', async () => {
    const { choose } = await setUp('cookie', { blocked: true });
    expect(choose('granted')).toBe('unset');
    expect(page.writes.some((text) => text.startsWith('passant_id'))).toBe(false);
  });

  it('of no counts for this page even when the device does not keep it', async () => {
    const { choose } = await setUp('cookie', { blocked: true });
    expect(choose('denied')).toBe('denied');
  });

  it('in mode manual writes no choice, for the consent tool keeps it', async () => {
    const { choose, reports } = await setUp('manual');
    expect(choose('granted')).toBe('granted');
    expect([choice(), identifier()]).toEqual([undefined, NEW]);
    choose('denied');
    expect(identifier()).toBeUndefined();
    expect(reports).toMatchObject([{ action: 'accepted' }, { action: 'withdrawn', id: NEW }]);
  });

  it('of yes in mode manual makes no visitor of a browser that blocks cookies', async () => {
    const { choose, machine, reports } = await setUp('manual', { blocked: true });
    choose('granted');
    expect(machine.state).toBe('granted');
    expect(identifier()).toBeUndefined();
    expect(reports).toEqual([{ adapter: 'manual', action: 'accepted' }]);
  });
});

describe('a word for what is on record already', () => {
  it.each<[string, ConsentMode, Choice, Device, string[]]>([
    ['a tool repeats a yes, and the identifier is there', 'manual', 'granted', { id: OLD }, []],
    ['the same on a page that was touched', 'klaro', 'granted', { id: OLD, touched: true }, []],
    ['a tool brings a yes of another host', 'klaro', 'granted', { touched: false }, ['accepted']],
    ['a tool repeats a yes that the device cannot keep', 'klaro', 'granted', { blocked: true, touched: false }, []],
    ['a tool repeats a no', 'klaro', 'denied', { touched: false }, []],
    ['a tool brings the no of a click', 'klaro', 'denied', { touched: true }, ['refused']],
    ['a no that takes back a yes, of whatever page', 'klaro', 'denied', { id: OLD, touched: false }, ['withdrawn']],
    ['a page says the yes it said before', 'cookie', 'granted', { choice: 'granted', id: OLD }, []],
    ['a page says the no it said before', 'cookie', 'denied', { choice: 'denied' }, []],
    ['a yes to a choice that had run out', 'cookie', 'granted', { id: OLD }, ['accepted']],
    ['a no without a click, of a banner of ours', 'cookie', 'denied', { touched: false }, ['refused']],
  ])('%s: is told as it is', async (_, mode, answer, device, expected) => {
    const { choose, sync, machine, reports } = await setUp(mode, device);
    expect(choose(answer)).toBe(answer);
    sync();
    choose(answer);
    expect(machine.state).toBe(answer);
    expect(reports.map((news) => 'action' in news && news.action)).toEqual(expected);
  });
});

describe('what another tab or the banner did', () => {
  it('is taken over at the next look', async () => {
    const { sync } = await setUp('cookie');
    expect(sync()).toBe('unset');
    remember('granted');
    expect(sync()).toBe('granted');
    expect(identifier()).toEqual(NEW);
    remember('denied');
    expect(sync()).toBe('denied');
    expect(identifier()).toBeUndefined();
  });

  it('is reported here when somebody says that it has just been answered', async () => {
    const { sync, reports } = await setUp('cookie');
    sync();
    remember('denied');
    sync({ text: '2-fr' });
    expect(reports).toEqual([{ text: '2-fr', action: 'refused', id: undefined }]);
  });
});

describe('the identifier', () => {
  it('is not believed when it was tampered with', async () => {
    const { sync } = await setUp('cookie', { choice: 'granted', id: 'somebody@example.org' });
    sync();
    expect(identifier()).toEqual(NEW);
  });

  it('is never the same twice and uses all of the alphabet', async () => {
    page = fakePage();
    const { randomId } = await import('../../client/tracker/random-id.ts');
    const made = Array.from({ length: 2000 }, randomId);
    expect(new Set(made).size).toBe(2000);
    expect(made.every((id) => /^[\w-]{21}$/.test(id))).toBe(true);
    // Every place has all 64 characters, each about 2000 / 64 = 31 times: none at all would have a chance of 1e-10.
    for (let place = 0; place < 21; place++) expect(new Set(made.map((id) => id[place])).size).toBe(64);
  });
});
