/** Brings whatever goes wrong between this server and the provider to one of three kinds, with a reason that may be logged. */
import { ProviderError, type ProviderErrorKind } from '../auth/provider-error.ts';

/** Codes of OAuth and of libraries look so; anything else may be a text of somebody's. */
const CODE = /^[A-Za-z_]{1,60}$/;
/** What an authorization server says of itself. */
const ITS_OWN = ['server_error', 'temporarily_unavailable'];

interface Told {
  name?: unknown;
  code?: unknown;
  /** Of OAuth: from the address that the browser came back with, or from an answer. */
  error?: unknown;
  status?: unknown;
  cause?: unknown;
}

export function explainFault(thrown: unknown): ProviderError {
  if (thrown instanceof ProviderError) return thrown;
  const chain = causesOf(thrown);
  const words = chain.flatMap(({ name, code, error }) => [code ?? name, error]);
  const reason = [...new Set(words.filter((word): word is string => typeof word === 'string' && CODE.test(word)))];
  return new ProviderError(kindOf(chain), reason.join(', ') || 'unknown');
}

function kindOf(chain: readonly Told[]): ProviderErrorKind {
  if (chain.some(({ error }) => error === 'access_denied')) return 'cancelled';
  const isDown = chain.some(
    ({ code, error, status }) =>
      code === 'no_answer' || ITS_OWN.includes(String(error)) || (typeof status === 'number' && status >= 500),
  );
  return isDown ? 'unavailable' : 'failed';
}

function causesOf(thrown: unknown): Told[] {
  const chain: Told[] = [];
  for (let at = thrown; at instanceof Error && chain.length < 5; at = at.cause) chain.push(at as Told);
  return chain;
}
