/** Sends the messages and questions of an audit to the stage, and notes what would be stored, answered and told. */
import type { AcceptedEvent } from '../domain/event.ts';
import type { Site } from '../domain/site.ts';
import type { RehearsalFacts, RehearsedAnswer, ShownFigures } from '../privacy/audit/facts.ts';
import { answerQuery, type QueryAnswer } from '../stats/answer-query.ts';
import { DIMENSION_NAMES } from '../stats/dimensions.ts';
import type { Filter } from '../stats/plan.ts';
import { MADE_UP, MadeUpFigures } from './made-up-figures.ts';
import {
  CUSTOMER,
  customEvent,
  headersOf,
  IDENTIFIER,
  MARKED_ADDRESS,
  MARKED_WORD,
  otherHeadersOf,
  pageview,
} from './messages.ts';
import type { Stage, StageAnswer } from './stage.ts';

const KINDS = ['Rehearsal 1', 'Rehearsal 2', 'Rehearsal 3', 'Rehearsal 4', 'Rehearsal 5'];
/** Names by which a dimension would tell one person, or one visit, from another. */
const TELLING = /visitor|ordinal|visit_id|person|user|identifier|\bid\b/i;
const FOREIGN = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
const STATISTICS = ['query', 'funnel', 'retention', 'journeys'];

export async function rehearse(stage: Stage, site: Site, prefix: string): Promise<RehearsalFacts> {
  const answers: { name: string; isCollector: boolean; answer: StageAnswer; other: StageAnswer | null }[] = [];
  const leaks = new Set<string>();
  const path = `/${prefix}/e`;
  const note = (name: string, isCollector: boolean, answer: StageAnswer, other: StageAnswer | null = null) =>
    answers.push({ name, isCollector, answer, other });
  const send = async (name: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await stage.ask('POST', path, headersOf(site, headers), body);
    const events = stage.takeEvents();
    if (holdsMarks(JSON.stringify(events))) leaks.add(`what would be stored of ${name}`);
    return { answer, event: events[0] ?? null };
  };

  const anonymous = await send('a page', pageview(site));
  note(
    'message without consent',
    true,
    anonymous.answer,
    await stage.ask('POST', path, otherHeadersOf(site), pageview(site)),
  );
  stage.takeEvents();
  const yes = { c: 'granted', id: IDENTIFIER };
  const identified = await send('a page with consent', pageview(site, yes));
  const cookies = setCookies(identified.answer);
  const again = await send(
    'a second page with consent',
    pageview(site, yes),
    cookies.length > 0 ? { cookie: pairsOf(cookies) } : {},
  );
  // An identifier that the server makes is believed when it comes back.
  const known = [identified.event, again.event].find((event) => event?.who.mode === 'identified') ?? identified.event;
  const kept: AcceptedEvent[] = [];
  for (const name of KINDS) {
    const { event } = await send('an event', customEvent(site, name));
    if (event !== null) kept.push(event);
  }
  const foreign = await send('a foreign page', pageview(site), FOREIGN);
  const prefetched = await send('a page loaded in advance', pageview(site), { 'sec-purpose': 'prefetch' });
  const signal = await send('a page with a signal', pageview(site, { id: IDENTIFIER }), { 'sec-gpc': '1' });
  const short = await send('a short identifier', pageview(site, { c: 'granted', id: 'short' }), {
    cookie: 'passant_id=short',
  });
  const withoutYes = await listIdentified(send, site);
  const supplied = await listSupplied(send, site);

  await noteOthers(stage, site, prefix, note);
  for (const { name, answer, other } of answers)
    if ([answer, other].some((each) => each !== null && holdsMarks(JSON.stringify(each))))
      leaks.add(`the answer to ${name}`);
  const unrestrictedReports = await listUnrestricted(stage, site);
  const shown = await showFigures(stage, site);
  const open = await listOpen(stage, site);
  if (holdsMarks(stage.logged())) leaks.add('the log');

  return {
    ...{ anonymous: anonymous.event, identified: known, anonymousEvent: kept[0] ?? null },
    kindsKept: kept.length,
    ...{ suppliedIdentifiers: supplied, identifiedWithoutYes: withoutYes },
    ...{ foreignOrigin: droppedFor(foreign.answer), prefetched: droppedFor(prefetched.answer) },
    signal: signal.event === null ? 'dropped' : signal.event.who.mode === 'identified' ? 'identified' : 'anonymous',
    takesShortIdentifier: short.event?.who.mode === 'identified',
    lookedUp: stage.lookedUp,
    leaks: [...leaks],
    answers: answers.map(describeAnswer),
    cookies: { first: cookies, second: setCookies(again.answer) },
    tellingDimensions: DIMENSION_NAMES.filter((name) => TELLING.test(name)),
    ...{ open, unrestrictedReports, shown, shownInPublic: await showInPublic(site) },
  };
}

