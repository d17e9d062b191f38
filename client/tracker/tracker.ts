/** Joins the parts of the tracker for one page: consent, identifier, pages, engagement, and the beacons that tell of them. */

import { nanoid } from 'nanoid';
import { sendsPrivacySignal } from '../consent/browser.ts';
import { type ConsentState, readChoice, writePreferences } from '../consent/preferences.ts';
import { type ConsentDetails, createConsent } from './consent.ts';
import { watchEngagement } from './engagement.ts';
import { createIdentifier, readIdentifier, removeIdentifier } from './identifier.ts';
import type { Options } from './options.ts';
import { watchPages } from './pageviews.ts';
import type { Outcome, Post } from './transport.ts';

export interface EventDetails {
  props?: Record<string, string | number | boolean>;
  revenue?: { amount: number | string; currency: string };
  /** Called once, when the message has arrived or has been given up. */
  callback?: (outcome: Outcome) => void;
}

/** As a page makes it: an event's name and details, or `consent` and `forget` with their arguments. */
export type Call = [name: string, first?: unknown, second?: unknown];

export interface Tracker {
  /** Does what a call says and answers with the state after it. */
  perform(...call: Call): ConsentState;
  /** Counts the page that is shown and everything that follows. */
  start(): void;
}

/** Builds the tracker; nothing is sent before `start`, except what there is to report about consent. */
export function createTracker({ site, mode, eventUrl, forgetUrl }: Options, post: Post): Tracker {
  /** Where the visitor came from; in an application of one page, the route before. */
  let referrer: string | null = document.referrer || null;

  const emit = (name: string, fields?: object, onEnd?: (outcome: Outcome) => void): void => {
    // Every message carries the choice as it stands now, also when another tab changed it without a word to us.
    const c = sync();
    const id = c === 'granted' ? readIdentifier() : undefined;
    post(
      eventUrl,
      { n: name, u: location.href, d: site, r: referrer, c, id, ...fields, b: nanoid(10) },
      // A message that waits for its second attempt dies with the identifier it carries.
      () => !id || id === readIdentifier(),
      onEnd,
    );
  };
  const { sync, choose, forget } = createConsent(
    mode,
    {
      readChoice,
      writeChoice: (choice, text) => writePreferences(choice === 'granted', text),
      sendsSignal: sendsPrivacySignal,
      createIdentifier,
      removeIdentifier,
    },
    (details) => emit('consent', details),
  );
  const isOurs = (url: string): boolean => {
    const { hostname } = new URL(url);
    return hostname === location.hostname || `.${hostname}`.endsWith(`.${site}`);
  };

  return {
    perform(name, first, second) {
      if (name === 'forget') {
        const id = forget();
        if (id) post(forgetUrl, { d: site, id }, () => true);
      } else if (name !== 'consent') {
        const details = first as EventDetails | undefined;
        emit(name, { p: details?.props, $: details?.revenue }, details?.callback);
      } else if (first === 'granted' || first === 'denied') {
        choose(first, second as ConsentDetails | undefined);
      } else if (first) {
        // A banner's news: it asked or was ignored; without an action it has just written down an answer.
        const details = first as ConsentDetails;
        if (details.action) emit(name, details);
        else sync(details);
      }
      return sync();
    },
    start() {
      const { begin, follow } = watchEngagement(isOurs, (report) => emit('engagement', report));
      watchPages((url, from) => {
        referrer = from || null;
        emit('pageview');
        begin(url, !from || !isOurs(from));
      }, follow);
    },
  };
}
