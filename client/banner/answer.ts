/** Writes an answer down and tells the tracker and the page about it; the tracker's transport is the only one. */
import {
  type Choice,
  type ConsentState,
  readChoice,
  readPreferences,
  writePreferences,
} from '../consent/preferences.ts';
import { BANNER_VERSION } from './texts.ts';

interface ConsentNews {
  action?: 'asked' | 'ignored' | 'accepted' | 'refused';
  text: string;
}
interface Stub {
  (...call: unknown[]): void;
  q?: unknown[];
}

/** What is on record now. */
export function currentChoice(): ConsentState {
  return readChoice() ?? 'unset';
}

/** Whether this version of the text still has to be answered. A choice made elsewhere, without a text, stands. */
export function needsAnswer(version: string): boolean {
  const stored = readPreferences();
  return !stored || (typeof stored.text === 'string' && stored.text.replace(/-(en|fr)$/, '') !== version);
}

/** Hands news to the tracker, now or as soon as it has loaded. */
export function tell(news: ConsentNews): void {
  const host = window as { passant?: Stub };
  host.passant ??= (...call) => {
    const stub = host.passant;
    if (stub) stub.q = [...(stub.q ?? []), call];
  };
  host.passant('consent', { ...news, banner: BANNER_VERSION });
}

/** Records an answer to the text `text` for six months; the identifier comes or goes before this returns. */
export function recordAnswer(choice: Choice, text: string): void {
  const isYes = choice === 'granted';
  // The tracker hears of changes by itself; the same answer to a new text is news all the same.
  const isRepeated = currentChoice() === choice;
  writePreferences(isYes, text);
  tell({ text, ...(isRepeated && { action: isYes ? 'accepted' : 'refused' }) });
  document.dispatchEvent(new CustomEvent('passant:consent', { detail: { choice, text, banner: BANNER_VERSION } }));
}
