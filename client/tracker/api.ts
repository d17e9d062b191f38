/** `window.passant`: the calls a page may make, those it made before the script was there included. */
import { safely, whenActivated } from '../consent/browser.ts';
import type { Choice, ConsentState } from '../consent/preferences.ts';
import type { ConsentDetails } from './consent.ts';
import { watchPages } from './pages.ts';
import { type Call, type EventDetails, perform } from './tracker.ts';

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
  q?: Call[];
  /** Set by the tracker, so that a second copy of the script stays quiet. */
  ready?: true;
}

/**
 * Installs the calls and starts the tracker when the page is really seen. Of the calls that waited, words about consent go
 * first: a visitor known to have agreed must not be counted as a stranger before. A page of a file stays silent.
 */
export const installApi = (start: () => void): void => {
  const host = window as { passant?: Partial<Passant> };
  const q = host.passant?.q ?? [];
  let isStarted = false;
  if (!host.passant?.ready) {
    const passant = safely((...call: Call) => (isStarted ? perform(...call) : void q.push(call)));
    host.passant = Object.assign(passant, host.passant, {
      consent: passant.bind(0, 'consent'),
      forget: passant.bind(0, 'forget'),
      ready: true as const,
    }) as Passant;
    const run = safely(() => {
      isStarted = true;
      start();
      const others = q.filter((call) => !/^(consent|forget)$/.test(call[0]) || void passant(...call));
      watchPages();
      for (const call of others) passant(...call);
    });
    if (/^http/.test(location.href)) whenActivated(run);
  }
};
