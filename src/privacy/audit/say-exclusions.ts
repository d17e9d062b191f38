/** What a site does not count, in words for the report and the record of processing. */
import type { ExclusionSettings } from '../../domain/exclusions.ts';
import { type ReportLanguage, say, type Words } from './words.ts';

/** Each kind that has entries, with them; null where everything is counted. */
export function sayExclusions(site: ExclusionSettings): Words | null {
  const kinds: [Words, readonly string[]][] = [
    [say('addresses', 'adresses'), site.excludedAddresses],
    [say('countries', 'pays'), site.excludedCountries],
    [say('pages', 'pages'), site.excludedPaths],
    [say('hosts', 'hôtes'), site.excludedHosts],
  ];
  const said = kinds.filter(([, entries]) => entries.length > 0);
  if (said.length === 0) return null;
  const list = (language: ReportLanguage, colon: string, between: string) =>
    said.map(([kind, entries]) => `${kind[language]}${colon} ${entries.join(', ')}`).join(between);
  return say(list('en', ':', '; '), list('fr', ' :', ' ; '));
}
