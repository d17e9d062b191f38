/** `passant site add|list|set`; `end-site.ts` has the end of one. */
import type { Command } from 'commander';
import { SITE_OPTIONS, type SiteOption, type SiteOptions } from '../admin/parse-site-settings.ts';
import type { Site } from '../domain/site.ts';
import { addEndOfSiteCommands } from './end-site.ts';
import { withCommands } from './open-commands.ts';
import type { Output } from './output.ts';
import type { RunCommand } from './run-command.ts';

export function addSiteCommands(program: Command, run: RunCommand): void {
  const site = program.command('site').description('add, list, change and remove sites');
  const withOptions = (command: Command): Command => {
    for (const [option, meaning] of Object.entries(SITE_OPTIONS)) command.option(`--${option} <value>`, meaning);
    return command.option('--json', 'print one JSON value');
  };
  withOptions(site.command('add').argument('<domain>').description('add a site')).action(
    (domain: string, options: Record<string, string>, command: Command) =>
      run(command, async ({ config, output }) => {
        const added = await withCommands(config, 'site add', (commands) =>
          commands.addSite(domain, optionsOf(options)),
        );
        output.line(
          `Added ${added.domain}: level ${added.anonymous}, profile ${added.profile}, time zone ${added.timezone}.`,
        );
        if (added.jurisdiction === null)
          output.line(`No jurisdiction is stated; say it with \`passant site set ${added.domain} --jurisdiction FR\`.`);
        output.json(added);
      }),
  );
  withOptions(site.command('set').argument('<domain>').description('change a site’s settings')).action(
    (domain: string, options: Record<string, string>, command: Command) =>
      run(command, async ({ config, output }) => {
        const changed = await withCommands(config, 'site set', (commands) =>
          commands.setSite(domain, optionsOf(options)),
        );
        printSites([changed], output);
        output.json(changed);
      }),
  );
  site
    .command('list')
    .description('list the sites and their settings')
    .option('--json', 'print one JSON value')
    .action((_options, command: Command) =>
      run(command, async ({ config, output }) => {
        const [sites, removed] = await withCommands(config, 'site list', (commands) =>
          Promise.all([commands.listSites(), commands.listRemovedSites()]),
        );
        if (sites.length === 0) output.line('There is no site yet; add one with `passant site add example.org`.');
        else printSites(sites, output);
        for (const { domain, until } of removed)
          output.line(`${domain} was removed and goes on ${until}; \`passant site restore ${domain}\` has it back.`);
        output.json(sites);
      }),
    );
  addEndOfSiteCommands(site, run);
}

function optionsOf(given: Record<string, string>): SiteOptions {
  const options: SiteOptions = {};
  for (const option of Object.keys(SITE_OPTIONS) as SiteOption[]) {
    const value = given[option.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase())];
    if (value !== undefined) options[option] = value;
  }
  return options;
}

function printSites(sites: readonly Site[], output: Output): void {
  output.table(
    [
      'site',
      'time zone',
      'jurisdiction',
      'profile',
      'anonymous',
      'date flag',
      'retention',
      'on refusal',
      'signals',
      'features',
    ],
    sites.map((site) => [
      site.demo ? `${site.domain} (demo)` : site.domain,
      site.timezone,
      site.jurisdiction ?? '(none)',
      site.profile,
      site.anonymous,
      site.dateFlag ? 'on' : 'off',
      site.retentionMonths === null ? 'none' : `${site.retentionMonths}mo`,
      site.onRefusal,
      site.signals,
      site.features.join(' ') || 'none',
    ]),
  );
}
