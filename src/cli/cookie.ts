/** `passant cookie add|list|remove`. */
import type { Command } from 'commander';
import { COOKIE_OPTIONS, COOKIE_TEXTS, type CookieOptions } from '../admin/parse-cookie.ts';
import type { DeclaredCookie, Words } from '../domain/cookie.ts';
import { withCommands } from './open-commands.ts';
import type { RunCommand } from './run-command.ts';

type Given = CookieOptions & { site: string };

export function addCookieCommands(program: Command, run: RunCommand): void {
  const cookie = program.command('cookie').description('add, list and remove what the cookie charter of a site tells');
  const add = cookie.command('add').description('declare a cookie of the site, or of another service on it');
  add.requiredOption('--site <domain>', 'domain of the site');
  for (const [option, meaning] of Object.entries(COOKIE_OPTIONS)) add.option(`--${option} <value>`, meaning);
  for (const [option, meaning] of Object.entries(COOKIE_TEXTS)) add.option(`--${option} <language=text...>`, meaning);
  add
    .option('--json', 'print one JSON value')
    .action(
      ({ site, name, kind, category, lifetime, countries, purpose, provider, service }: Given, command: Command) =>
        run(command, async ({ config, output }) => {
          const options = { name, kind, category, lifetime, countries, purpose, provider, service };
          const known = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
          const added = await withCommands(config, 'cookie add', (commands) => commands.addCookie(site, known));
          output.line(`Added ${added.name} to the charter of ${site}.`);
          output.json(added);
        }),
    );
  cookie
    .command('list')
    .requiredOption('--site <domain>', 'domain of the site')
    .option('--json', 'print one JSON value')
    .description('list the declared cookies; Passant’s own follow from the site’s settings')
    .action(({ site }: Given, command: Command) =>
      run(command, async ({ config, output }) => {
        const cookies = await withCommands(config, 'cookie list', (commands) => commands.listCookies(site));
        if (cookies.length === 0) output.line(`${site} has declared no cookie; see \`passant cookie add --help\`.`);
        else output.table(['name', 'category', 'kind', 'lifetime', 'provider', 'purpose'], cookies.map(describe));
        output.json(cookies);
      }),
    );
  cookie
    .command('remove')
    .argument('<name>', 'of the cookie, as listed')
    .requiredOption('--site <domain>', 'domain of the site')
    .option('--json', 'print one JSON value')
    .description('take a cookie out of the charter')
    .action((name: string, { site }: Given, command: Command) =>
      run(command, async ({ config, output }) => {
        await withCommands(config, 'cookie remove', (commands) => commands.removeCookie(site, name));
        output.line(`Removed ${name}.`);
        output.json({ removed: name });
      }),
    );
}

function describe({ name, category, kind, lifetime, provider, purpose }: DeclaredCookie): string[] {
  const length = typeof lifetime === 'string' ? lifetime : `${lifetime.count} ${lifetime.unit}`;
  return [name, category, kind, length, inAll(provider) || '(the site)', inAll(purpose)];
}

function inAll(words: Words): string {
  return Object.entries(words)
    .map(([language, text]) => (language === '*' ? text : `${language}: ${text}`))
    .join(' · ');
}
