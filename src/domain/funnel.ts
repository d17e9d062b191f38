/** A funnel that is kept under a name: its steps, and how far apart they may lie. */

/** What a step is about. */
export const STEP_SUBJECTS = ['page', 'event', 'goal'] as const;
export type StepSubject = (typeof STEP_SUBJECTS)[number];

/** How the value is held against what happened; only pages take another than `is`. */
export const STEP_MATCHES = ['is', 'starts', 'contains'] as const;
export type StepMatch = (typeof STEP_MATCHES)[number];

export const FEWEST_STEPS = 2;
export const MOST_STEPS = 10;
/** Days between the first step and the last. */
export const MOST_DAYS_WITHIN = 90;

export interface SavedStep {
  subject: StepSubject;
  match: StepMatch;
  value: string;
  /** null: the step is called after what it asks. */
  name: string | null;
}

export interface SavedFunnel {
  name: string;
  steps: readonly SavedStep[];
  /** null: within one visit. */
  withinDays: number | null;
}
