/** `passant consent`: what visitors answered to the question for consent. */
import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import type { ConsentRow } from '../stats/consent/answer-consent.ts';
import { withCommands } from './open-commands.ts';
import type { RunCommand } from './run-command.ts';

interface ConsentOptions {
  site: string;
  range: string;
  dimensions?: string;
  limit?: string;
  csv?: boolean;
}

const FIGURES = [
  ...(['asked', 'answered', 'accepted', 'refused', 'ignored', 'withdrawn'] as const),
  ...(['acceptance_rate', 'answer_rate'] as const),
] as const;

export function addConsentCommand(program: Command, run: RunCommand): void {
  program
    .command('consent')
    .description('ask what visitors answered to the question for consent')
    .requiredOption('--site <domain>', 'the site')
    .option('--range <range>', 'day, 7d, 30d, month, 12mo, all … or 2026-03-01,2026-03-30', '30d')
    .option('--dimensions <list>', 'time:day, time:week or time:month; visit:country, visit:device, event:page …')
    .option('--limit <rows>', 'rows at most')
    .option('--json', 'print the answer of the API')
    .option('--csv', 'print comma-separated values')
    .action(({ site, range, dimensions = '', limit, csv }: ConsentOptions, command: Command) =>
      run(command, async ({ config, output }) => {
        const days = range.split(',');
        const names = dimensions
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean);
        const body = {
          ...{ site_id: site, date_range: days.length === 2 ? days : range, dimensions: names },
          ...(limit !== undefined && { limit: Number(limit) }),
        };
        const answer = await withCommands(config, 'consent', (commands) => commands.consent(body));
        const head = [...names, ...FIGURES];
        if (csv === true) {
          const rows = answer.results.map((row) => [...row.dimensions, ...FIGURES.map((name) => row[name] ?? '')]);
          process.stdout.write(stringify([head, ...rows], { escape_formulas: true }));
        } else output.table(head, answer.results.map(describe));
        output.json(answer);
      }),
    );
}

function describe(row: ConsentRow): string[] {
  return [...row.dimensions, ...FIGURES.map((name) => say(row[name], name.endsWith('_rate')))];
}

function say(figure: number | null, isRate: boolean): string {
  if (figure === null) return '-';
  return isRate ? `${figure} %` : String(figure);
}
