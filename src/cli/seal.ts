/** `passant seal`: makes columns of the days that are over. */
import type { Command } from 'commander';
import { withCommands } from './open-commands.ts';
import type { RunCommand } from './run-command.ts';

export function addSealCommand(program: Command, run: RunCommand): void {
  program
    .command('seal')
    .option('--site <domain>', 'this site only')
    .option('--json', 'print one JSON value')
    .description('pack the days that are over into columns; the running service does it by itself')
    .action((options: { site?: string }, command: Command) =>
      run(command, async ({ config, output }) => {
        const sites = await withCommands(config, 'seal', (commands) => commands.seal(options.site ?? null));
        if (sites.every(({ days }) => days === 0)) output.line('No day was due.');
        else
          output.table(
            ['site', 'days', 'rows', 'bytes'],
            sites.map(({ site, days, rows, bytes }) => [site, ...[days, rows, bytes].map(String)]),
          );
        output.json(sites);
      }),
    );
}
