/** The segments of a site: filters that it keeps under a name. */
import { asFields, asList, asNumberOrNull, asText } from './decode.ts';
import { changeJson, getJson } from './request.ts';
import { sitePath } from './site-path.ts';

export interface Segment {
  id: number;
  name: string;
  /** In the form of the query API. */
  filters: readonly unknown[];
}

/** @throws ApiError */
export async function listSegments(domain: string, signal: AbortSignal): Promise<readonly Segment[]> {
  return asList(asFields(await getJson(sitePath(domain, 'segments'), signal)).segments).map(decodeSegment);
}

/** @throws ApiError */
export async function addSegment(domain: string, segment: Omit<Segment, 'id'>): Promise<Segment> {
  return decodeSegment(await changeJson('POST', sitePath(domain, 'segments'), segment));
}

/** Another name, other filters, or both. @throws ApiError */
export async function changeSegment(
  domain: string,
  id: number,
  changes: Partial<Omit<Segment, 'id'>>,
): Promise<Segment> {
  return decodeSegment(await changeJson('PUT', sitePath(domain, `segments/${id}`), changes));
}

/** @throws ApiError */
export async function removeSegment(domain: string, id: number): Promise<void> {
  await changeJson('DELETE', sitePath(domain, `segments/${id}`));
}

function decodeSegment(value: unknown): Segment {
  const { id, name, filters } = asFields(value);
  return { id: asNumberOrNull(id) ?? 0, name: asText(name), filters: asList(filters) };
}
