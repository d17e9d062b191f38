/** The calls of `window.passant`, for applications that are bundled; made before the tracker is there, they wait for it. */
import type { Choice, ConsentState } from '../consent/preferences.ts';
import type { Passant } from '../tracker/api.ts';
import type { ConsentDetails } from '../tracker/consent.ts';
import type { Call, EventDetails } from '../tracker/tracker.ts';

/** On a server there is nobody to count. */
function call(...words: Call): unknown {
  if (typeof window === 'undefined') return;
  const host = window as { passant?: unknown };
  const stub = (...later: Call): void => {
    const { passant } = host as { passant: Passant };
    passant.q = [...(passant.q ?? []), later];
  };
  host.passant ??= stub;
  return (host.passant as (...call: Call) => unknown)(...words);
}

/** Sends a custom event, or with the name `pageview` a page that the tracker cannot notice by itself. */
export function track(name: string, details?: EventDetails): void {
  call(name, details);
}

/** Records a choice; without one it only answers with the state, which is unknown before `init`. */
export function consent(choice?: Choice, details?: ConsentDetails): ConsentState | undefined {
  return call('consent', choice, details) as ConsentState | undefined;
}

/** Withdraws, deletes what is on the device and asks the server to erase. */
export function forget(): void {
  call('forget');
}
