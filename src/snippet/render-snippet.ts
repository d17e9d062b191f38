/** The lines that a site pastes into its pages. */
import { createHash } from 'node:crypto';
import type { Site } from '../domain/site.ts';
import { composeScript, type ScriptChoice, type ScriptPieces } from './compose-script.ts';

/** The script that a site's settings ask for. */
export function choiceOf({
  features,
  identifier,
  dateFlag,
}: Pick<Site, 'features' | 'identifier' | 'dateFlag'>): ScriptChoice {
  return { features: [...features, ...(dateFlag ? ['date-flag'] : [])], identifier, adapter: null };
}

/**
 * A script tag whose address names the site, so that it follows the site's settings.
 * @param folder where scripts are, such as `https://count.example.org/count`
 */
export function renderSnippet(site: Site, folder: string): string {
  return tagOf(site, `${folder}/s.js?site=${encodeURIComponent(site.domain)}`, '');
}

/**
 * The same with the hash of the script as it is now (Subresource Integrity). Its address names what the script does, so that only
 * a new version changes it, not the settings.
 */
export function renderPinnedSnippet(site: Site, folder: string, pieces: ScriptPieces): string {
  const choice = choiceOf(site);
  const hash = createHash('sha384').update(composeScript(pieces, choice)).digest('base64');
  const place = choice.identifier === 'cookie' ? '' : `&identifier=${choice.identifier}`;
  const address = `${folder}/s.js?with=${choice.features.join(',')}${place}`;
  return tagOf(site, address, ` integrity="sha384-${hash}" crossorigin="anonymous"`);
}

function tagOf({ domain, dateFlag, timezone }: Site, address: string, more: string): string {
  // The date that a device keeps is one of the site's days, wherever the visitor is.
  const zone = dateFlag ? ` data-timezone="${timezone}"` : '';
  const source = address.replaceAll('&', '&amp;');
  return `<script defer src="${source}"${more} data-site="${domain}"${zone}></script>`;
}
