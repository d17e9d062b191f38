/**
 * The same simulated people through the whole service, beacons in and answers out, beside the estimator alone on the
 * simulated instrument: what the pipeline adds or loses shows as a difference of the two.
 */
import { estimateIn } from '../../src/count/estimate/estimate-window.ts';
import { modelWindow } from '../../src/count/estimate/window-model.ts';
import { type Counted, ImportedSite } from '../support/imported-site.ts';
import { consentLine, dateOfDay, pageLine, type Shown } from './event-lines.ts';
import type { Page } from './instrument.ts';
import { Random } from './random.ts';
import { FILTERS, HORIZON, type Scenario, USUALLY_MERGED } from './scenario.ts';
import { type Observer, simulate } from './simulate.ts';
import { Sites } from './site.ts';
import { mean } from './summarise.ts';
import { readWindow, sortRows } from './window.ts';

const DAYS = 30;
const SCENARIOS: readonly Pick<Scenario, 'consent' | 'share'>[] = [
  { consent: 'random', share: 0.2 },
  { consent: 'device', share: 0.4 },
  { consent: 'positive', share: 0.2 },
  { consent: 'positive', share: 0.6 },
  { consent: 'negative', share: 0.6 },
  { consent: 're-asked', share: 0.2 },
  { consent: 're-asked', share: 0.4 },
];
/** Each view as a question: the whole site, then the filters in their order. */
const QUESTIONS = [
  null,
  ['is', 'event:page', ['/popular']],
  ['is', 'event:page', ['/rare']],
  ['is', 'visit:source', ['Google']],
] as const;

/** Prints one row per scenario and view, over all replications. */
export function printPipeline(replications: number): void {
  const sites = new Sites();
  console.log(
    `Seven scenarios, 165 people a day, ${DAYS} days, ${replications} replications each. "differ": the largest difference between the\nservice and the simulated instrument; errors are means in percent of the truth.\n`,
  );
  console.log(
    '| consent, share | view | people | identified differ | sums of days differ | E3, service | E3, alone | intervals that hold: service, alone |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  for (const { consent, share } of SCENARIOS) {
    const seeds = Array.from({ length: replications }, (_, seed) => seed);
    const scenario = { consent, share, size: 165, merged: USUALLY_MERGED };
    const compared = seeds.map((seed) => compare(scenario, sites, seed));
    for (const view of QUESTIONS.keys()) {
      const cells = compared.flatMap((views) => views[view] ?? []);
      console.log(`| ${[`${consent} ${100 * share} %`, ...columnsOf(cells)].join(' | ')} |`);
    }
  }
}

function columnsOf(cells: readonly Compared[]): (string | number)[] {
  const mostDiffering = (read: (counted: Compared['alone']) => number) =>
    Math.max(...cells.map(({ service, alone }) => Math.abs(read(service) - read(alone))));
  const error = (who: 'service' | 'alone') => {
    const known = cells.filter((cell) => cell[who].visitors !== null);
    return mean(known.map(({ truth, ...cell }) => 100 * ((cell[who].visitors ?? 0) / truth - 1))).toFixed(1);
  };
  const held = (who: 'service' | 'alone') =>
    cells.filter(({ truth, ...cell }) => cell[who].low <= truth && truth <= cell[who].high).length;
  return [
    ...[cells[0]?.view ?? '', Math.round(mean(cells.map(({ truth }) => truth)))],
    ...[mostDiffering(({ measured }) => measured), mostDiffering(({ dailySum }) => dailySum)],
    ...[error('service'), error('alone'), `${held('service')}, ${held('alone')} of ${cells.length}`],
  ];
}

interface Compared {
  view: string;
  truth: number;
  service: Counted;
  alone: Pick<Counted, 'visitors' | 'low' | 'high' | 'measured' | 'dailySum'>;
}

function compare(scenario: Scenario, sites: Sites, seed: number): Compared[] {
  const random = new Random('pipeline', scenario.consent, scenario.share, seed);
  const lines = new Lines();
  const simulation = simulate(sites.replicationOf(scenario), random, lines);
  const { input, views } = readWindow(simulation, sortRows(simulation), DAYS);
  const model = modelWindow(input);
  const site = new ImportedSite();
  try {
    site.import(lines.lines);
    return views.map((view, index) => {
      const service = site.ask(dateOfDay(HORIZON - DAYS), dateOfDay(HORIZON - 1), QUESTIONS[index] ?? null);
      const found = estimateIn(model, view, view.limits);
      const { measured, dailySum, truth, limits } = view;
      const alone = found.kind === 'none' ? { visitors: null, ...limits } : found;
      const { visitors, low, high } = alone;
      const name = index === 0 ? 'whole site' : (FILTERS[index - 1] ?? '');
      return { view: name, truth, service, alone: { visitors, low, high, measured, dailySum } };
    });
  } finally {
    site.remove();
  }
}

/** Writes down what the instrument sees. Filters become pages and referrers. */
class Lines implements Observer {
  readonly lines: string[] = [];

  page(page: Page, visitor: number): void {
    const paths = [...(page.filters & 1 ? ['/popular'] : []), ...(page.filters & 2 ? ['/rare'] : [])];
    const [first = '/', second] = paths;
    const isDirect = (page.s & 1) === 1;
    const outside = page.filters & 4 ? 'https://www.google.com/' : 'https://news.example/';
    this.#write({ ...shownOn(page, visitor), path: first, referrer: isDirect ? null : outside }, pageLine);
    if (second !== undefined) {
      const at = shownOn(page, visitor).at + 5_000;
      this.#write({ ...shownOn(page, visitor), at, path: second, referrer: null }, pageLine);
    }
  }

  consent(page: Page, visitor: number): void {
    const at = shownOn(page, visitor).at + 10_000;
    this.#write({ ...shownOn(page, visitor), at }, consentLine);
  }

  #write(shown: Shown, toLine: (shown: Shown) => string): void {
    this.lines.push(toLine(shown));
  }
}

function shownOn({ day, minute, hash, s }: Page, visitor: number): Shown {
  return { at: (day * 1440 + minute) * 60_000, hash, device: s >> 1, path: '/', referrer: null, visitor };
}
