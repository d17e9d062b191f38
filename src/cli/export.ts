/** `passant export events`. */
import type { Command } from 'commander';
import {
  EXPORT_FORMATS,
  type ExportProgress,
  type ExportReport,
  type ExportRequest,
} from '../transfer/export-request.ts';
import { openExportFile } from './export-file.ts';
import { withCommands } from './open-commands.ts';
import type { RunCommand } from './run-command.ts';
import { writeOut } from './write-out.ts';

interface ExportOptions {
  site: string;
  from?: string;
  to?: string;
  format: string;
  output?: string;
  force?: boolean;
}

export function addExportCommand(program: Command, run: RunCommand): void {
  program
    .command('export')
    .description('export what is stored: raw events, as JSON lines or CSV')
    .command('events')
    .requiredOption('--site <domain>', 'the site')
    .option('--from <date>', 'first day, such as 2026-03-01; without it the first one that is stored')
    .option('--to <date>', 'last day; without it the last one that is stored')
    .option('--format <name>', EXPORT_FORMATS.join(', '), 'ndjson')
    .option('--output <file>', 'a file, written whole or not at all; without it standard output')
    .option('--force', 'write over a file that is there')
    .description('export single events; `import events` reads them')
    .action((options: ExportOptions, called: Command) =>
      run(called, async ({ config }) => {
        const { site, from = null, to = null, format, output } = options;
        const request: ExportRequest = { site, from, to, format };
        const exportTo = (write: (text: string) => Promise<void>) =>
          withCommands(config, 'export events', (commands) =>
            commands.exportData(request, async (text, progress) => {
              await write(text);
              showProgress(progress);
            }),
          );
        let report: ExportReport;
        if (output === undefined) report = await exportTo((text) => writeOut(process.stdout, text));
        else {
          const file = await openExportFile(output, options.force === true);
          try {
            report = await exportTo((text) => file.write(text));
            await file.finish();
          } finally {
            await file.discard();
          }
        }
        if (hasTerminal()) process.stderr.write('\r\u001b[K');
        process.stderr.write(`${describe(report)}\n`);
      }),
    );
}

function hasTerminal(): boolean {
  return process.stderr.isTTY === true;
}

function showProgress({ events, day }: ExportProgress): void {
  if (hasTerminal()) process.stderr.write(`\r${events} events, ${day}   `);
}

function describe({ events, days, from, to }: ExportReport): string {
  const span = from === null ? '' : `, ${from} to ${to}`;
  return `${events} ${events === 1 ? 'event' : 'events'} of ${days} ${days === 1 ? 'day' : 'days'}${span}`;
}
