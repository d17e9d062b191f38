/** `passant import log|events`. */
import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { DROP_REASONS, type DropReason } from '../domain/drop-reason.ts';
import { AppError } from '../domain/errors.ts';
import type { ImportReport } from '../transfer/import-report.ts';
import type { ImportRequest } from '../transfer/import-request.ts';
import { LOG_FORMATS } from '../transfer/log-formats.ts';
import { withCommands } from './open-commands.ts';
import type { Output } from './output.ts';
import type { RunCommand } from './run-command.ts';

export function addImportCommand(program: Command, run: RunCommand): void {
  const command = program.command('import').description('import past traffic: access logs, or events as JSON lines');
  const add = (kind: ImportRequest['kind'], description: string) => {
    const own = command
      .command(kind)
      .argument('<file>', 'a file, gzip or not, or - for standard input')
      .requiredOption('--site <domain>', 'the site that the lines belong to')
      .option('--again', 'import even what has been imported before')
      .option('--json', 'print one JSON value')
      .description(description);
    if (kind === 'log')
      own.option('--format <name>', `${Object.keys(LOG_FORMATS).join(', ')}; found out when not given`);
    own.action((file: string, options: { site: string; format?: string; again?: boolean }, called: Command) =>
      run(called, async ({ config, output }) => {
        const request: ImportRequest = {
          ...{ kind, site: options.site, format: options.format ?? null, again: options.again === true },
          name: file === '-' ? '-' : basename(file),
        };
        const showsProgress = process.stderr.isTTY === true;
        const report = await withCommands(config, `import ${kind}`, (commands) =>
          commands.importData(request, openInput(file), ({ lines, day }) => {
            if (showsProgress) process.stderr.write(`\r${lines} lines${day === null ? '' : `, ${day}`}   `);
          }),
        );
        if (showsProgress) process.stderr.write('\r\u001b[K');
        printReport(report, output);
        output.json(report);
        if ((report.dropped['out-of-order'] ?? 0) > 0) process.exitCode = 1;
      }),
    );
  };
  add('log', 'import a web server’s access log');
  add('events', 'import events, one JSON object a line');
}

function openInput(file: string): AsyncIterable<Uint8Array> {
  if (file === '-') return process.stdin;
  if (!existsSync(file)) throw new AppError('invalid', `There is no file ${file}.`);
  return createReadStream(file, { highWaterMark: 256 * 1024 });
}

function printReport(report: ImportReport, output: Output): void {
  if (report.known === 'all') {
    const when =
      report.knownSince === null
        ? ''
        : ` on ${new Date(report.knownSince).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    output.line(`${report.name} was imported before${when}; nothing was changed. Use --again to count it once more.`);
    return;
  }
  if (report.known === 'beginning')
    output.line(`${report.name} has grown since it was imported: the new lines follow its old end.`);
  const from = report.days === null ? '' : `, ${report.days[0]} to ${report.days[1]}`;
  output.line(`${report.read} lines read${from}${report.format === null ? '' : ` (format ${report.format})`}`);
  output.line(`${report.kept} kept`);
  for (const [reason, count] of Object.entries(report.dropped)) {
    output.line(`${count} dropped: ${reason} (${DROP_REASONS[reason as DropReason]})`);
  }
  for (const { line, problem } of report.badLines) output.line(`  line ${line}: ${problem}`);
  if (report.late > 0)
    output.line(`${report.late} lines came more than an hour late and were counted where they stood.`);
  if (report.sharedDays.length > 0) {
    output.line(
      `Days that had been counted before as well, so that an anonymous visitor may count twice: ${report.sharedDays.join(', ')}.`,
    );
  }
  if ((report.dropped['out-of-order'] ?? 0) > 0) output.line('Sort the input by time and import it with --again.');
}
