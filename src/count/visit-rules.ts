/** When a visit goes on and when it is over: the two figures that define a visit. */
import type { Visit } from './ports.ts';

/** A visit ends after this long without an event (ms). */
export const VISIT_GAP_MS = 30 * 60_000;
/** A visit ends this long after it began, however busy (ms). */
export const VISIT_LENGTH_MS = 12 * 3_600_000;

/** Whether an event at `at` (UTC ms) still belongs to the visit. */
export function continuesVisit(visit: Pick<Visit, 'startedAt' | 'lastAt'>, at: number): boolean {
  return at - visit.lastAt <= VISIT_GAP_MS && at - visit.startedAt < VISIT_LENGTH_MS;
}
