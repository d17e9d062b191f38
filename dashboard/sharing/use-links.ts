/** The links of a site while its sheet is open: read once, and again after every change. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { addLink, changeLink, type LinkChanges, listLinks, revokeLink, type SharedLink } from '../api/links.ts';

export interface Links {
  /** null while they are on their way. */
  list: readonly SharedLink[] | null;
  error: ApiError | null;
  reload(): void;
  /** @throws ApiError, as the other two */
  add(kind: 'public' | 'secret', changes: LinkChanges): Promise<void>;
  change(id: number, changes: LinkChanges): Promise<void>;
  revoke(id: number): Promise<void>;
}

export function useLinks(domain: string): Links {
  const [list, setList] = useState<readonly SharedLink[] | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const read = useCallback(async () => {
    try {
      setList(await listLinks(domain));
      setError(null);
    } catch (thrown) {
      setError(toApiError(thrown));
    }
  }, [domain]);
  useEffect(() => void read(), [read]);
  const after = async (change: Promise<void>) => {
    await change;
    await read();
  };
  return {
    ...{ list, error },
    reload: () => void read(),
    add: (kind, changes) => after(addLink(domain, kind, changes)),
    change: (id, changes) => after(changeLink(domain, id, changes)),
    revoke: (id) => after(revokeLink(domain, id)),
  };
}
