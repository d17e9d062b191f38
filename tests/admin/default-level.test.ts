/** The level of a site whose owner has named none: as high as the audit of the same site lets it be. */
import { describe, expect, it } from '@jest/globals';
import { parseSiteSettings, type SiteOptions } from '../../src/admin/parse-site-settings.ts';
import { levelFitsProfile, levelIsAllowed } from '../../src/domain/jurisdiction.ts';
import { PROFILES } from '../../src/domain/site.ts';

const COUNTRIES = ['FR', 'ES', 'NL', 'DE', 'GB', 'AT', 'US', 'none'];

describe('the default level', () => {
  it.each([
    [{ jurisdiction: 'FR' }, 'exempt', 'two-day'],
    [{ jurisdiction: 'FR', profile: 'exempt' }, 'exempt', 'two-day'],
    [{ jurisdiction: 'FR', profile: 'consented' }, 'consented', 'visits'],
    [{ jurisdiction: 'NL', profile: 'consented' }, 'consented', 'visits'],
    [{ jurisdiction: 'US', profile: 'consented' }, 'consented', 'two-day'],
    [{ profile: 'consented' }, 'consented', 'day'],
  ] as const)('of %j', (options, profile, anonymous) => {
    expect(parseSiteSettings(options, null)).toMatchObject({ profile, anonymous });
  });

  it.each(COUNTRIES.flatMap((jurisdiction) => PROFILES.map((profile) => [jurisdiction, profile] as const)))(
    'passes the audit of a site in %s with the profile %s',
    (jurisdiction, profile) => {
      const site = parseSiteSettings({ jurisdiction, profile }, null);
      expect(levelIsAllowed(site.anonymous, site.jurisdiction)).toBe(true);
      expect(levelFitsProfile(site.anonymous, site.jurisdiction, site.profile)).toBe(true);
    },
  );

  it('follows a change of profile, but not one of something else, nor a level that was named', () => {
    const exempt = parseSiteSettings({ jurisdiction: 'FR' }, null);
    const change = (options: SiteOptions, current = exempt) => parseSiteSettings(options, current).anonymous;
    expect(change({ profile: 'consented' })).toBe('visits');
    const named = parseSiteSettings({ profile: 'consented', anonymous: 'day' }, exempt);
    expect(named.anonymous).toBe('day');
    expect(change({ retention: '13mo' }, named)).toBe('day');
  });
});
