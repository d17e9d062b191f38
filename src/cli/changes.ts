/** `passant changes`. */
import { type Command, InvalidArgumentError } from 'commander';
import { withCommands } from './open-commands.ts';
import type { RunCommand } from './run-command.ts';

export function addChangesCommand(program: Command, run: RunCommand): void {
  program
    .command('changes')
    .option('--limit <number>', 'how many, 1 to 1000', readLimit, 100)
    .option('--before <id>', 'go on before this one', readLimit)
    .option('--json', 'print one JSON value')
    .description('who changed what in the back office, the newest first')
    .action((options: { limit: number; before?: number }, command: Command) =>
      run(command, async ({ config, output }) => {
        const changes = await withCommands(config, 'changes', (commands) =>
          commands.listChanges(options.before ?? null, options.limit),
        );
        output.table(
          ['id', 'time', 'who', 'what', 'site', 'about'],
          changes.map(({ id, at, who, act, site, about }) => [
            ...[String(id), new Date(at).toISOString(), who || '(command)', act.replaceAll('_', ' ')],
            ...[site ?? '', about],
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
