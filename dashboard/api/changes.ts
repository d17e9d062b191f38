/** The log of what people have changed. */
import { asFields, asFlag, asList, asNumberOrNull, asText, asTextOrNull } from './decode.ts';
import { getJson } from './request.ts';

export const CHANGES_FILE = '/app/api/changes.csv';

/** Who has changed what was due. */
export const SERVICE = 'passant';

export interface Change {
  id: number;
  /** UTC ms. */
  at: number;
  /** E-mail address; '' for a command on the server, or `SERVICE`. */
  who: string;
  act: string;
  site: string | null;
  about: string;
}

/** @param before the id from which to go back; 0 for the newest @throws ApiError */
export async function fetchChanges(
  before: number,
  signal: AbortSignal,
): Promise<{ changes: readonly Change[]; hasMore: boolean }> {
  const path = `/app/api/changes${before === 0 ? '' : `?before=${before}`}`;
  const { changes, more } = asFields(await getJson(path, signal));
  return {
    hasMore: asFlag(more),
    changes: asList(changes).map((each) => {
      const { id, at, who, act, site, about } = asFields(each);
      return {
        ...{ id: asNumberOrNull(id) ?? 0, at: asNumberOrNull(at) ?? 0, who: asText(who), act: asText(act) },
        ...{ site: asTextOrNull(site), about: asText(about) },
      };
    }),
  };
}
