/** What the code offers stands in the documentation, and what the documentation shows is there. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { COOKIE_OPTIONS, COOKIE_TEXTS } from '../../src/admin/parse-cookie.ts';
import { GOAL_OPTIONS } from '../../src/admin/parse-goal.ts';
import { SITE_OPTIONS } from '../../src/admin/parse-site-settings.ts';
import { SCOPES } from '../../src/auth/ports.ts';
import { SETTINGS } from '../../src/config/settings.ts';
import { ALLOWED_FIELDS } from '../../src/consent/allowed-fields.ts';
import { DROP_REASONS } from '../../src/domain/drop-reason.ts';
import { ERROR_CODES } from '../../src/domain/errors.ts';
import { ruleFor } from '../../src/domain/jurisdiction.ts';
import { ANONYMOUS_LEVELS, LEVELS } from '../../src/domain/levels.ts';
import { SCRIPT_FEATURES } from '../../src/domain/site.ts';
import { AUDIT_RULES } from '../../src/privacy/audit/all-rules.ts';
import { RANGE_WORDS } from '../../src/stats/date-range.ts';
import { DIMENSION_NAMES, TIME_DIMENSIONS } from '../../src/stats/dimensions.ts';
import { METRICS } from '../../src/stats/metrics.ts';
import { FILTER_OPERATORS } from '../../src/stats/plan.ts';
import { LOG_FORMATS } from '../../src/transfer/log-formats.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('the documentation', () => {
  it.each([
    ['docs/configuration.md', 'settings', SETTINGS.map(({ name }) => `\`${name}\``)],
    ['docs/configuration.md', 'commands', readdirSync(join(ROOT, 'src/cli')).flatMap(commandOf)],
    ['docs/configuration.md', 'site options', Object.keys(SITE_OPTIONS).map((option) => `--${option}`)],
    ['docs/configuration.md', 'goal options', [...Object.keys(GOAL_OPTIONS), 'prop'].map((option) => `--${option}`)],
    [
      'docs/rights.md',
      'cookie options',
      [...Object.keys(COOKIE_OPTIONS), ...Object.keys(COOKIE_TEXTS)].map((option) => `--${option}`),
    ],
    ['docs/configuration.md', 'scopes of keys', SCOPES.map(String)],
    [
      'docs/configuration.md',
      'metrics for operators',
      ['passant_events_total', 'passant_events_waiting', 'passant_outbound_total'],
    ],
    ['docs/client.md', 'features', SCRIPT_FEATURES.map((name) => `\`${name}\``)],
    ['docs/api.md', 'drop reasons', Object.keys(DROP_REASONS).map((reason) => `\`${reason}\``)],
    ['docs/api.md', 'error codes', ERROR_CODES.map((code) => `\`${code}\``)],
    ['docs/api.md', 'dimensions', [...TIME_DIMENSIONS, ...DIMENSION_NAMES].map((name) => `\`${name}\``)],
    ['docs/api.md', 'operators', FILTER_OPERATORS.map((name) => `\`${name}\``)],
    ['docs/api.md', 'ranges', RANGE_WORDS.map((word) => `\`${word}\``)],
    ['docs/api.md', 'log formats', Object.keys(LOG_FORMATS)],
    ['docs/how-we-count.md', 'metrics', Object.keys(METRICS).map((name) => `\`${name}\``)],
    ['docs/privacy.md', 'fields', Object.keys(ALLOWED_FIELDS).map((field) => `\`${field}\``)],
  ])('%s has all %s', (file, _what, words) => {
    const text = read(file);
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
  });

  it('tells of each level what the table of levels says', () => {
    const lives = ['never', 'its day and 30 minutes', 'its day, the next day and 30 minutes'];
    const word = (isSo: boolean) => (isSo ? 'yes' : 'no');
    const expected = ANONYMOUS_LEVELS.map((level) => {
      const { mode, hashes, comparesYesterday, counts, keyDays } = LEVELS[level];
      return [`\`${level}\``, `\`${mode}\``, word(hashes), word(comparesYesterday), counts.join(', '), lives[keyDays]];
    });
    expect(tableOf('docs/how-we-count.md', 'level')).toEqual(expected);
  });

  it('tells of each jurisdiction what the table of jurisdictions says', () => {
    const others: Record<string, string | null> = {
      'the rest of EU and EEA': 'AT',
      elsewhere: 'US',
      'none stated': null,
    };
    const rows = tableOf('docs/how-we-count.md', 'jurisdiction');
    expect(rows).toHaveLength(6);
    for (const [where = '', highest, dateFlag] of rows) {
      for (const country of where in others ? [others[where] ?? null] : where.split(', ')) {
        const rule = ruleFor(country);
        expect([country, `\`${rule.highest}\``, rule.dateFlag]).toEqual([
          country,
          highest,
          dateFlag?.startsWith('yes'),
        ]);
      }
    }
  });

  it('tells of each rule of the audit what the code says', () => {
    const expected = AUDIT_RULES.map(({ id, severity, scope, title, source }) => [
      id,
      severity,
      scope,
      title.en,
      source,
    ]);
    expect(tableOf('docs/audit.md', 'rule')).toEqual(expected);
  });

  it('links to files that exist', () => {
    const pages = [
      'README.md',
      'CONTRIBUTING.md',
      ...readdirSync(join(ROOT, 'docs'))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `docs/${name}`),
    ];
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
        .map(([, target]) => join(page, '..', target ?? ''))
        .filter((target) => !existsSync(join(ROOT, target)))
        .map((target) => `${page} -> ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('keeps the README under 150 lines', () => {
    expect(read('README.md').split('\n').length).toBeLessThan(150);
  });
});

/** The cells of the table whose first column is headed so. */
function tableOf(file: string, head: string): string[][] {
  const lines = read(file).split('\n');
  const from = lines.findIndex((line) => line.startsWith(`| ${head} |`)) + 2;
  const length = lines.slice(from).findIndex((line) => !line.startsWith('|'));
  const cellsOf = (line: string) => line.slice(1, -1).split('|');
  return lines.slice(from, from + length).map((line) => cellsOf(line).map((cell) => cell.trim()));
}

function commandOf(file: string): string[] {
  const helpers = [
    'end-site.ts',
    'export-file.ts',
    'open-commands.ts',
    'output.ts',
    'program.ts',
    'read-filter.ts',
    'read-identifiers.ts',
    'run-command.ts',
    'write-out.ts',
  ];
  return helpers.includes(file) ? [] : [`passant ${file.slice(0, -3)}`];
}
