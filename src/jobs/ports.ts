/** What jobs need from outside: a queue of what is to be sent that survives the process. */

export const ERRAND_KINDS = ['reset', 'report', 'alert', 'webhook'] as const;
export type ErrandKind = (typeof ERRAND_KINDS)[number];

/** One thing that is to be sent, once. */
export interface Errand {
  id: number;
  /** Says what is sent only once; a second one of the same key is not taken. */
  key: string;
  kind: ErrandKind;
  /** To whom; null: to no person. */
  userId: number | null;
  siteId: number | null;
  /** To which program; null: to none. */
  webhookId: number | null;
  /** What its kind needs; no address, and no secret. */
  about: Readonly<Record<string, unknown>>;
  /** This one included. */
  attempts: number;
  /** UTC ms. */
  createdAt: number;
}

/** What became of a message to a webhook, so far. */
export interface Delivery {
  about: Errand['about'];
  state: ErrandEnd | 'waiting' | 'claimed';
  attempts: number;
  createdAt: number;
  /** Of the last attempt; null: none. */
  fault: string | null;
}

export type ErrandEnd = 'sent' | 'refused' | 'given_up' | 'unknown';

export interface OutboxStore {
  /** @returns false when there is, or was, one of the same key */
  add(errand: Omit<Errand, 'id' | 'attempts'>): boolean;
  /** Takes the one that has been due longest, in a transaction: nobody else gets it, nor does the next process. */
  claim(kinds: readonly ErrandKind[], now: number): Errand | null;
  /** @param fault of the last attempt in one sentence, or null */
  finish(id: number, end: ErrandEnd, at: number, fault: string | null): void;
  /** Gives it back, to be claimed again from then on. */
  postpone(id: number, dueAt: number, fault: string): void;
  /** To a webhook, the last ones first. */
  listOfWebhook(webhookId: number, most: number): Delivery[];
  /** Those that are claimed, since the process before has ended. @returns how many */
  endClaimed(kinds: readonly ErrandKind[], at: number): number;
  /** As `endClaimed`, for kinds that may be sent twice. */
  releaseClaimed(kinds: readonly ErrandKind[], dueAt: number): void;
  countWaiting(kind: ErrandKind): number;
  /** Those that ended before. */
  forget(before: number): void;
}

/** Up to when a site was looked at for what is unusual. */
export interface AlertMarks {
  /** UTC ms; null when it never was. */
  find(job: AlertJob): number | null;
  save(job: AlertJob, at: number): void;
}

export type AlertJob = `alerts of site ${number}`;
