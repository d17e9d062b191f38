/** What to say, and to offer, when something could not be loaded. */
import type { ApiError } from '../api/api-error.ts';
import type { Texts } from '../i18n/en.ts';
import { useApp } from '../state/app.ts';

export function Failure({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const texts = useApp().texts.value;
  return (
    <div class="failure" role="alert">
      <p class="failure-title">{texts.errors.title}</p>
      <p>{sayError(error, texts)}</p>
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
