/** What only owners do to a whole site: give it away, empty it, remove it. */
import { emptySite, removeSite } from '../api/end-of-site.ts';
import type { ServerState, Site } from '../api/server-state.ts';
import { useApp, useTexts } from '../state/app.ts';
import { ConfirmedAct } from './confirmed-act.tsx';
import { GiveSite } from './give-site.tsx';

export function EndOfSite({ site, user }: { site: Site; user: ServerState['user'] }) {
  const { place, reload } = useApp();
  const words = useTexts('office').value.ending;
  const { domain } = site;
  return (
    <>
      <section class="panel office-end" aria-labelledby="give-title">
        <h2 id="give-title">{words.give}</h2>
        <GiveSite domain={domain} everywhere={user?.role ?? null} />
      </section>
      <section class="panel office-end" aria-labelledby="empty-title">
        <h2 id="empty-title">{words.empty}</h2>
        <ConfirmedAct
          domain={domain}
          label={words.emptyMore(domain)}
          verb={words.empty}
          done={words.emptied}
          onConfirm={async (written) => {
            await emptySite(domain, written);
            await reload();
          }}
        />
      </section>
      <section class="panel office-end" aria-labelledby="remove-title">
        <h2 id="remove-title">{words.remove}</h2>
        <ConfirmedAct
          domain={domain}
          label={words.removeMore(domain)}
          verb={words.remove}
          onConfirm={async (written) => {
            await removeSite(domain, written);
            place.go('/app/-/sites');
            await reload();
          }}
        />
      </section>
    </>
  );
}
