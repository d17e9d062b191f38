/** How much of what was asked an exploration could see, as its answer says. */
import type { SeenVisits } from './ports.ts';
import { shareOf } from './read-body.ts';

export interface Coverage {
  /** Visits that began in the range and pass the filters. */
  visits: number;
  /** Of these, visits of visitors with consent, and their share in percent. */
  identified: number;
  identified_share: number | null;
  /** Of these, visits of which only the first page is known (level `visits`). */
  unseen: number;
}

export function presentCoverage({ visits, identified, unseen }: SeenVisits): Coverage {
  return { visits, identified, identified_share: shareOf(identified, visits), unseen };
}
