/** By which dimensions the open tab may show its rows, and by which one it does. */
import { useEffect, useState } from 'preact/hooks';
import { fetchProperties } from '../api/properties.ts';
import type { Site } from '../api/server-state.ts';
import type { FilterDimension } from '../state/conditions.ts';
import type { Chosen } from './tab-choice.ts';

interface Choices {
  choices: readonly FilterDimension[];
  /** null when there is nothing to choose from, or not yet. */
  chosen: Chosen | null;
}

export function useChoices(open: Chosen, site: Site): Choices {
  const { tab, choice } = open;
  const isOfProperties = tab.choices === 'properties';
  const properties = useProperties(isOfProperties ? site.domain : null);
  if (!isOfProperties) return { choices: (tab.choices ?? []) as readonly FilterDimension[], chosen: open };
  const known = properties.map((name): FilterDimension => `event:props:${name}`);
  const wanted = choice ?? known[0] ?? null;
  if (wanted === null) return { choices: [], chosen: null };
  return { choices: known.includes(wanted) ? known : [wanted, ...known], chosen: { tab, choice: wanted } };
}

/** The names of the properties that the site's events have had. @param domain null for not now */
export function useProperties(domain: string | null): readonly string[] {
  const [known, setKnown] = useState<{ domain: string; names: readonly string[] } | null>(null);
  useEffect(() => {
    if (domain === null || known?.domain === domain) return;
    const controller = new AbortController();
    fetchProperties(domain, controller.signal)
      .then((names) => setKnown({ domain, names }))
      // Without the list a property can still be asked for by its name in the address.
      .catch(() => {});
    return () => controller.abort();
  }, [domain, known]);
  return known !== null && known.domain === domain ? known.names : [];
}
