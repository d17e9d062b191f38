/** Secret links: those that are, and a form for another one. */
import { useState } from 'preact/hooks';
import type { SharedLink } from '../api/links.ts';
import { useApp } from '../state/app.ts';
import { CopyAddress } from './copy-address.tsx';
import { EmbeddingForm } from './embedding-form.tsx';
import { LinkAddress } from './link-address.tsx';
import { NewLinkForm } from './new-link-form.tsx';
import { SureButton } from './sure-button.tsx';
import type { Links } from './use-links.ts';

export function SecretLinks({ list, links }: { list: readonly SharedLink[]; links: Links }) {
  const { secret } = useApp().texts.value.share;
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="share-part" aria-labelledby="share-secret">
      <h3 id="share-secret">{secret.title}</h3>
      {list.length === 0 ? <p class="quiet">{secret.none}</p> : null}
      <ul class="share-links">
        {list.map((link) => (
          <SecretLink key={link.id} link={link} links={links} />
        ))}
      </ul>
      {isOpen ? (
        <NewLinkForm links={links} onDone={() => setOpen(false)} />
      ) : (
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {secret.make}
        </button>
      )}
    </section>
  );
}

function SecretLink({ link, links }: { link: SharedLink; links: Links }) {
  const words = useApp().texts.value.share;
  return (
    <li class="share-link" data-link={link.id}>
      <h4>
        <bdi>{link.name}</bdi>
      </h4>
      <LinkAddress link={link} />
      <div class="share-actions">
        <CopyAddress link={link} />
        <SureButton
          label={words.revoke}
          name={words.revokeName(link.name)}
          question={words.revokeSure}
          yes={words.revokeYes}
          onSure={() => links.revoke(link.id)}
        />
      </div>
      <EmbeddingForm link={link} links={links} />
    </li>
  );
}
