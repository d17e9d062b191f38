/** Counts of answers to the question for consent, as finely as they may be told: one report may be one person. */
import type { Disclosure } from '../../domain/disclosure.ts';
import type { ConsentCounts } from '../consent/ports.ts';
import type { DisclosureMeta } from './describe-disclosure.ts';

/** Rows differ by how many reports they have of each kind, so no count is told exactly where any is coarsened. */
const STEP = 10;

/** Few reports are told as none, so that nobody can tell them from none at all; the others in tens. */
export function protectConsent(counts: ConsentCounts, { roundedTo, smallest }: Disclosure): ConsentCounts {
  if (roundedTo === null && smallest === null) return counts;
  const step = roundedTo ?? STEP;
  const tell = (count: number) => (count < (smallest ?? 0) ? 0 : Math.round(count / step) * step);
  const { asked, accepted, refused, ignored, withdrawn } = counts;
  return {
    ...{ asked: tell(asked), accepted: tell(accepted), refused: tell(refused) },
    ...{ ignored: tell(ignored), withdrawn: tell(withdrawn) },
  };
}

/** @returns null where nothing is coarsened */
export function describeProtectedConsent({ roundedTo, smallest }: Disclosure): Omit<DisclosureMeta, 'hidden'> | null {
  if (roundedTo === null && smallest === null) return null;
  const step = roundedTo ?? STEP;
  const few = smallest === null ? '' : `, fewer than ${smallest} are told as none`;
  return {
    rounded_to: step,
    smallest,
    reason: `Counts are rounded to ${step}${few}, and rows without any are left out.`,
  };
}
