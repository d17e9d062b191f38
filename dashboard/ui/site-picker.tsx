/** Chooses among the sites, by a search where there are many; with a single one it only names it. */
import { useState } from 'preact/hooks';
import type { Site } from '../api/server-state.ts';
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { Link } from './link.tsx';
import { Menu } from './menu.tsx';

/** More than these are searched rather than read. */
const FEW = 8;

export function SitePicker({ site }: { site: Site }) {
  const { server, texts } = useApp();
  const sites = server.value?.sites ?? [];
  if (sites.length < 2) return <span class="only-site">{site.domain}</span>;
  return (
    <Menu
      label={<span class="clipped">{site.domain}</span>}
      name={`${texts.value.sites.choose}: ${site.domain}`}
      shortcut={{ key: 'j', group: 'page', say: ({ shortcuts }) => shortcuts.names.site }}
    >
      {(close) => <SiteList site={site} sites={sites} onChosen={close} />}
    </Menu>
  );
}

interface SiteListProps {
  site: Site;
  sites: readonly Site[];
  onChosen: () => void;
}

function SiteList({ site, sites, onChosen }: SiteListProps) {
  const words = useApp().texts.value.sites;
  const { hrefOf, go } = useView();
  const [wanted, setWanted] = useState('');
  const found = sites.filter(({ domain }) => domain.toLowerCase().includes(wanted.trim().toLowerCase()));
  // Filters and what is open belong to one site's values; period and comparison are kept.
  const there = (domain: string) => ({ domain, conditions: [], more: [], open: null });
  return (
    <>
      {sites.length > FEW ? (
        <form
          class="choices-search"
          onSubmit={(event) => {
            event.preventDefault();
            const [first] = found;
            if (first === undefined) return;
            go(there(first.domain));
            onChosen();
          }}
        >
          <input
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            value={wanted}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setWanted(event.currentTarget.value)}
          />
          <p class="unseen" role="status">
            {wanted === '' ? '' : words.found(found.length)}
          </p>
        </form>
      ) : null}
      {found.length === 0 ? <p class="choices-none">{words.found(0)}</p> : null}
      <ul class="choices choices-long">
        {found.map(({ domain }) => (
          <li key={domain}>
            <Link href={hrefOf(there(domain))} isCurrent={domain === site.domain} onFollow={onChosen}>
              {domain}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
