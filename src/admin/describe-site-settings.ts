/** A site's settings as the texts that would set them: what a form shows, and what `parseSiteSettings` reads back. */
import type { SiteSettings } from '../domain/site.ts';
import type { SiteOption } from './parse-site-settings.ts';

export function describeSiteSettings(settings: SiteSettings): Record<SiteOption, string> {
  const { retentionMonths, accessLogDays, backupDays } = settings;
  return {
    timezone: settings.timezone,
    jurisdiction: settings.jurisdiction ?? 'none',
    anonymous: settings.anonymous,
    'date-flag': onOff(settings.dateFlag),
    profile: settings.profile,
    retention: retentionMonths === null ? 'none' : `${retentionMonths}mo`,
    'on-refusal': settings.onRefusal,
    signals: settings.signals,
    identifier: settings.identifier,
    features: settings.features.length === 0 ? 'none' : settings.features.join(','),
    hosts: settings.hosts.join(','),
    'query-parameters': settings.queryParameters.join(','),
    'asked-by': settings.askedBy,
    'exclude-addresses': settings.excludedAddresses.join(','),
    'exclude-countries': settings.excludedCountries.join(','),
    'exclude-paths': settings.excludedPaths.join(','),
    'exclude-hosts': settings.excludedHosts.join(','),
    controller: settings.controller ?? 'none',
    contact: settings.contact ?? 'none',
    'hosting-country': settings.hostingCountry ?? 'none',
    review: settings.reviewOn ?? 'none',
    analysis: settings.analysis ?? 'none',
    'access-logs': accessLogDays === null ? 'none' : `${accessLogDays}d`,
    backups: backupDays === null ? 'none' : `${backupDays}d`,
    'small-cells': settings.smallCells === 0 ? 'off' : String(settings.smallCells),
    rounding: onOff(settings.rounding),
  };
}

function onOff(isOn: boolean): string {
  return isOn ? 'on' : 'off';
}
