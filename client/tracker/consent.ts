/** The consent state machine: unset, granted, denied; what each change does to the device, and what is to be told of it. */
import { sendsPrivacySignal } from '../consent/browser.ts';
import { type Choice, type ConsentState, readPreferences, writePreferences } from '../consent/preferences.ts';
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

/** Takes over what is on record now; `details` when somebody told us that it has just been answered. */
export const settle = (details?: ConsentDetails): ConsentNews | undefined => {
  const before = state;
  const stored = isRemembered && readPreferences();
  state = unrecorded;
  if (stored) state = stored.statistics ? 'granted' : 'denied';
  else if (mode === 'auto' && state === 'unset' && !sendsPrivacySignal()) state = 'granted';
  // Where nobody is ever identified there is nothing on the device, and nothing to look for.
  if (mode === 'denied') state = mode as 'denied';
  else if (state !== 'unset' && (details || state !== before)) {
    const id = readIdentifier();
    if (state === 'granted') {
      if (!id) writeIdentifier(randomId());
      // Every fresh identifier needs its receipt, wherever the yes came from; a yes of another tab was reported over there.
      // One that the device does not keep is none: it would make every page another visitor.
      if ((!id && readIdentifier()) || (details && before === 'unset'))
        return { adapter: mode, ...details, action: 'accepted' };
    } else {
      if (id) writeIdentifier('');
      // The identifier travels once more, so that the server can separate it from what it counted.
      if (id || (details && state !== before))
        return { ...details, action: id || before === 'granted' ? 'withdrawn' : 'refused', id };
    }
  }
  return;
};

/** Writes an answer down where the cookie is ours to write. */
export const record = (choice: Choice, text?: string): void => {
  unrecorded = choice;
  if (isRemembered) {
    writePreferences(choice === 'granted', text);
    // A yes that could not be written down is no yes: the next page would not know of it.
    if (choice === 'granted') unrecorded = 'unset';
  }
};
