/** How long proof of consent stays with the key of who gave it, and how long it stays at all. */
import { earliestKept } from '../domain/retention.ts';
import type { Site } from '../domain/site.ts';

/** An identifier lives for 13 months, in days at their longest. */
const IDENTIFIER_MS = 397 * 86_400_000;
/** A receipt without a key: five years, in which claims about it can usually be brought. */
const PROOF_MS = 5 * 366 * 86_400_000;

/** The last rows of an identifier are as young as its last day: until they go too, the receipt belongs to them. @returns UTC ms */
export function receiptBounds(
  { retentionMonths, timezone }: Pick<Site, 'retentionMonths' | 'timezone'>,
  now: number,
): { detachBefore: number; removeBefore: number } {
  const earliest = earliestKept(retentionMonths, timezone, now);
  return { detachBefore: Math.max(0, earliest - IDENTIFIER_MS), removeBefore: now - PROOF_MS };
}
