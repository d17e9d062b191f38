/** Writes an answer down and tells the tracker and the page about it; the tracker's transport is the only one. */
import { readPreferences, writePreferences } from '../consent/preferences.ts';
import { BANNER_VERSION } from './version.ts';

/** Yes or no to each category that is asked for. */
export type Answers = Readonly<Record<string, boolean>>;

type Passant = (name: 'consent', news: object) => void;
interface ConsentNews {
  action?: 'asked' | 'ignored' | 'accepted' | 'refused' | false | undefined;
  text: string;
}

/** One answer for each category. */
export function answersOf(categories: readonly string[], isYes: (category: string) => unknown): Answers {
  return Object.fromEntries(categories.map((name) => [name, !!isYes(name)]));
}

/** What is on record of these categories, or nothing when one of them, or this version of the text, still has to be answered. */
export function readAnswers(categories: readonly string[], version: string): Answers | undefined {
  const stored = readPreferences();
  // A choice made elsewhere, without a text, stands. The language does not matter.
  if (
    stored &&
    (stored.text ?? version).replace(/-[a-z]+$/, '') === version &&
    categories.every((name) => typeof stored[name] === 'boolean')
  )
    return answersOf(categories, (name) => stored[name]);
  return;
}

/** Hands news to the tracker, now or as soon as it has loaded. */
export function tell(news: ConsentNews): void {
  const host = window as { passant?: Passant & { q?: unknown[] } };
  host.passant ??= (...call) => {
    const { passant } = host;
    if (passant) passant.q = [...(passant.q ?? []), call];
  };
  host.passant('consent', { ...news, banner: BANNER_VERSION });
}

/**
 * Records an answer to the text `text` for six months; the identifier comes or goes before this returns.
 * @param wasAsked it answers a question, and is no change of mind
 */
export function recordAnswers(answers: Answers, text: string, wasAsked: boolean): void {
  const { statistics = false } = answers;
  const before = readPreferences();
  writePreferences(statistics, text, answers);
  // The tracker hears of changes by itself; the same answer to a new text is news all the same.
  const isRepeated = wasAsked && before && before.statistics === statistics;
  tell({ text, action: isRepeated && (statistics ? 'accepted' : 'refused') });
  announce(answers, text);
}

/** Tells the page, and lets its parked tags run whose category has a yes. */
export function announce(categories: Answers, text: string): void {
  const choice = categories.statistics ? 'granted' : 'denied';
  const detail = { choice, categories, text, banner: BANNER_VERSION };
  document.dispatchEvent(new CustomEvent('passant:consent', { detail }));
  for (const parked of document.querySelectorAll<HTMLScriptElement>('script[type="text/plain"][data-passant-if]')) {
    if (!categories[parked.dataset.passantIf ?? '']) continue;
    // It has never begun, so being put in place once more is what starts it; its nonce stays with it.
    parked.type = '';
    parked.replaceWith(parked);
  }
}
