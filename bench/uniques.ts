/**
 * The estimate of unique visitors against simulated people whose number is known, over the whole grid of scenarios.
 * `npm run bench -- uniques [--quick] [--json]`, `--pipeline` for a few through the whole service; the tables stand in bench/results/uniques.md.
 */
import { cpus } from 'node:os';
import { judge, nameOf } from './uniques/acceptance.ts';
import { printPipeline } from './uniques/pipeline.ts';
import { printCells, printVerdicts } from './uniques/print.ts';
import { runGrid } from './uniques/run-grid.ts';
import { CONSENTS, FILTERS, type Scenario, SHARES, SIZES, USUALLY_MERGED, WINDOWS } from './uniques/scenario.ts';
import { type Cell, summarise } from './uniques/summarise.ts';

const isQuick = process.argv.includes('--quick');
const isJson = process.argv.includes('--json');
const replications = isQuick ? 10 : 200;

const grid: Scenario[] = (isQuick ? [165] : SIZES).flatMap((size) =>
  CONSENTS.flatMap((consent) =>
    (isQuick ? [0.2, 0.6] : SHARES).map((share) => ({ consent, share, size, merged: USUALLY_MERGED })),
  ),
);
// Offices and mobile networks: more visitors under one hash than usual.
if (!isQuick) {
  for (const merged of [0.05, 0.15]) {
    for (const consent of CONSENTS) grid.push({ consent, share: 0.4, size: 165, merged });
  }
}

if (process.argv.includes('--pipeline')) {
  printPipeline(isQuick ? 1 : 5);
  process.exit();
}

const startedAt = Date.now();
const outcomes = await runGrid(grid, replications, WINDOWS, (done, all) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all}${done === all ? '\n' : ''}`);
});
const cells: Cell[] = grid.flatMap((scenario, index) =>
  WINDOWS.flatMap((days) =>
    [0, ...FILTERS.map((_, filter) => filter + 1)].map((view) =>
      summarise(scenario, outcomes[index] ?? [], days, view),
    ),
  ),
);
const verdicts = judge(cells);
const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;
const seconds = Math.round((Date.now() - startedAt) / 1000);

if (isJson) {
  const rows = cells.map((cell) => ({
    case: nameOf(cell),
    unit: '% of the truth',
    ours: cell.bias,
    others: { 'sum of days': cell.dailySum, E1: cell.e1, E2: cell.e2 },
    ratio: { 'half-width without switchers': cell.widening },
    ...{ rmse: cell.rmse, coverage: cell.coverage, coverage_99: [cell.coverageLow, cell.coverageHigh] },
    ...{ admitted: cell.admitted, replications: cell.replications, half_width: cell.halfWidth },
  }));
  console.log(JSON.stringify({ bench: 'uniques', machine, rows, facts: { replications, seconds, verdicts } }));
} else {
  console.log(`uniques: ${replications} replications a cell, ${machine}, ${seconds} s\n`);
  console.log(`${printVerdicts(verdicts)}\n\n## The whole site\n`);
  console.log(printCells(cells.filter(({ view }) => view === 0)));
  console.log('\n## Under a filter: 165 a day, 30 days (the others are judged above, and stand in --json)\n');
  const isShown = ({ view, days, scenario }: Cell) =>
    view > 0 && days === 30 && scenario.size === 165 && scenario.merged === USUALLY_MERGED;
  console.log(printCells(cells.filter(isShown)));
}
