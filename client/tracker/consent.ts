/** The consent state machine: unset, granted, denied; what each change does to the device, and what is reported of it. */
import type { Choice, ConsentState } from '../consent/preferences.ts';
import type { ConsentMode } from './options.ts';

/** What a banner or a consent tool may say about the answer it got. */
export interface ConsentDetails {
  /** `asked` or `ignored`, reported as it is. An answer has none: what it means is read from the cookie. */
  action?: string;
  /** Versions of the text and of the banner that asked. */
  text?: string;
  banner?: string;
  /** Which consent tool told us. */
  adapter?: string;
  /** Nobody clicked: a consent tool's default. Never believed under a privacy signal, never written down. */
  implied?: boolean;
}

/** What the machine needs of the browser; every call is an access to the device. */
export interface ConsentDevice {
  /** The remembered choice, or undefined. */
  readChoice(): Choice | undefined;
  /** Remembers a choice where the cookie is ours to write. */
  writeChoice(choice: Choice, text: string | undefined): void;
  sendsSignal(): unknown;
  /** Makes an identifier when there is none; true when it did. */
  createIdentifier(): unknown;
  /** Deletes the identifier at once and returns it. */
  removeIdentifier(): string | undefined;
}

/** Sends a beacon about the consent itself. */
export type ReportConsent = (details: ConsentDetails & { action: string; id?: string | undefined }) => void;

export interface Consent {
  /** Takes over what is on record now and returns it; `details` when somebody told us that it has just been answered. */
  sync(details?: ConsentDetails): ConsentState;
  /** Records an answer given on this page. */
  choose(choice: Choice, details?: ConsentDetails): void;
  /** Withdraws; returns the identifier that was on the device, for the server to erase. */
  forget(): string | undefined;
}

/** The machine of one page. */
export function createConsent(mode: ConsentMode, device: ConsentDevice, report: ReportConsent): Consent {
  const isRemembered = mode === 'cookie' || mode === 'auto';
  let state: ConsentState = 'unset';
  /** The answer where no cookie holds it: in the other modes, or a refusal that the device could not remember. */
  let unrecorded: ConsentState = 'unset';

  const read = (): ConsentState => {
    if (mode === 'denied') return mode as 'denied';
    const answer = (isRemembered && device.readChoice()) || unrecorded;
    return mode === 'auto' && answer === 'unset' && !device.sendsSignal() ? 'granted' : answer;
  };
  const settle = (details?: ConsentDetails, isForgotten?: boolean): string | undefined => {
    const before = state;
    state = read();
    // Where nobody is ever identified there is nothing on the device, and nothing to look for.
    if (mode === 'denied' || (state === before && !details)) return;
    if (state === 'granted') {
      // Every fresh identifier needs its receipt, wherever the yes came from; a yes of another tab was reported over there.
      if (device.createIdentifier() || (details && before === 'unset'))
        report({ adapter: mode, ...details, action: 'accepted' });
    } else if (state === 'denied') {
      const id = device.removeIdentifier();
      if (isForgotten) return id;
      // The identifier travels once more, so that the server can separate it from what it counted.
      if (id || (details && before !== state))
        report({ ...details, action: id || before === 'granted' ? 'withdrawn' : 'refused', id });
    }
    return;
  };
  const record = (choice: Choice, text?: string): void => {
    if (isRemembered) device.writeChoice(choice, text);
    // A yes that could not be written down is no yes: the next page would not know of it.
    unrecorded = isRemembered && choice === 'granted' ? 'unset' : choice;
  };
  return {
    sync(details) {
      settle(details);
      return state;
    },
    choose(choice, details = {}) {
      if (choice === 'granted' && details.implied && (isRemembered || device.sendsSignal())) return;
      record(choice, details.text);
      settle(details);
    },
    forget() {
      record('denied');
      return settle({}, true);
    },
  };
}
