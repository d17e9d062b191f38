/** Links one's own account with the operator's provider, which needs the password, and ends that link. */
import { useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { beginToLink, fetchProviderLink, type ProviderLink as Link, unlinkProvider } from '../api/provider.ts';
import { PasswordField } from '../pages/password-field.tsx';
import { ProviderRefusal } from '../pages/provider-refusal.tsx';
import { useApp, useTexts } from '../state/app.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { Failure, sayError } from '../ui/failure.tsx';
import { RemoveButton } from '../ui/remove-button.tsx';

export function ProviderLink() {
  const [beat, setBeat] = useState(0);
  const { known, error, retry } = useAnswerOf(fetchProviderLink, 'own', beat);
  const words = useTexts('provider').value.provider.link;
  if (error !== null) return <Failure error={error} onRetry={retry} />;
  if (known === null) return <span class="skeleton office-waiting" aria-hidden="true" />;
  const { name, linkedAt } = known.answer;
  return (
    <section class="panel" aria-labelledby="provider-title">
      <h2 id="provider-title">{words.title(name)}</h2>
      <ProviderRefusal name={name} />
      {linkedAt === null ? (
        <LinkForm name={name} />
      ) : (
        <Linked link={known.answer} since={linkedAt} onUnlinked={() => setBeat((count) => count + 1)} />
      )}
    </section>
  );
}

function Linked({ link, since, onUnlinked }: { link: Link; since: number; onUnlinked: () => void }) {
  const { format } = useApp();
  const words = useTexts('provider').value.provider.link;
  const { name, hasPassword } = link;
  return (
    <div class="provider-link">
      <p>{words.linked(name, format.value.moment(since))}</p>
      {hasPassword ? (
        <RemoveButton
          label={words.unlink}
          verb={words.unlink}
          name={words.unlinkName(name)}
          question={words.unlinkQuestion(name)}
          onRemove={async () => {
            await unlinkProvider();
            onUnlinked();
          }}
        />
      ) : (
        <p class="quiet">{words.only}</p>
      )}
    </div>
  );
}

function LinkForm({ name }: { name: string }) {
  const texts = useTexts('provider').value;
  const words = texts.provider.link;
  const [current, setCurrent] = useState('');
  const [failure, setFailure] = useState<ApiError | 'missing' | null>(null);
  const [isSending, setSending] = useState(false);
  const send = async (form: HTMLFormElement) => {
    const field = form.elements.namedItem('link-current');
    const refuse = (why: ApiError | 'missing') => {
      setFailure(why);
      if (field instanceof HTMLElement) field.focus();
    };
    if (current === '') {
      refuse('missing');
      return;
    }
    setSending(true);
    try {
      window.location.assign(await beginToLink(current));
    } catch (thrown) {
      refuse(toApiError(thrown));
    } finally {
      setSending(false);
    }
  };
  const say = (why: ApiError | 'missing') => {
    if (why === 'missing') return texts.forms.missingPassword;
    if (why.code === 'unavailable') return texts.provider.refusals.unavailable(name);
    return why.code === 'invalid' ? words.wrong : sayError(why, texts);
  };
  return (
    <div class="provider-link">
      <p class="quiet">{words.notLinked(name)}</p>
      <form
        class="office-form office-password"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        <PasswordField
          label={words.current}
          name="link-current"
          value={current}
          isNew={false}
          mistake={failure === null ? null : say(failure)}
          onInput={setCurrent}
        />
        <button type="submit" class="button button-plain" disabled={isSending}>
          {words.submit(name)}
        </button>
      </form>
    </div>
  );
}
