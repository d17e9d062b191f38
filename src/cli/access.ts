/** `passant access`: everything that is stored for a visitor, as JSON. */
import type { Command } from 'commander';
import { describeAccess } from '../privacy/describe-access.ts';
import { withCommands } from './open-commands.ts';
import { readIdentifiers } from './read-identifiers.ts';
import type { RunCommand } from './run-command.ts';

export function addAccessCommand(program: Command, run: RunCommand): void {
  program
    .command('access')
    .requiredOption('--site <domain>', 'domain of the site')
    .option('--visitor <identifier>', 'value of the visitor’s passant_id')
    .option('--stdin', 'read the identifier from standard input')
    .option('--json', 'print one JSON value')
    .description('print everything that is stored for a visitor, as JSON')
    .action((options: { site: string; visitor?: string; stdin?: boolean }, command: Command) =>
      run(command, async ({ config, output }) => {
        const [identifier = ''] = await readIdentifiers(options, process.stdin);
        const found = await withCommands(config, 'access', (commands) =>
          commands.accessVisitor(options.site, identifier),
        );
        const described = describeAccess(options.site, found, Date.now());
        output.line(JSON.stringify(described, null, 2));
        output.json(described);
      }),
    );
}
