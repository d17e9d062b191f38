/** `window.passant`: the calls a page may make, those it made before the script was there included. */
import { safely, whenActivated } from '../consent/browser.ts';
import type { Choice, ConsentState } from '../consent/preferences.ts';
import type { ConsentDetails } from './consent.ts';
import type { Call, EventDetails, Tracker } from './tracker.ts';

export interface Passant {
  (name: string, details?: EventDetails): void;
  (name: 'consent', choice: Choice | ConsentDetails, details?: ConsentDetails): void;
  /** Records a choice; without one it only answers with the state. */
  consent(choice?: Choice, details?: ConsentDetails): ConsentState | undefined;
  /** Withdraws, deletes the identifier on the device and asks the server to erase. */
  forget(): void;
  /** Opens the banner's panel again; set by the banner. */
  preferences?(): void;
  /** Calls that wait: those of a stub, and those made while the page is rendered in advance. */
  q?: Iterable<unknown>[];
  /** Set by the tracker, so that a second copy of the script stays quiet. */
  ready?: true;
}

/**
 * Installs the calls and starts the tracker when the page is really seen. Of the calls that waited, words about consent go
 * first: a visitor known to have agreed must not be counted as a stranger before.
 */
export function installApi(create: () => Tracker): void {
  const host = window as { passant?: Partial<Passant> };
  const q = host.passant?.q ?? [];
  if (host.passant?.ready) return;
  let tracker: Tracker | undefined;

  const passant = safely((...call: Call) => (tracker ? tracker.perform(...call) : void q.push(call)));
  host.passant = Object.assign(passant, host.passant, {
    consent: passant.bind(undefined, 'consent'),
    forget: passant.bind(undefined, 'forget'),
    ready: true as const,
  }) as Passant;

  whenActivated(() => {
    const started = create();
    tracker = started;
    const replay = (isAboutConsent: boolean): void => {
      for (const call of q as Call[]) {
        if ((call[0] === 'consent' || call[0] === 'forget') === isAboutConsent) passant(...call);
      }
    };
    replay(true);
    started.start();
    replay(false);
  });
}
