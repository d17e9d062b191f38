/** The public page of a site: off until its owner says otherwise. */
import { useId } from 'preact/hooks';
import { LICENCES, type SharedLink } from '../api/links.ts';
import { useApp } from '../state/app.ts';
import { CopyAddress } from './copy-address.tsx';
import { EmbeddingForm } from './embedding-form.tsx';
import { LinkAddress } from './link-address.tsx';
import { SureButton } from './sure-button.tsx';
import { useAction } from './use-action.ts';
import type { Links } from './use-links.ts';

export function PublicPage({ link, links }: { link: SharedLink | null; links: Links }) {
  const { share } = useApp().texts.value;
  const words = share.public;
  return (
    <section class="share-part" aria-labelledby="share-public">
      <h3 id="share-public">{words.title}</h3>
      <p class="quiet">{link === null ? words.off : words.on}</p>
      {link === null ? (
        <SureButton
          label={words.make}
          question={words.confirm}
          yes={words.make}
          onSure={() => links.add('public', {})}
        />
      ) : (
        <div class="share-link" data-link={link.id} data-public="true">
          <LinkAddress link={link} />
          <div class="share-actions">
            <CopyAddress link={link} />
            <SureButton
              label={share.revokePublic}
              question={share.revokePublicSure}
              yes={share.revokePublicYes}
              onSure={() => links.revoke(link.id)}
            />
          </div>
          <LicenceChoice link={link} links={links} />
          <EmbeddingForm link={link} links={links} />
        </div>
      )}
    </section>
  );
}

function LicenceChoice({ link, links }: { link: SharedLink; links: Links }) {
  const words = useApp().texts.value.share.public;
  const id = useId();
  const { failure, run } = useAction();
  return (
    <div class="field">
      <label for={id}>{words.licence}</label>
      <select
        id={id}
        name="licence"
        value={link.licence ?? ''}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const licence = event.currentTarget.value || null;
          void run(() => links.change(link.id, { licence }));
        }}
      >
        <option value="">{words.noLicence}</option>
        {LICENCES.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <p class="hint" id={`${id}-hint`}>
        {words.licenceHint}
      </p>
      {failure === null ? null : (
        <p class="mistake" role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}
