/** The page behind the link of an invitation: a password makes the account, and signs in. */
import { acceptInvitation, readInvitation } from '../api/people.ts';
import { Door } from '../pages/door.tsx';
import { WithProvider } from '../pages/with-provider.tsx';
import { useApp, useTexts } from '../state/app.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { Failure } from '../ui/failure.tsx';
import { ChoosePassword } from './choose-password.tsx';

export function AcceptInvitation({ token }: { token: string }) {
  const { place, reload } = useApp();
  const words = useTexts('office').value.invitation;
  const { known, error, retry } = useAnswerOf(readInvitation, token, 0);
  if (error !== null)
    return (
      <Door title={words.title}>
        {error.code === 'not_found' ? (
          <p class="mistake-box">{words.gone}</p>
        ) : (
          <Failure error={error} onRetry={retry} />
        )}
      </Door>
    );
  return (
    <Door title={words.title}>
      {known === null ? (
        <span class="skeleton office-waiting" aria-hidden="true" />
      ) : (
        <>
          <p class="door-intro">{words.intro(known.answer.email)}</p>
          {known.answer.invitedBy === null ? null : <p class="quiet">{words.by(known.answer.invitedBy)}</p>}
          <WithProvider invitation={token}>
            <ChoosePassword
              email={known.answer.email}
              submitText={words.submit}
              gone={words.gone}
              onChosen={async (password) => {
                await acceptInvitation(token, password);
                place.replace('/app/');
                await reload();
              }}
            />
          </WithProvider>
        </>
      )}
    </Door>
  );
}
