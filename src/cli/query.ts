/** `passant query`: asks what the API asks. */
import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import type { QueryAnswer } from '../stats/answer-query.ts';
import { isMetric, type MetricValue, metricRule } from '../stats/metrics.ts';
import { withCommands } from './open-commands.ts';
import { readFilter } from './read-filter.ts';
import type { RunCommand } from './run-command.ts';

interface QueryOptions {
  site: string;
  metrics: string;
  range: string;
  dimensions?: string;
  filter?: string[];
  orderBy?: string[];
  limit?: string;
  compare?: string;
  csv?: boolean;
}

export function addQueryCommand(program: Command, run: RunCommand): void {
  program
    .command('query')
    .description('ask for figures of a site')
    .requiredOption('--site <domain>', 'the site')
    .option('--metrics <list>', 'metrics, separated by commas', 'visitors,visits,pageviews')
    .option('--range <range>', 'day, 7d, 30d, month, 12mo, all … or 2026-03-01,2026-03-30', '30d')
    .option('--dimensions <list>', 'such as time:day or visit:source, separated by commas')
    .option('--filter <filter...>', "such as 'visit:country is FR,BE' or a v2 filter as JSON")
    .option('--order-by <order...>', "such as 'pageviews desc'")
    .option('--limit <rows>', 'rows at most')
    .option('--compare <period>', 'previous_period, year_over_year or 2025-03-01,2025-03-30: with --json')
    .option('--json', 'print the v2 answer')
    .option('--csv', 'print comma-separated values')
    .action((options: QueryOptions, command: Command) =>
      run(command, async ({ config, output }) => {
        const body = bodyOf(options);
        const answer = await withCommands(config, 'query', (commands) => commands.query(body));
        const { dimensions, metrics } = body as { dimensions: string[]; metrics: string[] };
        if (options.csv === true) {
          const head = [...dimensions, ...metrics.flatMap(csvColumns)];
          process.stdout.write(stringify([head, ...csvRows(answer, metrics)], { escape_formulas: true }));
        } else {
          output.table([...dimensions, ...metrics], tableRows(answer, metrics));
          const warnings = Object.values(answer.meta.metric_warnings ?? {}).map(({ warning }) => warning);
          for (const warning of new Set(warnings)) output.line(warning);
          const { disclosure, restriction } = answer.meta;
          for (const reason of [disclosure?.reason, restriction?.reason]) if (reason !== undefined) output.line(reason);
        }
        output.json(answer);
      }),
    );
}

function bodyOf(options: QueryOptions): Record<string, unknown> {
  const range = options.range.split(',');
  return {
    site_id: options.site,
    metrics: listOf(options.metrics),
    date_range: range.length === 2 ? range : options.range,
    dimensions: listOf(options.dimensions ?? ''),
    filters: (options.filter ?? []).map(readFilter),
    ...(options.orderBy ? { order_by: options.orderBy.map((order) => order.split(/\s+/)) } : {}),
    ...(options.compare === undefined ? {} : { include: { comparisons: comparisonOf(options.compare) } }),
    ...(options.limit === undefined ? {} : { pagination: { limit: Number(options.limit) } }),
  };
}

function comparisonOf(period: string): Record<string, unknown> {
  const dates = period.split(',');
  return dates.length === 2 ? { mode: 'custom', date_range: dates } : { mode: period };
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

type ResultRow = QueryAnswer['results'][number];

function tableRows({ results, meta }: QueryAnswer, names: readonly string[]): string[][] {
  const show = (value: MetricValue) => (typeof value === 'object' ? (value?.long ?? '-') : String(value));
  return results.map((row) => [
    ...row.dimensions,
    ...row.metrics.map((value, index) => (isHidden(row, names[index]) ? hiddenText(meta) : show(value))),
  ]);
}

function isHidden({ hidden = [] }: ResultRow, name: unknown): boolean {
  return hidden.some((metric) => metric === name);
}

/** What stands for a figure that is hidden. */
function hiddenText({ disclosure }: QueryAnswer['meta']): string {
  return `<${disclosure?.smallest ?? ''}`;
}

/** Revenue takes two columns: the amount, and what it is an amount of. */
function csvColumns(metric: string): string[] {
  return isMoney(metric) ? [metric, `${metric}_currency`] : [metric];
}

/** Numbers stay numbers, so that a negative one is not taken for a formula. */
function csvRows({ results, meta }: QueryAnswer, names: readonly string[]): (string | number)[][] {
  return results.map((row) => [
    ...row.dimensions,
    ...row.metrics.flatMap((value, index) => {
      if (isHidden(row, names[index])) return [hiddenText(meta), ...(isMoney(names[index]) ? [''] : [])];
      if (typeof value === 'object' && value !== null) return [value.value, value.currency];
      return [value ?? '', ...(isMoney(names[index]) ? [''] : [])];
    }),
  ]);
}

function isMoney(name: unknown): boolean {
  return isMetric(name) && metricRule(name).needs.includes('revenue');
}
