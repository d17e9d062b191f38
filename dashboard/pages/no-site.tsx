/** When there is nothing to show figures of. */
import type { Site } from '../api/server-state.ts';
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { writeView } from '../state/view.ts';
import { Footer } from '../ui/footer.tsx';
import { Link } from '../ui/link.tsx';
import { TopBar } from '../ui/top-bar.tsx';

const ADD_SITE = 'passant site add example.org';

export function NoSites() {
  const { errors } = useApp().texts.value;
  return (
    <>
      <TopBar site={null} today="" />
      <main class="page">
        <section class="notice">
          <h1>{errors.noSites}</h1>
          <pre class="snippet">
            <code>{ADD_SITE}</code>
          </pre>
        </section>
      </main>
      <Footer />
    </>
  );
}

export function UnknownSite({ domain, sites }: { domain: string; sites: readonly Site[] }) {
  const { errors } = useApp().texts.value;
  const { view } = useView();
  return (
    <>
      <TopBar site={null} today="" />
      <main class="page">
        <section class="notice">
          <h1>{errors.unknownSite(domain)}</h1>
          <p>{errors.otherSites}</p>
          <ul class="plain-list">
            {sites.map((site) => (
              <li key={site.domain}>
                <Link href={writeView({ ...view, domain: site.domain, conditions: [] })}>{site.domain}</Link>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <Footer />
    </>
  );
}
