/** `passant query`: asks what the API asks. */
import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { AppError } from '../domain/errors.ts';
import type { QueryAnswer } from '../stats/answer-query.ts';
import { withCommands } from './open-commands.ts';
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
        const head = [...(body.dimensions as string[]), ...(body.metrics as string[])];
        if (options.csv === true)
          process.stdout.write(stringify([head, ...rowsOf(answer, '')], { escape_formulas: true }));
        else output.table(head, rowsOf(answer, '-'));
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

/** `dimension operator value,value`, or the API's own form as JSON. */
function readFilter(text: string): unknown {
  if (text.startsWith('[')) {
    try {
      return JSON.parse(text);
    } catch {
      throw new AppError('invalid', 'A filter that begins with [ must be JSON.', [
        { path: '--filter', message: 'Such as ["is", "visit:country", ["FR"]].' },
      ]);
    }
  }
  const [, dimension, operator, values] = /^(\S+)\s+(is|is_not|contains|contains_not)\s+(.+)$/.exec(text) ?? [];
  if (dimension === undefined || values === undefined) {
    throw new AppError('invalid', 'A filter could not be read.', [
      { path: '--filter', message: 'Write `visit:country is FR,BE` with is, is_not, contains or contains_not.' },
    ]);
  }
  return [operator, dimension, values.split(',').map((value) => value.trim())];
}

function rowsOf({ results }: QueryAnswer, unknown: string): string[][] {
  return results.map(({ dimensions, metrics }) => [
    ...dimensions,
    ...metrics.map((value) => (value === null ? unknown : String(value))),
  ]);
}
