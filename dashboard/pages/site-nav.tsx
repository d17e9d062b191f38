/** The ways between the pages of a site: links, of which the one on show is marked. */
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { PAGES } from '../state/view.ts';
import { Link } from '../ui/link.tsx';
import { useCurrentInSight } from '../ui/use-current-in-sight.ts';

/** What only the page of figures understands. */
const LEFT_BEHIND = { tabs: [], asTable: false };

export function SiteNav() {
  const { texts } = useApp();
  const { view, hrefOf } = useView();
  const list = useCurrentInSight<HTMLUListElement>(view.page);
  return (
    <nav class="site-nav" aria-label={texts.value.sitePages.title}>
      <ul class="sideways" ref={list}>
        {PAGES.map((page) => (
          <li key={page}>
            <Link
              href={page === view.page ? hrefOf({}) : hrefOf({ page, ...LEFT_BEHIND })}
              isCurrent={page === view.page && 'page'}
            >
              {texts.value.sitePages[page]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
