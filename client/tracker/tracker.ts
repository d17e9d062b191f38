/** What the page, the features and the visitor's way through the site come to: messages that carry the choice as it stands. */
import type { Choice, ConsentState } from '../consent/preferences.ts';
import { type ConsentDetails, record, settle, state } from './consent.ts';
import { readIdentifier } from './identifier.ts';
import { randomId } from './random-id.ts';
import { addressOf, referrer, site } from './settings.ts';
import { post } from './transport.ts';

export interface EventDetails {
  props?: Record<string, string | number | boolean>;
  revenue?: { amount: number | string; currency: string };
}

/** The message of an event as it travels; see the beacons of docs/api.md. */
export interface Message {
  n: string;
  u: string;
  r: string | null;
  c: ConsentState;
  p?: object;
  [field: string]: unknown;
}

/** As a page makes it: an event's name and details, or `consent` and `forget` with their arguments. */
export type Call = [name: string, first?: Choice | News, details?: ConsentDetails];
type News = ConsentDetails & EventDetails;

/**
 * Each sees every message before it is sent, may add to it, and holds it back by answering with something true. In order, so
 * that it does not matter who comes first: objection, engagement, exclusion, sections, properties, date, search.
 */
export const gates: ((message: Message) => unknown)[] = [];

/** Sends an event. `fields` are those of the beacon. */
export const emit = (name: string, fields?: object): void => {
  // Every message carries the choice as it stands now, also when another tab changed it without a word to us.
  sync();
  const message: Message = {
    n: name,
    u: location.href,
    d: site,
    r: referrer || null,
    c: state,
    id: state === 'granted' ? readIdentifier() : undefined,
    ...fields,
    b: randomId(),
  };
  if (!gates.some((gate) => gate(message)))
    post(name === 'forget' ? addressOf('f', name) : addressOf('e', 'event'), message);
};

const sync = (details?: ConsentDetails): void => {
  const news = settle(details);
  if (news) emit('consent', news);
};

/** Does what a call says and answers with the state after it. */
export const perform = (name: string, first?: Choice | News, details: ConsentDetails = {}): ConsentState => {
  if (name === 'forget') {
    record('denied');
    emit(name, { id: settle(details)?.id });
  } else if (name !== 'consent') {
    emit(name, { p: (first as EventDetails | undefined)?.props, $: (first as EventDetails | undefined)?.revenue });
  } else if (first === 'granted' || first === 'denied') {
    record(first, details.text);
    sync(details);
  } else if (first) {
    // A banner's news: it asked or was ignored; without an action it has just written down an answer.
    if (first.action) emit(name, first);
    else sync(first);
  }
  sync();
  return state;
};
