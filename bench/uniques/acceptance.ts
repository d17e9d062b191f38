/** What the estimate promises, judged over the cells. */
import { FILTERS, USUALLY_MERGED } from './scenario.ts';
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
  const promised = cells.filter(({ scenario }) => scenario.consent !== 'negative' && scenario.share >= 0.2);
  const usual = promised.filter(({ scenario }) => scenario.merged === USUALLY_MERGED);
  const whole = usual.filter(({ view }) => view === 0);
  const long = whole.filter(({ days }) => days >= 30);
  const weak = whole.filter(
    ({ days, scenario }) => days === 7 && scenario.consent === 're-asked' && scenario.size > 1000,
  );
  const shared = promised.filter(
    ({ scenario, view, days }) => scenario.merged > USUALLY_MERGED && view === 0 && days >= 30,
  );
  const filtered = usual.filter(({ view, days, admitted }) => view > 0 && days >= 30 && admitted > 0);
  const accuracy = (which: string, of: readonly Cell[]): Verdict[] => [
    verdict(`${which}: bias of E3 at most ${MOST_BIAS} %`, of, ({ bias }) => Math.abs(bias) <= MOST_BIAS, biasOf),
    verdict(`${which}: coverage meets 90 to 99 %`, of, isCovered, coverageOf),
  ];
  const verdicts = [
    verdict('30 and 90 days: everything passes the gate', long, (cell) => cell.admitted === cell.replications, rateOf),
    ...accuracy('30 and 90 days', long),
    ...accuracy('7 days, 1 650 a day, asked again', weak),
    verdict('filters, 30 and 90 days: coverage meets 85 to 100 %', filtered, isCoveredInFilter, coverageOf),
    verdict(
      `half-width at most ${MOST_WIDENING} of that without the switchers' correction`,
      whole.filter(({ admitted }) => admitted > 0),
      ({ widening }) => widening <= MOST_WIDENING,
      ({ widening, halfWidth }) => `${widening.toFixed(2)}, ± ${halfWidth.toFixed(1)} %`,
    ),
    ...accuracy('5 and 15 % of visitor-days under a shared hash, 30 and 90 days', shared),
    verdict(
      'the bounds by counting alone hold the people (they count browsers: a hash shared by two makes one of them)',
      cells,
      ({ brokenLimits }) => brokenLimits === 0,
      ({ brokenLimits, replications }) => `${brokenLimits} of ${replications} do not`,
    ),
  ];
  return verdicts.filter(({ of }) => of > 0);
}

export function nameOf({ scenario, days, view }: Cell): string {
  const merged = scenario.merged === USUALLY_MERGED ? '' : `, ${100 * scenario.merged} % merged`;
  const filter = view === 0 ? '' : `, ${FILTERS[view - 1] ?? ''}`;
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

function isCovered({ coverageLow, coverageHigh }: Cell): boolean {
  return coverageHigh >= COVERAGE[0] && coverageLow <= COVERAGE[1];
}

/** The 99 % interval of the coverage, not the share that happened to be seen. */
function isCoveredInFilter({ coverageHigh }: Cell): boolean {
  return coverageHigh >= FILTERED_COVERAGE;
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
