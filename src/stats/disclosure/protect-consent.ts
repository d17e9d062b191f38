/** Counts of answers to the question for consent, as finely as they may be told: one report may be one person. */
import type { Disclosure } from '../../domain/disclosure.ts';
import type { ConsentCounts } from '../consent/ports.ts';
import { isSmall } from './choose-hidden.ts';
import { type DisclosureMeta, disclosureOfTable, roundCount } from './describe-disclosure.ts';

/** How finely counts of answers may be told: those of one place differ as those of several dimensions do. */
export function disclosureOfConsent(disclosure: Disclosure): Disclosure {
  return disclosureOfTable(disclosure, 2);
}

/** Few reports are told as none, so that nobody can tell them from none at all; the others in tens. */
export function protectConsent(counts: ConsentCounts, disclosure: Disclosure): ConsentCounts {
  const tell = (count: number) => (isSmall(count, disclosure.smallest ?? 0) ? 0 : roundCount(count, disclosure));
  const { asked, accepted, refused, ignored, withdrawn } = counts;
  return {
    ...{ asked: tell(asked), accepted: tell(accepted), refused: tell(refused) },
    ...{ ignored: tell(ignored), withdrawn: tell(withdrawn) },
  };
}

/** @returns null where nothing is coarsened */
export function describeProtectedConsent({ roundedTo, smallest }: Disclosure): Omit<DisclosureMeta, 'hidden'> | null {
  if (roundedTo === null) return null;
  const few = smallest === null ? '' : `, fewer than ${smallest} are told as none`;
  return {
    rounded_to: roundedTo,
    smallest,
    reason: `Counts are rounded to ${roundedTo}${few}, and rows without any are left out.`,
  };
}
