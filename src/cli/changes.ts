/** `passant changes`. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { CHANGE_KINDS, type ChangeKind } from '../admin/ports.ts';
import { withCommands } from './open-commands.ts';
import type { RunCommand } from './run-command.ts';

export function addChangesCommand(program: Command, run: RunCommand): void {
  program
    .command('changes')
    .option('--limit <number>', 'how many, 1 to 1000', readLimit, 100)
    .option('--before <id>', 'go on before this one', readLimit)
    .addOption(new Option('--only <kind>', 'what was done, or what was refused').choices(CHANGE_KINDS))
    .option('--json', 'print one JSON value')
    .description('who changed what in the back office, or was refused, the newest first')
    .action((options: { limit: number; before?: number; only?: ChangeKind }, command: Command) =>
      run(command, async ({ config, output }) => {
        const changes = await withCommands(config, 'changes', (commands) =>
          commands.listChanges(options.before ?? null, options.limit, options.only ?? null),
        );
        output.table(
          ['id', 'time', 'who', 'what', 'site', 'about', 'times'],
          changes.map(({ id, at, who, act, site, about, count }) => [
            ...[String(id), new Date(at).toISOString(), who || '(command)', act.replaceAll('_', ' ')],
            ...[site ?? '', about, count === null ? '' : String(count)],
          ]),
        );
        output.json(changes);
      }),
    );
}

function readLimit(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number.');
}