type Send = (
  name: string,
  body: unknown,
  headers?: Record<string, string>,
) => Promise<{ answer: StageAnswer; event: AcceptedEvent | null }>;

async function listIdentified(send: Send, site: Site): Promise<string[]> {
  const cases = { 'no answer yet': 'unset', 'a refusal': 'denied', 'nothing said': undefined };
  const identified: string[] = [];
  for (const [name, c] of Object.entries(cases)) {
    const { event } = await send(name, pageview(site, { c, id: IDENTIFIER }));
    if (event?.who.mode === 'identified') identified.push(name);
  }
  return identified;
}

async function listSupplied(send: Send, site: Site): Promise<string[]> {
  const fields = { user_id: CUSTOMER, uid: CUSTOMER, customer: CUSTOMER, u_id: CUSTOMER };
  const cases = {
    'as a field of its own': pageview(site, fields),
    'as a field of its own, with consent': pageview(site, { ...fields, c: 'granted', id: IDENTIFIER }),
    'in the place of ours': pageview(site, { c: 'granted', id: CUSTOMER }),
    'in the place of ours, by its long name': pageview(site, { c: 'granted', visitor: CUSTOMER }),
  };
  const taken: string[] = [];
  for (const [name, body] of Object.entries(cases)) {
    const { event } = await send(name, body);
    const isInPlace = name.startsWith('in the place');
    if (event !== null && (JSON.stringify(event).includes(CUSTOMER) || (isInPlace && event.who.mode === 'identified')))
      taken.push(name);
  }
  return taken;
}

/** The other addresses that measured pages use. */
async function noteOthers(
  stage: Stage,
  site: Site,
  prefix: string,
  note: (name: string, isCollector: boolean, answer: StageAnswer, other?: StageAnswer | null) => void,
): Promise<void> {
  const [own, other] = [headersOf(site), otherHeadersOf(site)];
  const pixel = `/pixel.gif?site=${encodeURIComponent(site.domain)}&url=${encodeURIComponent(`https://${site.domain}/p`)}`;
  note('picture', true, await stage.ask('GET', pixel, own), await stage.ask('GET', pixel, other));
  const forget = { d: site.domain, id: IDENTIFIER };
  const path = `/${prefix}/f`;
  note('withdrawal', true, await stage.ask('POST', path, own, forget), await stage.ask('POST', path, other, forget));
  note('refused message', true, await stage.ask('POST', `/${prefix}/e`, own, { n: 1 }));
  for (const name of ['s.js', 'sd.js', 'choice.js']) {
    const script = `/${prefix}/${name}`;
    note(name, false, await stage.ask('GET', script, own), await stage.ask('GET', script, other));
  }
  stage.takeEvents();
}

async function listUnrestricted(stage: Stage, site: Site): Promise<string[]> {
  if (site.profile !== 'exempt') return [];
  const range = { site_id: site.domain, date_range: '7d' };
  const step = { filter: ['is', 'event:page', ['/']] };
  const reports: [name: string, path: string, body: Record<string, unknown>][] = [
    ['conversions', 'query', { metrics: ['visitors'], dimensions: ['event:goal'] }],
    ['channels', 'query', { metrics: ['visits'], dimensions: ['visit:channel'] }],
    ['campaigns', 'query', { metrics: ['visits'], dimensions: ['visit:utm_campaign'] }],
    ['funnel', 'funnel', { steps: [step, step] }],
    ['journeys', 'journeys', {}],
    ['cohorts', 'retention', { date_range: ['2026-03-01', '2026-03-07'], unit: 'week', periods: 1 }],
  ];
  const found: string[] = [];
  for (const [name, path, body] of reports) {
    const { status } = await askFigures(stage, path, { ...range, ...body });
    if (status !== 200 || !isRestricted(stage.figures.lastFilter)) found.push(name);
  }
  return found;
}

