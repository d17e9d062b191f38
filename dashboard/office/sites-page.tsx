/** The sites of the server that the reader may see: their figures, their settings, and a new one. */
import { useState } from 'preact/hooks';
import type { ServerState } from '../api/server-state.ts';
import { useApp, useTexts } from '../state/app.ts';
import { isAtLeast } from '../state/roles.ts';
import { Link } from '../ui/link.tsx';
import { AddSiteSheet } from './add-site-sheet.tsx';
import { RemovedSites } from './removed-sites.tsx';

export function SitesPage({ state }: { state: ServerState }) {
  const { place, reload } = useApp();
  const texts = useTexts('office').value;
  const words = texts.siteList;
  const [isAdding, setAdding] = useState(false);
  const mayAdd = isAtLeast(state.user?.role ?? null, 'admin');
  return (
    <>
      <div class="masthead">
        <h1>{words.title}</h1>
        <p class="page-lead">{words.lead}</p>
        {mayAdd ? (
          <button type="button" class="button" onClick={() => setAdding(true)}>
            {words.add}
          </button>
        ) : null}
      </div>
      <section class="panel" aria-labelledby="sites-title">
        <h2 id="sites-title">{words.list}</h2>
        {state.sites.length === 0 ? <p class="quiet">{words.none}</p> : null}
        <ul class="office-list">
          {state.sites.map((site) => (
            <li key={site.domain} class="office-item office-line" data-site={site.domain}>
              <div>
                <Link href={`/app/${encodeURIComponent(site.domain)}`}>
                  <bdi>{site.domain}</bdi>
                </Link>
                <p class="quiet">
                  {texts.account.roles[site.role]}
                  {site.hasEvents ? '' : ` · ${words.waiting}`}
                </p>
              </div>
              {isAtLeast(site.role, 'admin') ? (
                <Link
                  class="quiet-link"
                  href={`/app/-/sites/${encodeURIComponent(site.domain)}`}
                  label={words.of(site.domain)}
                >
                  {words.settings}
                </Link>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <RemovedSites count={state.sites.length} />
      {isAdding ? (
        <AddSiteSheet
          onClose={() => setAdding(false)}
          onAdded={async (domain) => {
            await reload();
            place.go(`/app/${encodeURIComponent(domain)}`);
          }}
        />
      ) : null}
    </>
  );
}
