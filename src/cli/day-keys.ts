/** `passant day-keys`: when each key of the memory instrument was made and destroyed. */
import type { Command } from 'commander';
import { dateOf } from '../lib/calendar.ts';
import { withCommands } from './open-commands.ts';
import type { RunCommand } from './run-command.ts';

export function addDayKeysCommand(program: Command, run: RunCommand): void {
  program
    .command('day-keys')
    .requiredOption('--site <domain>', 'the site')
    .option('--json', 'print one JSON value')
    .description('list when each day key was made and destroyed, newest first')
    .action((options: { site: string }, command: Command) =>
      run(command, async ({ config, output }) => {
        const keys = await withCommands(config, 'day-keys', (commands) => commands.listDayKeys(options.site));
        output.table(
          ['day', 'level', 'made', 'destroyed', 'ending', 'restarts', 'SHA-256 of the key'],
          keys.map(({ day, level, createdAt, destroyedAt, ending, carried, commitment }) => [
            ...[dateOf(day), level, timeOf(createdAt), destroyedAt === null ? '' : timeOf(destroyedAt)],
            ...[ending ?? 'held', String(carried), commitment],
          ]),
        );
        output.json(keys.map(({ day, ...key }) => ({ date: dateOf(day), ...key })));
      }),
    );
}

/** UTC, to the second. */
function timeOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
