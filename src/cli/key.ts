/** `passant key issue|list|revoke`. */
import { type Command, InvalidArgumentError } from 'commander';
import { stateOfKey } from '../auth/api-keys.ts';
import { SCOPES } from '../auth/ports.ts';
import { withCommands } from './open-commands.ts';
import type { RunCommand } from './run-command.ts';

export function addKeyCommands(program: Command, run: RunCommand): void {
  const key = program.command('key').description('issue, list and revoke API keys');
  key
    .command('issue')
    .argument('<name>', 'what the key is for')
    .option('--scope <scope...>', `${SCOPES.join(', ')}`, ['stats:read'])
    .option('--site <domain>', 'limit the key to one site')
    .option('--expires <date>', 'last day on which it works, such as 2027-03-31')
    .option('--json', 'print one JSON value')
    .description('make a key; it is shown once')
    .action((name: string, options: { scope: string[]; site?: string; expires?: string }, command: Command) =>
      run(command, async ({ config, output }) => {
        const issued = await withCommands(config, 'key issue', (commands) =>
          commands.issueKey({ name, scopes: options.scope, expires: options.expires ?? null }, options.site ?? null),
        );
        output.line(issued.secret);
        output.json(issued);
      }),
    );
  key
    .command('list')
    .description('list the keys')
    .option('--json', 'print one JSON value')
    .action((_options, command: Command) =>
      run(command, async ({ config, output }) => {
        const keys = await withCommands(config, 'key list', (commands) => commands.listKeys());
        output.table(
          ['id', 'name', 'scopes', 'state'],
          keys.map((key) => [String(key.id), key.name, key.scopes.join(' '), stateOfKey(key, Date.now())]),
        );
        output.json(keys);
      }),
    );
  key
    .command('revoke')
    .argument('<id>', 'number of the key, as listed', readId)
    .option('--json', 'print one JSON value')
    .description('end a key')
    .action((id: number, _options, command: Command) =>
      run(command, async ({ config, output }) => {
        await withCommands(config, 'key revoke', (commands) => commands.revokeKey(id));
        output.line(`Revoked key ${id}.`);
        output.json({ revoked: id });
      }),
    );
}

function readId(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give the number that `passant key list` shows.');
}
