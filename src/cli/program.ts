/** The command line: every command in one place, each with one line of help. */
import { Command, CommanderError, Option } from 'commander';
import { type LoadedConfig, loadConfig } from '../config/load-config.ts';
import { flagOf, SETTINGS } from '../config/settings.ts';
import { VERSION } from '../lib/program-version.ts';
import { addAccessCommand } from './access.ts';
import { addAnnotationCommands } from './annotation.ts';
import { addAuditCommand } from './audit.ts';
import { addChangesCommand } from './changes.ts';
import { addConsentCommand } from './consent.ts';
import { addCookieCommands } from './cookie.ts';
import { addDayKeysCommand } from './day-keys.ts';
import { addEraseCommand } from './erase.ts';
import { addExportCommand } from './export.ts';
import { addGoalCommands } from './goal.ts';
import { addImportCommand } from './import.ts';
import { addKeyCommands } from './key.ts';
import { addLinkCommands } from './link.ts';
import { createOutput, type Output, reportFailure } from './output.ts';
import { addQueryCommand } from './query.ts';
import type { RunCommand } from './run-command.ts';
import { addSealCommand } from './seal.ts';
import { addSegmentCommands } from './segment.ts';
import { addSiteCommands } from './site.ts';
import { addSnippetCommand } from './snippet.ts';
import { addUserCommands } from './user.ts';

/** Runs the command line. @returns the exit status: 0, 1 for a fault, 2 for a wrong call */
export async function runCli(argv: readonly string[]): Promise<number> {
  let status = 0;
  const run: RunCommand = async (command, work) => {
    try {
      const { config } = settingsOf(command);
      await work({ config, output: createOutput(command.optsWithGlobals().json === true) });
    } catch (error) {
      status = reportFailure(error);
    }
  };
  const program = createProgram(run);
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportFailure(error);
    return error.exitCode === 0 ? 0 : 2;
  }
  return process.exitCode === undefined ? status : Number(process.exitCode);
}

function createProgram(run: RunCommand): Command {
  const program = new Command('passant')
    .description('Audience measurement that counts passers-by without following them.')
    .version(VERSION, '--version', 'print the version')
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError('Run `passant help` for all commands.')
    .addHelpText('after', '\nSettings are flags too: --data-dir, --port … `passant config` lists them all.');
  // Every setting is a flag as well; help would drown in them.
  for (const setting of SETTINGS)
    program.addOption(new Option(`--${flagOf(setting)} <value>`, setting.meaning).hideHelp());

  program
    .command('serve')
    .description('start the service')
    .option('--take-over', 'let the server that runs on this data hand over to this one')
    .action((options: { takeOver?: boolean }, command: Command) =>
      run(command, async ({ config }) => (await import('./serve.ts')).serve(config, options.takeOver === true)),
    );
  program
    .command('config')
    .description('print the effective settings and where each came from')
    .option('--json', 'print one JSON value')
    .action((_options, command: Command) =>
      run(command, async ({ output }) => printConfig(settingsOf(command), output)),
    );
  addSiteCommands(program, run);
  addSnippetCommand(program, run);
  addUserCommands(program, run);
  addKeyCommands(program, run);
  addChangesCommand(program, run);
  addLinkCommands(program, run);
  addGoalCommands(program, run);
  addAnnotationCommands(program, run);
  addSegmentCommands(program, run);
  addCookieCommands(program, run);
  addAccessCommand(program, run);
  addEraseCommand(program, run);
  addDayKeysCommand(program, run);
  addQueryCommand(program, run);
  addAuditCommand(program, run);
  addConsentCommand(program, run);
  addImportCommand(program, run);
  addExportCommand(program, run);
  addSealCommand(program, run);
  for (const command of [program, ...program.commands.flatMap((each) => [each, ...each.commands])])
    command.exitOverride();
  return program;
}

function settingsOf(command: Command): LoadedConfig {
  const given = command.optsWithGlobals() as Record<string, unknown>;
  const flags: Record<string, string> = {};
  for (const setting of SETTINGS) {
    const flag = flagOf(setting);
    const value = given[flag.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase())];
    if (typeof value === 'string') flags[flag] = value;
  }
  return loadConfig({ flags, env: process.env });
}

function printConfig({ settings }: LoadedConfig, output: Output): void {
  output.table(
    ['setting', 'value', 'from', 'meaning'],
    settings.map(({ name, value, origin, meaning }) => [name, value ?? '(none)', origin, meaning]),
  );
  output.json(settings);
}
