/** `passant erase`: what a visitor asks for, done by the operator. */
import type { Command } from 'commander';
import { withCommands } from './open-commands.ts';
import { readIdentifiers } from './read-identifiers.ts';
import type { RunCommand } from './run-command.ts';

export function addEraseCommand(program: Command, run: RunCommand): void {
  program
    .command('erase')
    .requiredOption('--site <domain>', 'domain of the site')
    .option('--visitor <identifier>', 'value of the visitor’s passant_id')
    .option('--stdin', 'read identifiers from standard input, one a line')
    .option('--json', 'print one JSON value')
    .description('erase what is stored for a visitor; what was counted stays counted, of nobody')
    .action((options: { site: string; visitor?: string; stdin?: boolean }, command: Command) =>
      run(command, async ({ config, output }) => {
        const identifiers = await readIdentifiers(options, process.stdin);
        const erased = await withCommands(config, 'erase', async (commands) => {
          let known = 0;
          for (const each of identifiers) known += Number(await commands.eraseVisitor(options.site, each));
          return known;
        });
        const unknown = identifiers.length - erased;
        output.line(`Erased ${erased} of ${identifiers.length}; nothing was stored for the other ${unknown}.`);
        output.json({ asked: identifiers.length, erased });
      }),
    );
}
