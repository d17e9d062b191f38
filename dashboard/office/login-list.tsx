/** Where one is signed in: each login with a way to end it, and one for all others. */
import { endLogin, endOtherLogins, type Login } from '../api/own-account.ts';
import { useApp, useTexts } from '../state/app.ts';
import { RemoveButton } from '../ui/remove-button.tsx';

interface LoginListProps {
  logins: readonly Login[];
  onEnded: () => void;
}

export function LoginList({ logins, onEnded }: LoginListProps) {
  const { format } = useApp();
  const words = useTexts('office').value.own.logins;
  const hasOthers = logins.some(({ isThis }) => !isThis);
  return (
    <section class="panel" aria-labelledby="logins-title">
      <h2 id="logins-title">{words.title}</h2>
      <p class="quiet">{words.lead}</p>
      <ul class="office-list">
        {logins.map((login) => {
          const device = [login.browser, login.os].filter((each) => each !== '').join(' · ') || words.unknown;
          const since = format.value.moment(login.createdAt);
          return (
            <li key={login.id} class="office-item" data-login={login.isThis ? 'this' : 'other'}>
              <div>
                <strong>{device}</strong>
                {login.isThis ? <span class="quiet"> ({words.isThis})</span> : null}
                <p class="quiet">{words.times(since, format.value.moment(login.seenAt))}</p>
              </div>
              {login.isThis ? null : (
                <RemoveButton
                  label={words.end}
                  verb={words.end}
                  name={words.endOne(device, since)}
                  question={words.endQuestion(device)}
                  onRemove={async () => {
                    await endLogin(login.id);
                    onEnded();
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
      {hasOthers ? (
        <RemoveButton
          label={words.endOthers}
          verb={words.end}
          name={words.endOthers}
          question={words.endOthersQuestion}
          onRemove={async () => {
            await endOtherLogins();
            onEnded();
          }}
        />
      ) : (
        <p class="quiet">{words.noOthers}</p>
      )}
    </section>
  );
}
