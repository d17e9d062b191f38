/** When figures are unusual: plain rules that anybody can check by hand, with a least number of visits below which nothing is said. */

export const ALERT_KINDS = ['spike', 'drop', 'silence', 'consent'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Weeks before, whose same weekday and hour say what is usual. */
export const WEEKS = 4;
/** Visits that an hour of a spike has at least, and that each hour before a drop had. */
export const FEWEST_VISITS = 50;
/** A spike is this many times the highest of the hours before, or more; a drop is the lowest of them divided by it, or less. */
export const TIMES = 2;
/** Hours without a single visit. */
export const SILENT_HOURS = 6;
/** Visits that the same hours of each week before had at least. */
export const FEWEST_USUAL = 20;
/** Days whose consent rate is compared with those before them. */
export const CONSENT_DAYS = 7;
export const CONSENT_DAYS_BEFORE = 28;
/** Answers on both sides at least, and by how many points they differ. */
export const FEWEST_ANSWERS = 100;
export const FEWEST_POINTS = 10;
/** Standard errors of the difference: by chance so in one week of several years. */
const BEYOND_CHANCE = 3;
/** A source or page is named when it makes up this part of the difference. */
const MOST_OF_IT = 0.5;

/** @param before visits of the same hour in the weeks before @returns null where nothing is unusual */
export function judgeHour(visits: number, before: readonly number[]): 'spike' | 'drop' | null {
  const [lowest, highest] = [Math.min(...before), Math.max(...before)];
  if (visits >= FEWEST_VISITS && visits >= TIMES * highest) return 'spike';
  if (lowest >= FEWEST_VISITS && visits <= lowest / TIMES) return 'drop';
  return null;
}

/** @param before visits of the same hours in the weeks before */
export function isSilent(visits: number, before: readonly number[]): boolean {
  return visits === 0 && Math.min(...before) >= FEWEST_USUAL;
}

export interface Answers {
  accepted: number;
  answered: number;
}

/** Whether the part of those who accept has changed, by more than chance. */
export function hasConsentChanged(now: Answers, before: Answers): boolean {
  if (now.answered < FEWEST_ANSWERS || before.answered < FEWEST_ANSWERS) return false;
  const [rate, rateBefore] = [now, before].map(({ accepted, answered }) => accepted / answered) as [number, number];
  const joint = (now.accepted + before.accepted) / (now.answered + before.answered);
  const error = Math.sqrt(joint * (1 - joint) * (1 / now.answered + 1 / before.answered));
  const difference = Math.abs(rate - rateBefore);
  // 0.5 - 0.4 is a little less than 0.1 to a computer.
  return difference > FEWEST_POINTS / 100 - 1e-9 && difference >= BEYOND_CHANCE * error;
}

export interface Cause {
  dimension: 'visit:source' | 'event:page';
  value: string;
  /** Of the whole difference, in percent. */
  share: number;
}

/** Visits of a value in the unusual hour, and what is usual. */
export interface Part {
  dimension: Cause['dimension'];
  value: string;
  visits: number;
  usual: number;
}

/** The source or page that explains most of a difference; null when no single one does. */
export function findCause(difference: number, parts: readonly Part[]): Cause | null {
  if (difference === 0) return null;
  const [first] = parts
    .map(({ dimension, value, visits, usual }) => ({ dimension, value, share: (visits - usual) / difference }))
    .filter(({ share }) => share >= MOST_OF_IT)
    .toSorted((one, other) => other.share - one.share);
  return first === undefined ? null : { ...first, share: Math.min(100, Math.round(first.share * 100)) };
}
