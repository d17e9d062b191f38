/** `passant site remove|restore|empty|give`: what ends, or changes hands. */
import type { Command } from 'commander';
import { AppError } from '../domain/errors.ts';
import { withCommands } from './open-commands.ts';
import type { RunCommand } from './run-command.ts';

const JSON_OPTION = ['--json', 'print one JSON value'] as const;

/** @param site the command `passant site` */
export function addEndOfSiteCommands(site: Command, run: RunCommand): void {
  site
    .command('remove')
    .argument('<domain>')
    .option('--yes', 'really remove it')
    .option('--now', 'erase it at once, also one that was removed before: it cannot be had back then')
    .option(...JSON_OPTION)
    .description('stop counting for a site, and erase it with everything that was counted after seven days')
    .action((domain: string, { yes, now = false }: { yes?: boolean; now?: boolean }, command: Command) =>
      run(command, async ({ config, output }) => {
        checkYes(
          yes,
          `This ${now ? 'erases everything that' : 'ends the counting, and after seven days erases everything that'} was counted for ${domain}`,
        );
        if (now) {
          await withCommands(config, 'site remove', (commands) => commands.eraseSite(domain));
          output.line(`Erased ${domain}.`);
          output.json({ erased: domain });
          return;
        }
        const { until } = await withCommands(config, 'site remove', (commands) => commands.removeSite(domain));
        output.line(
          `Removed ${domain}. It goes on ${until}; until then \`passant site restore ${domain}\` has it back.`,
        );
        output.json({ removed: domain, until });
      }),
    );
  site
    .command('restore')
    .argument('<domain>')
    .option(...JSON_OPTION)
    .description('have a site back that was removed, with everything that was counted before')
    .action((domain: string, _options, command: Command) =>
      run(command, async ({ config, output }) => {
        const restored = await withCommands(config, 'site restore', (commands) => commands.restoreSite(domain));
        output.line(`${restored.domain} is back, and counts again.`);
        output.json(restored);
      }),
    );
  site
    .command('empty')
    .argument('<domain>')
    .option('--yes', 'really empty it')
    .option(...JSON_OPTION)
    .description('erase everything that was counted for a site; settings, goals and keys stay')
    .action((domain: string, { yes }: { yes?: boolean }, command: Command) =>
      run(command, async ({ config, output }) => {
        checkYes(yes, `This erases everything that was counted for ${domain}, and it cannot be had back`);
        await withCommands(config, 'site empty', (commands) => commands.emptySite(domain));
        output.line(`Nothing of what was counted for ${domain} is left; it counts on.`);
        output.json({ emptied: domain });
      }),
    );
  site
    .command('give')
    .argument('<domain>')
    .requiredOption('--to <email>', 'who is its owner from now on; they need an account')
    .option('--from <email>', 'which owner gives it')
    .option('--keep <role>', 'what that owner keeps there: admin, editor, viewer, or none', 'none')
    .option(...JSON_OPTION)
    .description('make somebody the owner of a site, in the place of another')
    .action((domain: string, { to, from, keep }: { to: string; from?: string; keep: string }, command: Command) =>
      run(command, async ({ config, output }) => {
        const before = from === undefined ? null : { email: from, keep };
        const owner = await withCommands(config, 'site give', (commands) => commands.giveSite(domain, to, before));
        output.line(`${owner.email} owns ${domain} now.`);
        output.json(owner);
      }),
    );
}

function checkYes(yes: boolean | undefined, consequence: string): void {
  if (yes !== true) throw new AppError('invalid', `${consequence}; repeat with --yes.`);
}
