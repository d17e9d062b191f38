/** What to say, and to offer, when something could not be loaded. */
import type { ApiError } from '../api/api-error.ts';
import type { Texts } from '../i18n/en/texts.ts';
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { Link } from './link.tsx';

export function Failure({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const { texts: signal, shared } = useApp();
  const { view, hrefOf } = useView();
  const texts = signal.value;
  // A shared page is asked less finely than the address, which may come from elsewhere, says.
  const isTooFine = shared !== null && view.conditions.length > 0 && ['invalid', 'forbidden'].includes(error.code);
  if (isTooFine)
    return (
      <div class="failure" role="alert">
        <p class="failure-title">{texts.errors.title}</p>
        <p>{texts.shared.tooFine}</p>
        <Link class="button" href={hrefOf({ conditions: [] })}>
          {texts.empty.clear}
        </Link>
      </div>
    );
  return (
    <div class="failure" role="alert">
      <p class="failure-title">{texts.errors.title}</p>
      <p>{sayError(error, texts)}</p>
      {/* The server says in English what it could not understand, such as a pattern. */}
      {error.code === 'invalid' && error.details.length > 0 ? (
        <ul lang="en">
          {error.details.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      ) : null}
      <button type="button" class="button" onClick={onRetry}>
        {texts.errors.retry}
      </button>
    </div>
  );
}

/** Our own words for the errors that anyone can meet; the server's sentence for the others. */
export function sayError(error: ApiError, texts: Texts): string {
  const { offline, unreadable, rate_limited, unavailable, fault } = texts.errors;
  const known: Readonly<Record<string, string>> = { offline, unreadable, rate_limited, unavailable, fault };
  return known[error.code] ?? error.message;
}
