/** What the code offers stands in the documentation, and what the documentation shows is there. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SITE_OPTIONS } from '../../src/admin/parse-site-settings.ts';
import { SCOPES } from '../../src/auth/ports.ts';
import { SETTINGS } from '../../src/config/settings.ts';
import { ALLOWED_FIELDS } from '../../src/consent/allowed-fields.ts';
import { DROP_REASONS } from '../../src/domain/drop-reason.ts';
import { ERROR_CODES } from '../../src/domain/errors.ts';
import { ANONYMOUS_LEVELS } from '../../src/domain/site.ts';
import { RANGE_WORDS } from '../../src/stats/date-range.ts';
import { DIMENSIONS, TIME_DIMENSIONS } from '../../src/stats/dimensions.ts';
import { METRICS } from '../../src/stats/metrics.ts';
import { LOG_FORMATS } from '../../src/transfer/log-formats.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('the documentation', () => {
  it.each([
    ['docs/configuration.md', 'settings', SETTINGS.map(({ name }) => `\`${name}\``)],
    ['docs/configuration.md', 'commands', readdirSync(join(ROOT, 'src/cli')).flatMap(commandOf)],
    ['docs/configuration.md', 'site options', Object.keys(SITE_OPTIONS).map((option) => `--${option}`)],
    ['docs/configuration.md', 'scopes of keys', SCOPES.map(String)],
    ['docs/configuration.md', 'metrics for operators', ['passant_events_total', 'passant_events_waiting']],
    ['docs/api.md', 'drop reasons', Object.keys(DROP_REASONS).map((reason) => `\`${reason}\``)],
    ['docs/api.md', 'error codes', ERROR_CODES.map((code) => `\`${code}\``)],
    ['docs/api.md', 'dimensions', [...TIME_DIMENSIONS, ...Object.keys(DIMENSIONS)].map((name) => `\`${name}\``)],
    ['docs/api.md', 'ranges', RANGE_WORDS.map((word) => `\`${word}\``)],
    ['docs/api.md', 'log formats', Object.keys(LOG_FORMATS)],
    ['docs/how-we-count.md', 'metrics', Object.keys(METRICS).map((name) => `\`${name}\``)],
    ['docs/how-we-count.md', 'levels', ANONYMOUS_LEVELS.map((level) => `\`${level}\``)],
    ['docs/privacy.md', 'fields', Object.keys(ALLOWED_FIELDS).map((field) => `\`${field}\``)],
  ])('%s has all %s', (file, _what, words) => {
    const text = read(file);
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
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

function commandOf(file: string): string[] {
  const helpers = ['open-commands.ts', 'output.ts', 'program.ts', 'run-command.ts'];
  return helpers.includes(file) ? [] : [`passant ${file.slice(0, -3)}`];
}
