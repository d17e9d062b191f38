/** Everything that a site's page shows is decided by its address; this reads and writes it. */
import { type Condition, readCondition, writeCondition } from './conditions.ts';
import { DEFAULT_PERIOD, isDate, PERIOD_WORDS, type Period } from './period.ts';

const ROOT = '/app/';

export interface View {
  /** null on `/app/`: the first site. */
  domain: string | null;
  period: Period;
  conditions: readonly Condition[];
  /** Open tabs that are not a panel's first. */
  tabs: readonly string[];
  /** Panels that show further rows. */
  more: readonly string[];
  asTable: boolean;
}

export function readView(pathname: string, search: string): View {
  const params = new URLSearchParams(search);
  return {
    domain: readDomain(pathname),
    period: readPeriod(params),
    conditions: params
      .getAll('filter')
      .map(readCondition)
      .filter((each) => each !== null),
    tabs: params.getAll('tab'),
    more: params.getAll('more'),
    asTable: params.get('table') === '1',
  };
}

/** The address of a view, from the root of the server. */
export function writeView(view: View): string {
  const { period } = view;
  const pairs: [name: string, value: string][] = [
    ...('word' in period
      ? [pair('period', period.word)]
      : [pair('period', 'custom'), pair('from', period.from), pair('to', period.to)]),
    ...view.conditions.map((each) => pair('filter', writeCondition(each))),
    ...view.tabs.map((tab) => pair('tab', tab)),
    ...view.more.map((panel) => pair('more', panel)),
    ...(view.asTable ? [pair('table', '1')] : []),
  ];
  const search = pairs.map(([name, value]) => `${name}=${encode(value)}`).join('&');
  return `${ROOT}${encodeURIComponent(view.domain ?? '')}?${search}`;
}

function readDomain(pathname: string): string | null {
  const [first = ''] = pathname.startsWith(ROOT) ? pathname.slice(ROOT.length).split('/') : [];
  if (first === '') return null;
  try {
    return decodeURIComponent(first);
  } catch {
    return first; // a lone % is no encoding
  }
}

function readPeriod(params: URLSearchParams): Period {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  if (isDate(from) && isDate(to) && from <= to) return { from, to };
  const word = PERIOD_WORDS.find((known) => known === params.get('period'));
  return word === undefined ? DEFAULT_PERIOD : { word };
}

function pair(name: string, value: string): [string, string] {
  return [name, value];
}

/** Colons and slashes may stand in a query: addresses stay readable. */
function encode(value: string): string {
  return encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2F', '/');
}
