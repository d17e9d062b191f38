/** `passant snippet <site>`: what to paste into the pages of a site. */
import { join } from 'node:path';
import type { Command } from 'commander';
import { AppError } from '../domain/errors.ts';
import { siteName } from '../domain/site.ts';
import { PROGRAM_ROOT } from '../lib/program-root.ts';
import { readPieces } from '../snippet/read-pieces.ts';
import { renderPinnedSnippet, renderSnippet } from '../snippet/render-snippet.ts';
import { withCommands } from './open-commands.ts';
import type { RunCommand } from './run-command.ts';

const CLIENT = join(PROGRAM_ROOT, 'dist/client');

export function addSnippetCommand(program: Command, run: RunCommand): void {
  program
    .command('snippet')
    .argument('<site>', 'domain of the site')
    .option('--integrity', 'with the hash of the script as this version builds it; print it anew after each update')
    .option('--json', 'print one JSON value')
    .description('print the lines to paste into the pages of a site')
    .action((domain: string, options: { integrity?: boolean }, command: Command) =>
      run(command, async ({ config, output }) => {
        const sites = await withCommands(config, 'snippet', (commands) => commands.listSites());
        const site = sites.find((each) => each.domain === siteName(domain));
        if (!site) throw new AppError('not_found', `There is no site ${domain}; \`passant site list\` shows them.`);
        const folder = `${config.baseUrl ?? `http://localhost:${config.port}`}/${config.prefix}`;
        const snippet =
          options.integrity === true
            ? renderPinnedSnippet(site, folder, readPieces(CLIENT))
            : renderSnippet(site, folder);
        output.line(snippet);
        output.json({ site: site.domain, snippet });
      }),
    );
}
