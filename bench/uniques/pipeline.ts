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

export function printPipeline(replications: number): void {
  const sites = new Sites();
  const percent = (value: number, truth: number) => `${(100 * (value / truth - 1)).toFixed(1)}`;
  console.log(
    '| consent, share | view | people | identified: service, alone | sum of days: service, alone | service | alone |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const scenario of SCENARIOS) {
    for (let seed = 0; seed < replications; seed++) {
      for (const { view, truth, service, alone } of compare(
        { ...scenario, size: 165, merged: USUALLY_MERGED },
        sites,
        seed,
      )) {
        const say = ({ visitors, low, high }: Pick<Counted, 'visitors' | 'low' | 'high'>) =>
          `${visitors === null ? 'bounds' : percent(visitors, truth)} [${percent(low, truth)}, ${percent(high, truth)}]`;
        const columns = [
          ...[`${scenario.consent} ${100 * scenario.share} %`, view, truth],
          ...[`${service.measured}, ${alone.measured}`, `${service.dailySum}, ${alone.dailySum}`],
          ...[say(service), say(alone)],
        ];
        console.log(`| ${columns.join(' | ')} |`);
      }
    }
  }
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
