/** Settings as texts, and read back: a form that is sent as it was shown changes nothing. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describeSiteSettings } from '../../src/admin/describe-site-settings.ts';
import { parseSiteSettings, SITE_OPTIONS, type SiteOptions } from '../../src/admin/parse-site-settings.ts';
import { SCRIPT_FEATURES } from '../../src/domain/site.ts';

const some = <T>(values: readonly T[]) => fc.constantFrom(...values);
const OPTIONS: fc.Arbitrary<SiteOptions> = fc.record(
  {
    timezone: some(['UTC', 'Europe/Paris', 'Asia/Tokyo']),
    jurisdiction: some(['none', 'FR', 'US', 'DE', 'GB']),
    profile: some(['consented', 'exempt']),
    retention: some(['none', '1mo', '25mo']),
    'on-refusal': some(['anonymous', 'pageviews', 'none']),
    signals: some(['anonymous', 'exclude', 'ignore']),
    identifier: some(['cookie', 'storage', 'server']),
    features: fc.subarray([...SCRIPT_FEATURES]).map((each) => each.join(',') || 'none'),
    hosts: some(['', 'a.example', 'a.example, b.example']),
    'query-parameters': some(['', 'q', 'q,page']),
    'asked-by': some(['passant', 'other', 'nobody']),
    'exclude-addresses': some(['', '192.0.2.7', '192.0.2.99/24, 2001:db8::1/32']),
    'exclude-countries': some(['', 'fr', 'FR,DE']),
    'exclude-paths': some(['', '/admin/**', '/admin/**,/preview/*']),
    'exclude-hosts': some(['', 'Staging.example.org', 'a.example, *.b.example']),
    controller: some(['none', 'City of Example, Archive']),
    contact: some(['none', 'dpo@example.org', 'https://example.org/privacy']),
    'hosting-country': some(['none', 'FR']),
    review: some(['none', '2027-11-01']),
    analysis: some(['none', 'DPIA 7/2026']),
    'access-logs': some(['none', '0d', '31d']),
    backups: some(['none', '0d', '90d']),
    'small-cells': some(['off', '2', '12']),
    rounding: some(['on', 'off']),
  },
  { requiredKeys: [] },
);

describe('the settings of a site as texts', () => {
  it('are read back as they were', () => {
    fc.assert(
      fc.property(OPTIONS, (options) => {
        const settings = parseSiteSettings(options, null);
        const texts = describeSiteSettings(settings);
        expect(parseSiteSettings(texts, null)).toEqual(settings);
        expect(parseSiteSettings(texts, settings)).toEqual(settings);
      }),
    );
  });

  it('leave no option out', () => {
    const texts = describeSiteSettings(parseSiteSettings({}, null));
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(SITE_OPTIONS).toSorted());
  });
});
