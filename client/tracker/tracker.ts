/** Joins the parts of the tracker for one page: consent, identifier, pages, engagement, and the beacons that tell of them. */
import { nanoid } from 'nanoid';
import { isInForeignFrame, listen, sendsPrivacySignal } from '../consent/browser.ts';
import { readChoice, writePreferences } from '../consent/preferences.ts';
import { type Consent, type ConsentDetails, createConsent } from './consent.ts';
import { watchEngagement } from './engagement.ts';
import { createIdentifier, readIdentifier, removeIdentifier } from './identifier.ts';
import type { Options } from './options.ts';
import { addressOfPage, watchPages } from './pageviews.ts';
import { type Outcome, post } from './transport.ts';

export interface EventDetails {
  props?: Record<string, string | number | boolean>;
  revenue?: { amount: number | string; currency: string };
  /** Called once, when the message has arrived or has been given up. */
  callback?: (outcome: Outcome) => void;
}

export interface Tracker extends Pick<Consent, 'sync' | 'choose'> {
  /** Sends a custom event. */
  track(name: string, details?: EventDetails): void;
  /** A banner's news: it asked, was ignored, or (without an action) has just written down an answer. */
  hear(details: ConsentDetails): void;
  /** Withdraws, deletes the identifier and asks the server to erase what belongs to it. */
  forget(): void;
  /** Counts the page that is shown and everything that follows. */
  start(): void;
}

/** Builds the tracker; nothing is sent before `start`, except what there is to report about consent. */
export function createTracker({ site, mode, eventUrl, forgetUrl }: Options): Tracker {
  const isForeign = isInForeignFrame();
  /** Where the visitor came from; in an application of one page, the route before. */
  let referrer: string | null = document.referrer || null;

  const emit = (name: string, fields: object, onEnd?: (outcome: Outcome) => void): void => {
    // Every message carries the choice as it stands now, also when another tab changed it without a word to us.
    const c = sync();
    const id = c === 'granted' && !isForeign ? readIdentifier() : undefined;
    post(
      eventUrl,
      { n: name, u: addressOfPage(), d: site, r: referrer, c, id, ...fields, b: nanoid(10) },
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
      createIdentifier: () => !isForeign && createIdentifier(),
      removeIdentifier: () => (isForeign ? undefined : removeIdentifier()),
    },
    (details) => emit('consent', details),
  );
  const isOurs = (url: string): boolean => {
    const { hostname } = new URL(url);
    return hostname === location.hostname || `.${hostname}`.endsWith(`.${site}`);
  };

  return {
    sync,
    choose,
    track: (name, { props, revenue, callback } = {}) => emit(name, { p: props, $: revenue }, callback),
    hear: (details) => (details.action ? emit('consent', details) : void sync(details)),
    forget() {
      const id = forget();
      if (id) post(forgetUrl, { d: site, id }, () => true);
    },
    start() {
      listen('visibilitychange', () => sync());
      const { begin, follow } = watchEngagement(isOurs, (report) => emit('engagement', report));
      watchPages((url, from) => {
        referrer = from || null;
        emit('pageview', { u: url });
        begin(url, !from || !isOurs(from));
      }, follow);
    },
  };
}
