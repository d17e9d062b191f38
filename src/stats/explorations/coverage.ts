/** How much of what was asked an exploration could see, as its answer says. */
import type { Disclosure } from '../../domain/disclosure.ts';
import { type DisclosureMeta, describeDisclosure } from '../disclosure/describe-disclosure.ts';
import { protectSeen, type Told } from '../disclosure/protect-explorations.ts';
import type { Restriction } from '../restrict-report.ts';
import type { SeenVisits } from './ports.ts';
import { shareOf } from './read-body.ts';

/** What every answer says of itself beside its coverage. */
export interface ToldMeta {
  /** How finely figures are told; absent where they are told as they are. */
  disclosure?: DisclosureMeta;
  /** Whom the report is restricted to; absent where it is about everybody. */
  restriction?: Restriction;
}

/** @param counts of the answer; null for those that are hidden */
export function presentTold(
  disclosure: Disclosure,
  restriction: Restriction | null,
  counts: readonly (number | null)[],
): ToldMeta {
  const meta = describeDisclosure(disclosure, counts.filter((count) => count === null).length);
  return { ...(meta && { disclosure: meta }), ...(restriction && { restriction }) };
}

/** A count is null when it is hidden. */
export interface Coverage {
  /** Visits that began in the range and pass the filters. */
  visits: number | null;
  /** Of these, visits of visitors with consent, and their share in percent. */
  identified: number | null;
  identified_share: number | null;
  /** Of these, visits of which only the first page is known (level `visits`). */
  unseen: number | null;
}

export function presentCoverage(seen: SeenVisits, disclosure: Disclosure): Coverage {
  const { visits, identified, unseen }: Told<SeenVisits> = protectSeen(seen, disclosure);
  return { visits, identified, identified_share: shareOf(identified, visits), unseen };
}
