/** The consent state machine: unset, granted, denied; what each change does to the device, and what is to be told of it. */
import { sendsPrivacySignal } from '../consent/browser.ts';
import { type Choice, type ConsentState, readChoice, writePreferences } from '../consent/preferences.ts';
import { readIdentifier, writeIdentifier } from './identifier.ts';
import { randomId } from './random-id.ts';
import { isRemembered, mode } from './settings.ts';

/** What a banner or a consent tool may say about the answer it got. */
export interface ConsentDetails {
  /** `asked` or `ignored`, reported as it is. An answer has none: what it means is read from the cookie. */
  action?: string;
  /** Versions of the text and of the banner that asked. */
  text?: string;
  banner?: string;
  /** Which consent tool told us. */
  adapter?: string;
  /** Nobody clicked: the tool's default, where it is believed. */
  implied?: boolean;
}

/** What the server is to be told. */
export interface ConsentNews extends ConsentDetails {
  action: string;
  id?: string | undefined;
}

export let state: ConsentState = 'unset';
/** The answer where no cookie holds it: in the other modes, or a refusal that the device could not remember. */
let unrecorded: ConsentState = 'unset';

/**
 * Whether an answer that is told on this page was given on it. A consent tool says the same on every page, and we keep no note of
 * what it said: where nobody has touched the page yet, it only repeats itself.
 */
const isAnswer = (): boolean => isRemembered || navigator.userActivation?.hasBeenActive !== false;

/** Takes over what is on record now; `details` when somebody told us that it has just been answered. */
export const settle = (details?: ConsentDetails): ConsentNews | undefined => {
  const before = state;
  state = (isRemembered && readChoice()) || unrecorded;
  if (mode === 'auto' && state === 'unset' && !sendsPrivacySignal()) state = 'granted';
  // Where nobody is ever identified there is nothing on the device, and nothing to look for.
  if (mode === 'denied') state = mode as 'denied';
  else if (state !== 'unset' && (details || state !== before)) {
    const id = readIdentifier();
    if (state === 'granted') {
      if (!id) writeIdentifier(randomId());
      // Every fresh identifier needs its receipt, wherever the yes came from; a yes of another tab was reported over there.
      // One that the device does not keep is none: it would make every page another visitor.
      const isFresh = !id && readIdentifier();
      // An identifier that was here already shows that the tool's yes is an old one; a choice of ours may have run out before it.
      if (isFresh || (details && before === 'unset' && (isRemembered || !id) && isAnswer()))
        return { adapter: mode, ...details, action: 'accepted' };
    } else {
      if (id) writeIdentifier('');
      // The identifier travels once more, so that the server can separate it from what it counted.
      const isWithdrawal = id || before === 'granted';
      if (isWithdrawal || (details && state !== before && isAnswer()))
        return { ...details, action: isWithdrawal ? 'withdrawn' : 'refused', id };
    }
  }
  return;
};

/** Writes an answer down where the cookie is ours to write. */
export const record = (choice: Choice, text?: string): void => {
  unrecorded = choice;
  if (isRemembered) {
    // What is on record already is known before it is written again: it is no new answer.
    state = readChoice() ?? state;
    writePreferences(choice === 'granted', text);
    // A yes that could not be written down is no yes: the next page would not know of it.
    if (choice === 'granted') unrecorded = 'unset';
  }
};
