/** What sealing has done for one site: days whose rows are columns now. */

export interface SealedSite {
  siteId: number;
  days: number;
  /** Rows of all parts of these days, and the bytes of their columns. */
  rows: number;
  bytes: number;
  /** Days that could not be sealed, and why; they stay as they are. */
  failed: { day: number; reason: string }[];
}