function isRestricted(filter: Filter | null): boolean {
  if (filter?.kind === 'and') return filter.filters.some(isRestricted);
  if (filter?.kind !== 'compare') return false;
  const { dimension, operator, values } = filter;
  return dimension === 'visit:consent' && operator === 'is' && values.every((value) => value === 'granted');
}

function askFigures(stage: Stage, path: string, body: unknown): Promise<StageAnswer> {
  return stage.ask('POST', `/api/v2/${path}`, { authorization: `Bearer ${stage.secret}` }, body);
}

async function showFigures(stage: Stage, site: Site): Promise<ShownFigures> {
  const { body } = await askFigures(stage, 'query', questionOf(site));
  return readShown(JSON.parse(body) as QueryAnswer);
}

/** As it would be shown on a page that anybody can open. */
async function showInPublic(site: Site): Promise<ShownFigures> {
  const executor = new MadeUpFigures();
  const context = { site, goals: [], executor, now: Date.now(), audience: 'public' } as const;
  return readShown(await answerQuery(questionOf(site), context));
}

function questionOf({ domain }: Site): Record<string, unknown> {
  return { site_id: domain, metrics: ['visitors'], date_range: '7d', dimensions: ['visit:country'] };
}

function readShown({ results, meta }: QueryAnswer): ShownFigures {
  const rows = new Map(results.map(({ dimensions, metrics }) => [dimensions[0], metrics[0]]));
  const figures = Object.keys(MADE_UP).map((name) => {
    const figure = rows.get(name);
    return typeof figure === 'number' ? figure : null;
  });
  const { rounded_to = null, smallest = null } = meta.disclosure ?? {};
  return { figures, saysRounded: rounded_to !== null, saysHidden: smallest !== null };
}

/** Addresses of figures that answer without a key or a sign-in. */
async function listOpen(stage: Stage, site: Site): Promise<string[]> {
  const asked = [
    ...STATISTICS.flatMap((name) => [`POST /api/v2/${name}`, `POST /app/api/v2/${name}`]),
    `GET /api/v2/realtime?site_id=${site.domain}`,
    `GET /app/api/v2/realtime?site_id=${site.domain}`,
  ];
  const open: string[] = [];
  for (const name of asked) {
    const [method = '', path = ''] = name.split(' ');
    const { status } = await stage.ask(method, path, {}, method === 'POST' ? questionOf(site) : undefined);
    if (status < 400) open.push(name);
  }
  return open;
}

function describeAnswer({
  name,
  isCollector,
  answer,
  other,
}: {
  name: string;
  isCollector: boolean;
  answer: StageAnswer;
  other: StageAnswer | null;
}): RehearsedAnswer {
  const headers = plainHeaders(answer);
  const others = other === null ? headers : plainHeaders(other);
  const differing = [...new Set([...Object.keys(headers), ...Object.keys(others)])].filter(
    (header) => headers[header] !== others[header],
  );
  return { name, isCollector, status: answer.status, headers, differing };
}

function plainHeaders({ headers }: StageAnswer): Record<string, string> {
  const { date: _date, ...others } = headers;
  return Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)]));
}

function setCookies({ headers }: StageAnswer): string[] {
  return headers['set-cookie'] ?? [];
}

function pairsOf(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

function droppedFor({ headers }: StageAnswer): string | null {
  const reason = headers['x-passant-dropped'];
  return typeof reason === 'string' ? reason : null;
}

function holdsMarks(text: string): boolean {
  return text.includes(MARKED_ADDRESS) || text.includes(MARKED_WORD);
}
