/** A message as tests speak of it, and the rows that counting makes of it. */

/** `people.visitor` after an erasure. */
export const ERASED = 4294967295;

export interface Message {
  /** UTC ms; messages come in the order of their times. */
  at: number;
  /** Two messages of one network and one browser cannot be told apart. */
  address: string;
  browser: string;
  /** 0 desktop, 1 mobile, 2 tablet, 3 other. */
  deviceClass: number;
  consent: 'unset' | 'denied' | 'granted';
  identifier: string | null;
  name: string;
  page: string;
  referrer: 'none' | 'outside' | 'own';
  action: 'accepted' | 'withdrawn' | null;
  messageId: string | null;
  /** Engagement: the page began a visit and was left by a link. */
  leftByLink: boolean;
  /** What an event tells beside its name. */
  props?: Readonly<Record<string, string>> | undefined;
  revenue?: { amount: number; currency: string } | undefined;
  /** Engagement: visible time (ms) and the deepest scroll (percent), as far as they are told. */
  engagedMs?: number | undefined;
  scrollDepth?: number | undefined;
  /** First choice of the browser. */
  language?: string | undefined;
  /** What a device with the date flag says of a pageview. */
  df?: string | undefined;
}

export interface Rules {
  timeZone: string;
  level: 'pageviews' | 'visits' | 'day' | 'two-day';
  onRefusal: 'anonymous' | 'pageviews' | 'none';
}

export interface SlowPerson {
  day: number;
  ordinal: number;
  visitor: number;
  s: number;
  h: number;
  b: number;
}
export interface SlowVisit {
  day: number;
  visit: number;
  ordinal: number;
  startedAt: number;
  lastAt: number;
  entryPage: string;
  exitPage: string;
  pageviews: number;
  interactions: number;
  leftByLink: number;
  isDirect: boolean;
}
export interface SlowEvent {
  day: number;
  event: number;
  visit: number;
  at: number;
  name: string;
  page: string;
  consent: string;
}
