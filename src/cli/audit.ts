/** `passant audit`: checks the service against its rules, and writes the report and the record of processing. */
import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import type { Commands } from '../control/commands.ts';
import { AppError } from '../domain/errors.ts';
import { AUDIT_RULES } from '../privacy/audit/all-rules.ts';
import type { RecordOfProcessing } from '../privacy/audit/record-of-processing.ts';
import { recordAsHtml, recordAsJson, recordAsMarkdown } from '../privacy/audit/render-record.ts';
import { reportAsHtml } from '../privacy/audit/report-html.ts';
import { RESULTS } from '../privacy/audit/rule.ts';
import { type AuditReport, hasFailed } from '../privacy/audit/run-audit.ts';
import { REPORT_LANGUAGES, type ReportLanguage } from '../privacy/audit/words.ts';
import { withCommands } from './open-commands.ts';
import type { Output } from './output.ts';
import type { RunCommand } from './run-command.ts';

interface AuditCommandOptions {
  site?: string;
  html?: string;
  record?: string;
  language: ReportLanguage;
}

export function addAuditCommand(program: Command, run: RunCommand): void {
  program
    .command('audit')
    .description('check the service against its privacy rules; status 1 when one that must hold fails')
    .option('--site <domain>', 'the site; all of them when not given')
    .option('--json', 'print one JSON value')
    .option('--html <file>', 'write the report, to be handed to a data-protection officer')
    .option('--record <file>', 'write the record of processing (GDPR art. 30): .json, .md or .html')
    .addOption(
      new Option('--language <language>', 'of report, record and messages').choices(REPORT_LANGUAGES).default('en'),
    )
    .action((options: AuditCommandOptions, command: Command) =>
      run(command, async ({ config, output }) => {
        const { language, html, record } = options;
        const writing = record === undefined ? null : writingFor(record);
        const isOneWanted = html !== undefined || record !== undefined || command.optsWithGlobals().json === true;
        const reports = await withCommands(config, 'audit', async (commands) => {
          const sites = await sitesOf(options.site, isOneWanted, commands);
          // Before the audit, which asks when the record was written.
          if (record !== undefined && writing !== null)
            writeFileSync(record, writing(await commands.exportRecord(sites[0] ?? ''), language));
          const made: AuditReport[] = [];
          for (const site of sites) made.push(await commands.audit(site));
          return made;
        });
        const [first] = reports;
        if (first === undefined)
          output.line('There is no site to look at; add one with `passant site add example.org`.');
        if (html !== undefined && first !== undefined) writeFileSync(html, reportAsHtml(first, language));
        for (const report of reports) print(report, language, output);
        if (first !== undefined) output.json(presentReport(first, language));
        if (reports.some(hasFailed)) process.exitCode = 1;
      }),
    );
}

async function sitesOf(given: string | undefined, isOneWanted: boolean, commands: Commands): Promise<string[]> {
  if (given !== undefined) return [given];
  const sites = (await commands.listSites()).filter(({ demo }) => !demo).map(({ domain }) => domain);
  if (isOneWanted && sites.length !== 1)
    throw new AppError('invalid', 'Say which site.', [
      { path: '--site', message: sites.length === 0 ? 'There is none yet.' : `One of ${sites.join(', ')}.` },
    ]);
  return sites;
}

/** The shape that programs rely on. */
function presentReport({ site, rules }: AuditReport, language: ReportLanguage): object {
  return { site, rules: rules.map(({ message, ...rule }) => ({ ...rule, message: message[language] })) };
}

function print(report: AuditReport, language: ReportLanguage, output: Output): void {
  const { site, rules } = report;
  output.line(`${site}\n`);
  output.table(
    ['rule', 'severity', 'result', 'what must hold'],
    rules.map(({ id, severity, result }) => [id, severity, result, titleOf(id, language)]),
  );
  for (const wanted of ['fail', 'unknown'] as const) {
    const own = rules.filter(({ result }) => result === wanted);
    if (own.length > 0) output.line(`\n${wanted}`);
    for (const { id, severity, message } of own) output.line(`  ${id} (${severity}) ${message[language]}`);
  }
  const counts = RESULTS.map((result) => `${rules.filter((rule) => rule.result === result).length} ${result}`);
  output.line(`\n${rules.length} rules: ${counts.join(', ')}.\n`);
}

function titleOf(id: string, language: ReportLanguage): string {
  return AUDIT_RULES.find((rule) => rule.id === id)?.title[language] ?? '';
}

type Writing = (record: RecordOfProcessing, language: ReportLanguage) => string;

const WRITINGS: Readonly<Record<string, Writing>> = {
  '.json': (record, language) => `${JSON.stringify(recordAsJson(record, language), null, 2)}\n`,
  '.html': recordAsHtml,
  '.md': recordAsMarkdown,
};

/** How the file's ending wants the record to be written. @throws AppError `invalid` for another ending */
function writingFor(file: string): Writing {
  const writing = WRITINGS[extname(file)];
  if (writing !== undefined) return writing;
  throw new AppError('invalid', 'The record of processing is written as .json, .md or .html.', [
    { path: '--record', message: 'Name a file that ends in one of them.' },
  ]);
}
