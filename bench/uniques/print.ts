/** The cells as Markdown tables, as they stand in bench/results/uniques.md. */
import type { Verdict } from './acceptance.ts';
import { FILTERS, USUALLY_MERGED } from './scenario.ts';
import type { Cell } from './summarise.ts';

const HEAD = [
  'consent, share | a day | days | identified | sum of days | E1 | E2 | **E3** | RMSE | coverage (99 %) | admitted | ± | ratio',
  '---|---|---|---|---|---|---|---|---|---|---|---|---',
].map((line) => `| ${line} |`);

export function printCells(cells: readonly Cell[]): string {
  return [...HEAD, ...cells.map(printCell)].join('\n');
}

function printCell(cell: Cell): string {
  const { scenario, days, view } = cell;
  const merged = scenario.merged === USUALLY_MERGED ? '' : `, ${100 * scenario.merged} % merged`;
  const filter = view === 0 ? '' : `, ${FILTERS[view - 1] ?? ''}`;
  const isSilent = cell.admitted === 0;
  const columns = [
    `${scenario.consent} ${percent(scenario.share)}${merged}${filter}`,
    scenario.size,
    days,
    percent(cell.measured),
    signed(cell.dailySum),
    isSilent ? '' : signed(cell.e1),
    isSilent ? '' : signed(cell.e2),
    isSilent ? 'silent' : `**${signed(cell.bias, 1)}**`,
    isSilent ? '' : cell.rmse.toFixed(1),
    isSilent ? '' : `${percent(cell.coverage)} (${percent(cell.coverageLow)}–${percent(cell.coverageHigh)})`,
    percent(cell.admitted / cell.replications),
    isSilent ? '' : `${cell.halfWidth.toFixed(0)} %`,
    isSilent ? '' : cell.widening.toFixed(2),
  ];
  return `| ${columns.join(' | ')} |`;
}

export function printVerdicts(verdicts: readonly Verdict[]): string {
  return verdicts
    .flatMap(({ promise, met, of, missed }) => [
      `- ${met === of ? 'met' : '**not met**'}: ${promise} (${met} of ${of} cells)`,
      ...missed.map((each) => `  - ${each}`),
    ])
    .join('\n');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

function signed(value: number, digits = 0): string {
  const text = value.toFixed(digits);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text.replace(/^-(0(\.0)?)$/, '$1');
}
