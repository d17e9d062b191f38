/** Chooses among the sites; with a single one it only names it. */
import type { Site } from '../api/server-state.ts';
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { Link } from './link.tsx';
import { Menu } from './menu.tsx';

export function SitePicker({ site }: { site: Site }) {
  const { server, texts } = useApp();
  const { hrefOf } = useView();
  const sites = server.value?.sites ?? [];
  if (sites.length < 2) return <span class="only-site">{site.domain}</span>;
  return (
    <Menu label={<span class="clipped">{site.domain}</span>} name={`${texts.value.sites.choose}: ${site.domain}`}>
      {(close) => (
        <ul class="choices">
          {sites.map(({ domain }) => (
            <li key={domain}>
              <Link
                // Filters belong to one site's values; the period is kept.
                href={hrefOf({ domain, conditions: [], more: [] })}
                isCurrent={domain === site.domain}
                onFollow={close}
              >
                {domain}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Menu>
  );
}
