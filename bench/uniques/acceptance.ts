/** What the estimate promises, judged over the cells. */
import type { Cell } from './summarise.ts';

const MOST_BIAS = 6;
const COVERAGE = [0.9, 0.99] as const;
const MOST_WIDENING = 1.2;
const FILTERED_COVERAGE = 0.85;

export interface Verdict {
  promise: string;
  met: number;
  of: number;
  /** Cells that do not meet it, in words. */
  missed: string[];
}

export function judge(cells: readonly Cell[]): Verdict[] {
  const usual = cells.filter(({ scenario }) => scenario.consent !== 'negative' && scenario.share >= 0.2);
  const whole = usual.filter(({ view }) => view === 0);
  const long = whole.filter(({ days }) => days >= 30);
  const weak = whole.filter(
    ({ days, scenario }) => days === 7 && scenario.consent === 're-asked' && scenario.size > 1000,
  );
  const filtered = usual.filter(
    ({ view, days, admitted, replications }) => view > 0 && days >= 30 && admitted * 2 >= replications,
  );
  return [
    verdict(
      '30 and 90 days: every replication passes the gate',
      long,
      (cell) => cell.admitted === cell.replications,
      rateOf,
    ),
    verdict(`30 and 90 days: bias of E3 at most ${MOST_BIAS} %`, long, hasSmallBias, biasOf),
    verdict('30 and 90 days: coverage meets 90 to 99 %', long, isCovered, coverageOf),
    verdict(`7 days, 1 650 a day, asked again: bias of E3 at most ${MOST_BIAS} %`, weak, hasSmallBias, biasOf),
    verdict('7 days, 1 650 a day, asked again: coverage meets 90 to 99 %', weak, isCovered, coverageOf),
    verdict(
      `half-width at most ${MOST_WIDENING} of that without the switchers' correction`,
      whole.filter(({ admitted }) => admitted > 0),
      ({ widening }) => widening <= MOST_WIDENING,
      ({ widening }) => widening.toFixed(2),
    ),
    verdict(
      'filters, 30 and 90 days: coverage 85 to 100 %',
      filtered,
      ({ coverageHigh, coverage }) => coverage >= FILTERED_COVERAGE || coverageHigh >= COVERAGE[0],
      coverageOf,
    ),
    verdict(
      'the bounds without a model hold the truth',
      cells,
      ({ brokenLimits }) => brokenLimits === 0,
      ({ brokenLimits }) => `${brokenLimits} broken`,
    ),
  ];
}

export function nameOf({ scenario, days, view }: Cell): string {
  const merged = scenario.merged === 0.02 ? '' : `, ${100 * scenario.merged} % merged`;
  const filter = view === 0 ? '' : `, filter ${view}`;
  return `${scenario.consent} ${scenario.share}, ${scenario.size} a day${merged}, ${days} days${filter}`;
}

function verdict(
  promise: string,
  cells: readonly Cell[],
  isMet: (cell: Cell) => boolean,
  say: (cell: Cell) => string,
): Verdict {
  const missed = cells.filter((cell) => !isMet(cell));
  return {
    ...{ promise, met: cells.length - missed.length, of: cells.length },
    missed: missed.map((cell) => `${nameOf(cell)}: ${say(cell)}`),
  };
}

function hasSmallBias({ bias }: Cell): boolean {
  return Math.abs(bias) <= MOST_BIAS;
}

function isCovered({ coverageLow, coverageHigh }: Cell): boolean {
  return coverageHigh >= COVERAGE[0] && coverageLow <= COVERAGE[1];
}

function biasOf({ bias }: Cell): string {
  return `${bias.toFixed(1)} %`;
}

function coverageOf({ coverage, coverageLow, coverageHigh }: Cell): string {
  const percent = (share: number) => (100 * share).toFixed(0);
  return `${percent(coverage)} % (${percent(coverageLow)} to ${percent(coverageHigh)})`;
}

function rateOf({ admitted, replications }: Cell): string {
  return `${admitted} of ${replications}`;
}
