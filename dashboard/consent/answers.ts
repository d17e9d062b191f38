/** What became of the questions for consent, and shares whose wholes are stated. */
import type { ConsentAnswer, ConsentCounts } from '../api/consent.ts';
import type { Rate, RatePoint } from './consent-rate.ts';

/** What a question can come to, in the order in which it is drawn. `silent`: nobody reported how it ended. */
export const OUTCOMES = ['accepted', 'refused', 'ignored', 'silent'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Part {
  outcome: Outcome;
  count: number;
  /** Of all that is drawn, 0 to 1. */
  share: number;
}

/** Accepted among the answered. */
export function acceptanceOf({ accepted, refused }: ConsentCounts): Rate {
  return { granted: accepted, all: accepted + refused };
}

/** Answered among the asked, 0 to 1; null of nothing, and where fewer questions than answers were reported. */
export function answerShareOf({ asked, accepted, refused }: ConsentCounts): number | null {
  const answered = accepted + refused;
  return asked === 0 || answered > asked ? null : answered / asked;
}

/** The parts that a bar has; an answer without a question has its place too. */
export function partsOf(counts: ConsentCounts): Part[] {
  const known = counts.accepted + counts.refused + counts.ignored;
  const whole = Math.max(counts.asked, known);
  const of: Readonly<Record<Outcome, number>> = { ...counts, silent: whole - known };
  return OUTCOMES.map((outcome) => ({ outcome, count: of[outcome], share: whole === 0 ? 0 : of[outcome] / whole }));
}

export function isNothing({ asked, accepted, refused, ignored, withdrawn }: ConsentCounts): boolean {
  return asked + accepted + refused + ignored + withdrawn === 0;
}

/** One point per bucket. @param answer by time */
export function toAcceptance({ timeLabels, rows }: Pick<ConsentAnswer, 'timeLabels' | 'rows'>): RatePoint[] {
  const byLabel = new Map(rows.map((row) => [row.value, acceptanceOf(row)]));
  return timeLabels.map((label) => ({ label, ...(byLabel.get(label) ?? { granted: 0, all: 0 }) }));
}
