/** `passant user add|list`. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Command } from 'commander';
import { withCommands } from './open-commands.ts';
import type { RunCommand } from './run-command.ts';

export function addUserCommands(program: Command, run: RunCommand): void {
  const user = program.command('user').description('add and list the people of the back office');
  user
    .command('add')
    .argument('<email>')
    .description('add an owner; the password is read from standard input')
    .option('--json', 'print one JSON value')
    .action((email: string, _options, command: Command) =>
      run(command, async ({ config, output }) => {
        if (process.stdin.isTTY) process.stderr.write('Password (12 characters or more): ');
        const password = await readLine();
        const added = await withCommands(config, 'user add', (commands) => commands.addUser(email, password));
        output.line(`Added ${added.email} as ${added.role}.`);
        output.json(added);
      }),
    );
  user
    .command('list')
    .description('list the people')
    .option('--json', 'print one JSON value')
    .action((_options, command: Command) =>
      run(command, async ({ config, output }) => {
        const users = await withCommands(config, 'user list', (commands) => commands.listUsers());
        output.table(
          ['id', 'e-mail', 'role'],
          users.map(({ id, email, role }) => [String(id), email, role]),
        );
        output.json(users);
      }),
    );
}

async function readLine(): Promise<string> {
  const isTyped = process.stdin.isTTY === true;
  // What is typed is not shown: the line editor writes to nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: isTyped });
  for await (const line of lines) {
    lines.close();
    if (isTyped) process.stderr.write('\n');
    return line;
  }
  return '';
}
