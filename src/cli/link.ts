/** `passant link add|list|revoke`. */
import { type Command, InvalidArgumentError } from 'commander';
import type { SharedLinkOptions } from '../auth/parse-shared-link.ts';
import type { Config } from '../config/config.ts';
import type { SharedLink } from '../domain/shared-link.ts';
import { dateOf } from '../lib/calendar.ts';
import { withCommands } from './open-commands.ts';
import type { RunCommand } from './run-command.ts';

interface AddOptions {
  public?: boolean;
  name?: string;
  expires?: string;
  embed?: string[];
  details?: boolean;
  licence?: string;
}

export function addLinkCommands(program: Command, run: RunCommand): void {
  const link = program.command('link').description('add, list and revoke links that show a site without an account');
  link
    .command('add')
    .argument('<site>', 'domain of the site')
    .option('--public', 'the public page of the site, instead of a secret link')
    .option('--name <name>', 'whom a secret link is for')
    .option('--expires <date>', 'last day on which a secret link works')
    .option('--embed <origin...>', 'origins whose pages may hold it in a frame, or `any`')
    .option('--details', 'tell properties of events and revenue too')
    .option('--licence <name>', 'offer open data of the public page under this licence')
    .option('--json', 'print one JSON value')
    .description('make a link; one with a password is made in the dashboard')
    .action((domain: string, options: AddOptions, command: Command) =>
      run(command, async ({ config, output }) => {
        const added = await withCommands(config, 'link add', (commands) => commands.addLink(domain, toLink(options)));
        output.line(addressOf(added, domain, config));
        output.json({ ...added, url: addressOf(added, domain, config) });
      }),
    );
  link
    .command('list')
    .argument('<site>', 'domain of the site')
    .option('--json', 'print one JSON value')
    .description('list the links of a site')
    .action((domain: string, _options, command: Command) =>
      run(command, async ({ config, output }) => {
        const links = await withCommands(config, 'link list', (commands) => commands.listLinks(domain));
        if (links.length === 0) output.line(`${domain} is not shared; see \`passant link add --help\`.`);
        else
          output.table(
            ['id', 'name', 'address', 'last used'],
            links.map((each) => [
              ...[String(each.id), each.token === null ? '(public)' : each.name, addressOf(each, domain, config)],
              each.lastUsedDay === null ? 'never' : dateOf(each.lastUsedDay),
            ]),
          );
        output.json(links.map((each) => ({ ...each, url: addressOf(each, domain, config) })));
      }),
    );
  link
    .command('revoke')
    .argument('<site>', 'domain of the site')
    .argument('<id>', 'number of the link, as listed', readId)
    .option('--json', 'print one JSON value')
    .description('end a link')
    .action((domain: string, id: number, _options, command: Command) =>
      run(command, async ({ config, output }) => {
        await withCommands(config, 'link revoke', (commands) => commands.revokeLink(domain, id));
        output.line(`Revoked link ${id}.`);
        output.json({ revoked: id });
      }),
    );
}

function toLink({ public: isPublic, embed, ...rest }: AddOptions): SharedLinkOptions {
  const embedding = embed?.length === 1 && (embed[0] === 'any' || embed[0] === 'none') ? embed[0] : embed;
  return { kind: isPublic === true ? 'public' : 'secret', ...rest, ...(embedding !== undefined && { embedding }) };
}

function addressOf({ token }: SharedLink, domain: string, { baseUrl, port }: Pick<Config, 'baseUrl' | 'port'>): string {
  return `${baseUrl ?? `http://localhost:${port}`}/share/${encodeURIComponent(token ?? domain)}`;
}

function readId(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give the number that `passant link list` shows.');
}
