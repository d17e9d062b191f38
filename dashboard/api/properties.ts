/** The names of the properties that a site's events have had. */
import { asFields, asList, asText } from './decode.ts';
import { getJson } from './request.ts';

/** @throws ApiError */
export async function fetchProperties(domain: string, signal: AbortSignal): Promise<readonly string[]> {
  const answer = await getJson(`/app/api/v2/properties?site_id=${encodeURIComponent(domain)}`, signal);
  return asList(asFields(answer).results)
    .map((name) => asText(name))
    .filter((name) => name !== '');
}
