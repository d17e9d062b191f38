/** Every mistake in a site's settings has words in every language, which name what the server's sentence names. */
import { describe, expect, it } from '@jest/globals';
import { createFormat } from '../../../dashboard/i18n/format.ts';
import { LANGUAGES } from '../../../dashboard/i18n/languages.ts';
import { loadLaterTexts } from '../../../dashboard/i18n/later-texts.ts';
import { sayMistake } from '../../../dashboard/office/say-mistake.ts';
import { parseSiteSettings, type SiteOptions } from '../../../src/admin/parse-site-settings.ts';
import { SETTINGS_MISTAKES } from '../../../src/admin/settings-mistakes.ts';
import { AppError, type ErrorDetail } from '../../../src/domain/errors.ts';

/** One way to make each mistake, and what its sentence has to name. */
const MADE: Record<keyof typeof SETTINGS_MISTAKES, [SiteOptions, ...named: string[]]> = {
  'one-of': [{ profile: 'no' }, 'consented, exempt'],
  'time-zone': [{ timezone: 'Mars' }],
  'click-identifier': [{ 'query-parameters': 'gclid' }, 'gclid'],
  'no-campaigns': [{ profile: 'exempt', 'query-parameters': 'utm_source' }, 'utm_'],
  'highest-level': [{ jurisdiction: 'DE', anonymous: 'two-day' }],
  country: [{ jurisdiction: 'France' }],
  'on-off': [{ rounding: 'maybe' }],
  'no-date': [{ jurisdiction: 'DE', 'date-flag': 'on' }],
  months: [{ retention: 'for ever' }, '1', '999'],
  'unknown-features': [{ features: 'magic' }, 'magic'],
  'host-entry': [{ hosts: 'a.example,-' }, '2'],
  'parameter-entry': [{ 'query-parameters': 'q,a b' }, '2'],
  'too-many-entries': [{ 'exclude-hosts': Array.from({ length: 102 }, () => 'a.example').join(',') }, '100', '102'],
  'excluded-address': [{ 'exclude-addresses': '192.0.2.1,nowhere' }, '2', 'nowhere'],
  'excluded-country': [{ 'exclude-countries': 'FR,XX' }, '2', 'XX'],
  'excluded-path': [{ 'exclude-paths': '/a,b' }, '2', '(b)', '10', '500'],
  'excluded-host': [{ 'exclude-hosts': 'a.example,-' }, '2', '(-)'],
  'too-long': [{ controller: 'a'.repeat(201) }, '200'],
  contact: [{ contact: 'nobody' }, 'https://'],
  date: [{ review: 'soon' }],
  days: [{ backups: 'long' }, '0'],
  'small-cells': [{ 'small-cells': '1' }, '2'],
};

function mistakeOf(options: SiteOptions): ErrorDetail {
  try {
    parseSiteSettings(options, null);
  } catch (error) {
    const [detail] = error instanceof AppError ? error.details : [];
    if (detail !== undefined) return detail;
  }
  throw new Error('there was no mistake');
}

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(Object.keys(SETTINGS_MISTAKES) as (keyof typeof SETTINGS_MISTAKES)[])('%s has words', async (code) => {
    const [options, ...named] = MADE[code];
    const detail = mistakeOf(options);
    expect(detail.code).toBe(code);
    const format = createFormat(language);
    const said = sayMistake(detail, await loadLaterTexts(language, 'office'), format);
    const country = detail.params?.country === undefined ? [] : [format.country('DE')];
    for (const name of [...named, ...country]) expect(said).toContain(name);
    expect(said).not.toMatch(/undefined|\{|two-day/);
    if (language !== 'en') expect(said).not.toBe(detail.message);
  });
});

it('says without a country that none is stated, and what has no words in the words of the server', async () => {
  const [texts, format] = [await loadLaterTexts('fr', 'office'), createFormat('fr')];
  expect(sayMistake(mistakeOf({ 'date-flag': 'on' }), texts, format)).toMatch(/^Sans pays/);
  expect(sayMistake({ path: '--hosts', message: 'As it is.' }, texts, format)).toBe('As it is.');
  expect(sayMistake({ path: '--hosts', message: 'As it is.', code: 'later' }, texts, format)).toBe('As it is.');
});
