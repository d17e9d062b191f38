/** The sheet by which an owner shares a site: a public page, secret links, and what each allows. */
import type { Site } from '../api/server-state.ts';
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import { PublicPage } from './public-page.tsx';
import { SecretLinks } from './secret-links.tsx';
import { useLinks } from './use-links.ts';

export function ShareSheet({ site }: { site: Site }) {
  const words = useApp().texts.value.share;
  const { go } = useView();
  const links = useLinks(site.domain);
  return (
    <Dialog title={words.title(site.domain)} kind="share" onClose={() => go({ open: null })}>
      <p class="share-intro">{words.intro}</p>
      {links.error !== null && links.list === null ? (
        <Failure error={links.error} onRetry={links.reload} />
      ) : links.list === null ? (
        <span class="skeleton lazy" aria-hidden="true" />
      ) : (
        <>
          <PublicPage link={links.list.find(({ isPublic }) => isPublic) ?? null} links={links} />
          <SecretLinks list={links.list.filter(({ isPublic }) => !isPublic)} links={links} />
        </>
      )}
    </Dialog>
  );
}
