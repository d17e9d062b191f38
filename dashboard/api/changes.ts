/** The log of what people have changed, and of who was refused. */
import { asFields, asFlag, asList, asNumberOrNull, asText, asTextOrNull } from './decode.ts';
import { getJson } from './request.ts';

export const CHANGES_FILE = '/app/api/changes.csv';

/** Who has changed what was due. */
export const SERVICE = 'passant';

/** Who was refused without being signed in. */
export const STRANGER = 'stranger';

export const CHANGE_KINDS = ['all', 'changes', 'refusals'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface ChangeQuestion {
  /** The id from which to go back; 0 for the newest. */
  before: number;
  kind: ChangeKind;
}

export interface Change {
  id: number;
  /** UTC ms. */
  at: number;
  /** E-mail address; '' for a command on the server, `SERVICE`, or `STRANGER`. */
  who: string;
  act: string;
  site: string | null;
  about: string;
  /** Of refusals: how often within the hour; null for what was done. */
  count: number | null;
}

/** @throws ApiError */
export async function fetchChanges(
  { before, kind }: ChangeQuestion,
  signal: AbortSignal,
): Promise<{ changes: readonly Change[]; hasMore: boolean }> {
  const query = new URLSearchParams({
    ...(before > 0 && { before: String(before) }),
    ...(kind !== 'all' && { only: kind }),
  });
  const path = query.size === 0 ? '/app/api/changes' : `/app/api/changes?${query}`;
  const { changes, more } = asFields(await getJson(path, signal));
  return {
    hasMore: asFlag(more),
    changes: asList(changes).map((each) => {
      const { id, at, who, act, site, about, count } = asFields(each);
      return {
        ...{ id: asNumberOrNull(id) ?? 0, at: asNumberOrNull(at) ?? 0, who: asText(who), act: asText(act) },
        ...{ site: asTextOrNull(site), about: asText(about), count: asNumberOrNull(count) },
      };
    }),
  };
}
