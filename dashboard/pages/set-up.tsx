/** Creates the owner's account with the link that the server printed. */

import { setUp } from '../api/account.ts';
import type { ApiError } from '../api/api-error.ts';
import type { Texts } from '../i18n/en/texts.ts';
import { useApp } from '../state/app.ts';
import { sayError } from '../ui/failure.tsx';
import { Door } from './door.tsx';
import { EntryForm } from './entry-form.tsx';

export function SetUp({ token }: { token: string }) {
  const { texts, reload } = useApp();
  const { title, intro, submit } = texts.value.setUp;
  return (
    <Door title={title}>
      <p class="door-intro">{intro}</p>
      <EntryForm
        submitText={submit}
        isNew
        sayFailure={(error) => saySetUpFailure(error, texts.value)}
        onSubmit={async (email, password) => {
          await setUp(token, email, password);
          // The state that follows leads away from this page, and its link with it.
          await reload();
        }}
      />
    </Door>
  );
}

export function NeedsLink() {
  const texts = useApp().texts.value.setUp;
  return (
    <Door title={texts.title}>
      <p class="door-intro">{texts.needsLink}</p>
      <p>{texts.needsLinkMore}</p>
    </Door>
  );
}

function saySetUpFailure(error: ApiError, texts: Texts): string {
  if (error.code === 'conflict') return texts.errors.alreadySetUp;
  if (error.code === 'forbidden') return texts.errors.usedLink;
  return sayError(error, texts);
}
