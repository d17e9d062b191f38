/** Sites of the back office: added and changed. Settings are texts, named as on the command line. */
import { asFields, asText } from './decode.ts';
import { getJson, postJson } from './request.ts';
import { sitePath } from './site-path.ts';

export type SiteTexts = Readonly<Record<string, string>>;

/** @returns its name as the server writes it @throws ApiError */
export async function addSite(domain: string, options: SiteTexts): Promise<string> {
  return asText(asFields(await postJson('/app/api/sites', { domain, ...options })).domain);
}

/** @throws ApiError */
export async function fetchSettings(domain: string, signal: AbortSignal): Promise<SiteTexts> {
  return decodeSettings(await getJson(sitePath(domain, 'settings'), signal));
}

/** What is left out stays as it is. @throws ApiError with details whose paths are `--<option>` */
export async function changeSettings(domain: string, changed: SiteTexts): Promise<SiteTexts> {
  return decodeSettings(await postJson(sitePath(domain, 'settings'), changed));
}

function decodeSettings(value: unknown): SiteTexts {
  const { settings } = asFields(value);
  return Object.fromEntries(Object.entries(asFields(settings)).map(([name, text]) => [name, asText(text)]));
}
