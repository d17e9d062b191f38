/** The way to the operator's provider: a link that signs in, or behind an invitation a button that makes the account. */
import { useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { beginToJoin, signInAddress } from '../api/provider.ts';
import { useApp, useTexts } from '../state/app.ts';
import { sayError } from '../ui/failure.tsx';
import { Refusal } from '../ui/refusal.tsx';

interface ProviderButtonProps {
  name: string;
  /** Whether it stands before the form. */
  isFirst: boolean;
  /** The token of an invitation; '' for none. */
  invitation: string;
}

export function ProviderButton({ name, isFirst, invitation }: ProviderButtonProps) {
  const words = useTexts('provider').value.provider;
  const or = <p class="provider-or">{words.or}</p>;
  return (
    <div class="provider">
      {isFirst ? null : or}
      {invitation === '' ? <SignInLink text={words.signIn(name)} /> : <JoinButton name={name} token={invitation} />}
      {isFirst ? or : null}
    </div>
  );
}

function SignInLink({ text }: { text: string }) {
  const { pathname, search } = useApp().place.address.value;
  return (
    <a class="button button-plain button-wide" href={signInAddress(pathname + search)}>
      {text}
    </a>
  );
}

function JoinButton({ name, token }: { name: string; token: string }) {
  const texts = useTexts('provider').value;
  const [failure, setFailure] = useState<ApiError | null>(null);
  const join = () => {
    setFailure(null);
    beginToJoin(token)
      .then((address) => window.location.assign(address))
      .catch((thrown: unknown) => setFailure(toApiError(thrown)));
  };
  const { uninvited, unavailable } = texts.provider.refusals;
  const say = ({ code }: ApiError) =>
    code === 'not_found' ? uninvited(name) : code === 'unavailable' ? unavailable(name) : null;
  return (
    <>
      <Refusal said={failure === null ? null : (say(failure) ?? sayError(failure, texts))} />
      <button type="button" class="button button-plain button-wide" onClick={join}>
        {texts.provider.join(name)}
      </button>
    </>
  );
}
