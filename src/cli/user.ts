/** `passant user add|invite|set|password|second-step|demand-second-step|sign-out|remove|list`. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { type Command, InvalidArgumentError } from 'commander';
import type { StandingOptions } from '../auth/parse-standing.ts';
import { type Invitation, ROLES, type User } from '../auth/ports.ts';
import type { Commands } from '../control/commands.ts';
import { withCommands } from './open-commands.ts';
import type { RunCommand } from './run-command.ts';

interface RoleOptions {
  role?: string;
  site?: { site: string; role: string }[];
}

export function addUserCommands(program: Command, run: RunCommand): void {
  const user = program.command('user').description('the people of the back office, and what each may do');
  withRoles(user.command('add').argument('<email>'))
    .description('add somebody, an owner unless a role is given; the password is read from standard input')
    .action((email: string, options: RoleOptions, command: Command) =>
      run(command, async ({ config, output }) => {
        const standing = options.role === undefined && options.site === undefined ? { role: 'owner' } : read(options);
        const password = await readPassword();
        const added = await withCommands(config, 'user add', (commands) => commands.addUser(email, password, standing));
        output.line(`Added ${added.email} as ${await sayStanding(added, config)}.`);
        output.json(added);
      }),
    );
  withRoles(user.command('invite').argument('<email>'))
    .description('print a link by which somebody makes an account within a week')
    .action((email: string, options: RoleOptions, command: Command) =>
      run(command, async ({ config, output }) => {
        const invited = await withCommands(config, 'user invite', (commands) =>
          commands.inviteUser(email, read(options)),
        );
        output.line(`${config.baseUrl ?? `http://localhost:${config.port}`}/app/invitation#${invited.token}`);
        output.json(invited);
      }),
    );
  withRoles(user.command('set').argument('<email>'))
    .description('change what somebody may do; the roles given take the place of those before')
    .action((email: string, options: RoleOptions, command: Command) =>
      run(command, async ({ config, output }) => {
        const changed = await withCommands(config, 'user set', (commands) => commands.setUser(email, read(options)));
        output.line(`${changed.email} is ${await sayStanding(changed, config)} now.`);
        output.json(changed);
      }),
    );
  user
    .command('password')
    .argument('<email>')
    .option('--json', 'print one JSON value')
    .description('give somebody a new password, read from standard input; every login of theirs ends')
    .action((email: string, _options, command: Command) =>
      run(command, async ({ config, output }) => {
        const password = await readPassword();
        await withCommands(config, 'user password', (commands) => commands.setPassword(email, password));
        output.line(`${email} has a new password.`);
        output.json({ changed: email });
      }),
    );
  user
    .command('second-step')
    .argument('<off>', 'off', readOff)
    .argument('<email>')
    .option('--json', 'print one JSON value')
    .description('for somebody who has lost app, passkeys and recovery codes: the password is enough again')
    .action((_off: string, email: string, _options, command: Command) =>
      run(command, async ({ config, output }) => {
        await withCommands(config, 'user second-step', (commands) => commands.endSecondStep(email));
        output.line(`${email} signs in with the password alone; all logins have ended.`);
        output.json({ changed: email });
      }),
    );
  user
    .command('demand-second-step')
    .argument('[on|off]', 'whether a second step is demanded of everybody; printed when left out', readSwitch)
    .option('--json', 'print one JSON value')
    .description('demand a second step of everybody: whoever has none sets one up before anything else')
    .action((wanted: boolean | undefined, _options, command: Command) =>
      run(command, async ({ config, output }) => {
        const isDemanded = await withCommands(config, 'user demand-second-step', async (commands) => {
          if (wanted !== undefined) await commands.demandSecondStep(wanted);
          return commands.isSecondStepDemanded();
        });
        output.line(`A second step is ${isDemanded ? 'demanded of everybody' : 'the choice of each person'}.`);
        output.json({ demanded: isDemanded });
      }),
    );
  user
    .command('sign-out')
    .argument('<email>')
    .option('--json', 'print one JSON value')
    .description('end every login of somebody, whose password goes on working')
    .action((email: string, _options, command: Command) =>
      run(command, async ({ config, output }) => {
        await withCommands(config, 'user sign-out', (commands) => commands.endLogins(email));
        output.line(`${email} is signed out everywhere.`);
        output.json({ signedOut: email });
      }),
    );
  user
    .command('remove')
    .argument('<email>')
    .option('--json', 'print one JSON value')
    .description('remove somebody, or take an invitation back')
    .action((email: string, _options, command: Command) =>
      run(command, async ({ config, output }) => {
        await withCommands(config, 'user remove', (commands) => commands.removeUser(email));
        output.line(`Removed ${email}.`);
        output.json({ removed: email });
      }),
    );
  user
    .command('list')
    .description('list the people, who of them has a second step, and who is invited')
    .option('--json', 'print one JSON value')
    .action((_options, command: Command) =>
      run(command, async ({ config, output }) => {
        const { users, invitations, domains } = await withCommands(config, 'user list', async (commands) => ({
          users: await commands.listUsers(),
          invitations: await commands.listInvitations(),
          domains: await domainsOf(commands),
        }));
        const say = (each: User | Invitation) => sayRoles(each, domains);
        output.table(
          ['id', 'e-mail', 'role', 'second step', 'since'],
          [
            ...users.map((each) => [
              ...[String(each.id), each.email, say(each)],
              ...[each.hasSecondStep ? 'yes' : 'no', sayDay(each.createdAt)],
            ]),
            ...invitations.map((each) => ['–', each.email, say(each), '–', `invited until ${sayDay(each.expiresAt)}`]),
          ],
        );
        output.json(users);
      }),
    );

  async function sayStanding(each: User, config: Parameters<typeof withCommands>[0]): Promise<string> {
    return sayRoles(each, each.siteRoles.length > 0 ? await withCommands(config, 'user list', domainsOf) : new Map());
  }
}

function withRoles(command: Command): Command {
  return command
    .option('--role <role>', `on every site: ${ROLES.join(', ')}`)
    .option('--site <domain=role...>', 'on one site, such as example.org=editor', readSiteRole)
    .option('--json', 'print one JSON value');
}

function readSiteRole(text: string, before: RoleOptions['site'] = []): RoleOptions['site'] {
  const [, site, role] = /^(.+)=([a-z]+)$/.exec(text) ?? [];
  if (site === undefined || role === undefined) throw new InvalidArgumentError('Write example.org=editor.');
  return [...before, { site, role }];
}

function readOff(text: string): string {
  if (text !== 'off')
    throw new InvalidArgumentError('It can only be turned `off` from here; people set it up themselves.');
  return text;
}

function readSwitch(text: string): boolean {
  if (text !== 'on' && text !== 'off') throw new InvalidArgumentError('Write `on` or `off`.');
  return text === 'on';
}

function read({ role, site = [] }: RoleOptions): StandingOptions {
  return { role: role ?? null, sites: site };
}

async function domainsOf(commands: Commands): Promise<ReadonlyMap<number, string>> {
  return new Map((await commands.listSites()).map(({ id, domain }) => [id, domain]));
}

function sayRoles({ role, siteRoles }: User | Invitation, domains: ReadonlyMap<number, string>): string {
  const here = siteRoles.map((each) => `${each.role} of ${domains.get(each.siteId) ?? each.siteId}`);
  return [...(role === null ? [] : [role]), ...here].join(', ');
}

function sayDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

async function readPassword(): Promise<string> {
  const isTyped = process.stdin.isTTY === true;
  if (isTyped) process.stderr.write('Password (12 characters or more): ');
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
