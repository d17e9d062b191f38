/** `passant annotation add|list|remove`. */
import type { Command } from 'commander';
import { AppError } from '../domain/errors.ts';
import { withCommands } from './open-commands.ts';
import type { RunCommand } from './run-command.ts';

export function addAnnotationCommands(program: Command, run: RunCommand): void {
  const annotation = program.command('annotation').description('add, list and remove notes on the days of a site');
  annotation
    .command('add')
    .argument('<site>', 'domain of the site')
    .argument('<text>', 'of the note, 200 characters at most')
    .requiredOption('--day <date>', 'day of the note, such as 2026-03-01')
    .option('--json', 'print one JSON value')
    .description('add a note, which the chart shows on its day')
    .action((domain: string, text: string, { day }: { day: string }, command: Command) =>
      run(command, async ({ config, output }) => {
        const added = await withCommands(config, 'annotation add', (commands) =>
          commands.addAnnotation(domain, { day, text }),
        );
        output.line(`Added note ${added.id} on ${added.day}: ${added.text}`);
        output.json(added);
      }),
    );
  annotation
    .command('list')
    .argument('<site>', 'domain of the site')
    .option('--from <date>', 'first day')
    .option('--to <date>', 'last day')
    .option('--json', 'print one JSON value')
    .description('list the notes of a site by day')
    .action((domain: string, { from, to }: { from?: string; to?: string }, command: Command) =>
      run(command, async ({ config, output }) => {
        const range = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
        const notes = await withCommands(config, 'annotation list', (commands) =>
          commands.listAnnotations(domain, range),
        );
        if (notes.length === 0)
          output.line(`${domain} has no note in this time; see \`passant annotation add --help\`.`);
        else
          output.table(
            ['number', 'day', 'text'],
            notes.map((each) => [String(each.id), each.day, each.text]),
          );
        output.json(notes);
      }),
    );
  annotation
    .command('remove')
    .argument('<site>', 'domain of the site')
    .argument('<number>', 'of the note, as listed')
    .option('--json', 'print one JSON value')
    .description('remove a note')
    .action((domain: string, number: string, _options, command: Command) =>
      run(command, async ({ config, output }) => {
        const id = readNumber(number);
        await withCommands(config, 'annotation remove', (commands) => commands.removeAnnotation(domain, id));
        output.line(`Removed note ${id}.`);
        output.json({ removed: id });
      }),
    );
}

/** @throws AppError `invalid` */
function readNumber(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new AppError('invalid', 'Name the note by its number; `passant annotation list` shows it.');
}
