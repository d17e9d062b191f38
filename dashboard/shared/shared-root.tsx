/** A shared page: its figures, the form for its password, or why there is nothing. */
import { useEffect } from 'preact/hooks';
import { Door } from '../pages/door.tsx';
import { useApp } from '../state/app.ts';
import { readGround } from './ground.ts';
import { PasswordForm } from './password-form.tsx';
import { SharedPage } from './shared-page.tsx';
import { useToldHeight } from './use-told-height.ts';

export function SharedRoot() {
  const { shared, texts, place } = useApp();
  const page = shared?.page.value ?? null;
  const ground = shared?.isEmbedded === true ? readGround(place.address.value.search) : null;
  useEffect(() => {
    if (ground !== null) document.documentElement.style.setProperty('--paper', ground);
  }, [ground]);
  useToldHeight(shared?.isEmbedded === true ? (page?.embedding ?? 'none') : 'none');

  if (page === null) return null;
  // The key makes a page of its own of each site.
  if (page.site !== null) return <SharedPage key={page.site.domain} page={page} site={page.site} />;
  if (page.access === 'locked') return <PasswordForm />;
  const { title, more } = texts.value.shared.ended[page.access === 'open' ? 'missing' : page.access];
  return (
    <Door title={title}>
      <p class="door-intro">{more}</p>
    </Door>
  );
}
