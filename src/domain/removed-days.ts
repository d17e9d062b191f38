/** What retention has done for one site. */

export interface RemovedDays {
  siteId: number;
  days: number;
  /** Visitors who were not here since. */
  visitors: number;
  /** Texts that nothing uses any more. */
  texts: number;
  /** Why the rest is still there; null when nothing went wrong. */
  failure: string | null;
}
