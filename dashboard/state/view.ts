/** Everything that a site's page shows is decided by its address; this reads and writes it. */
import { type Comparison, readComparison, writeComparison } from './comparison.ts';
import { type Condition, readCondition, writeCondition } from './conditions.ts';
import { BUCKETS, type Bucket, DEFAULT_PERIOD, isDate, PERIOD_WORDS, type Period } from './period.ts';

const ROOT = '/app/';
/** In the place of a site's name, which it cannot be. */
const OFFICE = '-';

/** The pages of a site; the first has no name in the address. */
export const PAGES = ['figures', 'live', 'goals', 'funnels', 'retention', 'journeys'] as const;
export type Page = (typeof PAGES)[number];

/** What the chart can show. */
export const CHART_METRICS = [
  'visitors',
  'visits',
  'pageviews',
  'views_per_visit',
  'bounce_rate',
  'visit_duration',
  'conversion_rate',
] as const;
export type ChartMetric = (typeof CHART_METRICS)[number];

export interface View {
  /** null on `/app/`: the first site. */
  domain: string | null;
  page: Page;
  /** A page of the back office itself, at `/app/-/…`; left out elsewhere. */
  office?: string;
  period: Period;
  comparison: Comparison;
  conditions: readonly Condition[];
  metric: ChartMetric;
  /** Width of the chart's buckets; null for the one that suits the period. */
  bucket: Bucket | null;
  /** Open tabs that are not a panel's first, or that show another dimension than their usual one: see `panels/tab-choice.ts`. */
  tabs: readonly string[];
  asTable: boolean;
  /** What is open on top of the page, such as `list:sources`; null for nothing. */
  open: string | null;
  /** What the page or the open sheet alone understands, in its order: see `ownOf`. Names of sheets stand in `OF_SHEETS`. */
  own: readonly Pair[];
}

export type Pair = readonly [name: string, value: string];

/** `more` was a parameter once: an old address that has it is none the worse. */
const SHARED = 'period from to compare compare_from compare_to filter metric by tab more table open'.split(' ');

/** Parameters of sheets: of full lists, of explanations, of the note that is changed. */
const OF_SHEETS = 'q order page of is and note'.split(' ');

export function readView(pathname: string, search: string): View {
  const params = new URLSearchParams(search);
  const [domain, page] = readPath(pathname);
  return {
    domain,
    page: PAGES.find((known) => known === page) ?? PAGES[0],
    ...(domain === OFFICE && { office: page ?? '' }),
    period: readPeriod(params) ?? DEFAULT_PERIOD,
    comparison: readComparison(params),
    conditions: params
      .getAll('filter')
      .map(readCondition)
      .filter((each) => each !== null),
    metric: CHART_METRICS.find((known) => known === params.get('metric')) ?? CHART_METRICS[0],
    bucket: BUCKETS.find((known) => known === params.get('by')) ?? null,
    tabs: params.getAll('tab'),
    asTable: params.get('table') === '1',
    open: params.get('open') || null,
    own: [...params].filter(([name]) => !SHARED.includes(name)),
  };
}

/** The address of a view, from the root of the server. */
export function writeView(view: View): string {
  const pairs: Pair[] = [
    ...pairsOfPeriod(view.period),
    ...writeComparison(view.comparison),
    ...view.conditions.map((each) => pair('filter', writeCondition(each))),
    ...(view.metric === CHART_METRICS[0] ? [] : [pair('metric', view.metric)]),
    ...(view.bucket === null ? [] : [pair('by', view.bucket)]),
    ...view.tabs.map((tab) => pair('tab', tab)),
    ...(view.asTable ? [pair('table', '1')] : []),
    ...(view.open === null ? [] : [pair('open', view.open)]),
    ...view.own,
  ];
  const search = writePairs(pairs);
  const name = view.domain === OFFICE ? (view.office ?? '') : view.page;
  const page = name === PAGES[0] ? '' : `/${name}`;
  return `${ROOT}${encodeURIComponent(view.domain ?? '')}${page}?${search}`;
}

/** The period as it stands in an address, such as `period=28d`: a word stays a word, and means other days tomorrow. */
export function writePeriod(period: Period): string {
  return writePairs(pairsOfPeriod(period));
}

/**
 * The view after some changes. Another page and another site begin without what only the one before understood. So does another
 * sheet, and a closed one takes its own parameters with it; what the page below it understands stays, such as a funnel's steps.
 */
export function changeView(view: View, changes: Partial<View>): View {
  const isOther = (key: 'domain' | 'page' | 'open') => changes[key] !== undefined && changes[key] !== view[key];
  const own = isOther('domain') || isOther('page') ? [] : isOther('open') ? ownOfPage(view) : view.own;
  return { ...view, own, ...(isOther('page') && { open: null }), ...changes };
}

/** What the page understands, without what the sheet on top of it does. */
export function ownOfPage({ own }: Pick<View, 'own'>): readonly Pair[] {
  return own.filter(([name]) => !OF_SHEETS.includes(name));
}

/** The values of one of the page's own parameters, in their order. */
export function ownOf({ own }: Pick<View, 'own'>, name: string): readonly string[] {
  return own.filter(([known]) => known === name).map(([, value]) => value);
}

/** The page's own parameters with one of them replaced; no values remove it. @returns for `View.own` */
export function withOwn({ own }: Pick<View, 'own'>, name: string, values: readonly string[]): readonly Pair[] {
  return [...own.filter(([known]) => known !== name), ...values.map((value) => pair(name, value))];
}

function readPath(pathname: string): [domain: string | null, page: string | undefined] {
  const [first = '', second] = pathname.startsWith(ROOT) ? pathname.slice(ROOT.length).split('/') : [];
  if (first === '') return [null, second];
  try {
    return [decodeURIComponent(first), second];
  } catch {
    return [first, second]; // a lone % is no encoding
  }
}

/** Whether an address names a period, or leaves it to the usual one. */
export function saysPeriod(search: string): boolean {
  return readPeriod(new URLSearchParams(search)) !== null;
}

function readPeriod(params: URLSearchParams): Period | null {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  if (isDate(from) && isDate(to) && from <= to) return { from, to };
  const word = PERIOD_WORDS.find((known) => known === params.get('period'));
  return word === undefined ? null : { word };
}

function pairsOfPeriod(period: Period): readonly Pair[] {
  if ('word' in period) return [pair('period', period.word)];
  return [pair('period', 'custom'), pair('from', period.from), pair('to', period.to)];
}

function writePairs(pairs: readonly Pair[]): string {
  return pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
}

function pair(name: string, value: string): Pair {
  return [name, value];
}

/** Colons and slashes may stand in a query: addresses stay readable. */
function encode(value: string): string {
  return encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2F', '/');
}
