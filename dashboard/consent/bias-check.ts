/** Whether visits with consent are like all visits. The rule is stated on the page, with these very numbers. */

export const RULE = {
  /** Visits with consent, and as many without. */
  fewestVisits: 100,
  /** Points of percent between visits with consent and all visits. */
  fewestPoints: 5,
  /** Percent: chance alone would find a difference in fewer than one of a hundred checks of a list. */
  confidence: 99,
  /** Percent by which pages per visit have to differ. */
  viewsPercent: 15,
} as const;

/** Visits by consent. */
export interface Sides {
  granted: number;
  anonymous: number;
}

export interface Totals {
  visits: Sides;
  pageviews: Sides;
  /** Distinct visitors with consent. */
  visitors: number;
}

export interface Compared {
  value: string;
  /** Shares of visits with consent and of all visits, 0 to 1. */
  granted: number;
  all: number;
  isUnusual: boolean;
}

/** Whether there are visits enough on both sides to say anything. */
export function hasEnough({ visits }: Totals): boolean {
  return visits.granted >= RULE.fewestVisits && visits.anonymous >= RULE.fewestVisits;
}

/** Every value of a list that could differ, the most frequent first. @param visits of each value, by consent */
export function compareShares(visits: ReadonlyMap<string, Sides>, totals: Totals): Compared[] {
  const { granted: g, anonymous: a } = totals.visits;
  if (g === 0 || a === 0) return [];
  const rows = [...visits].map(([value, sides]) => ({
    value,
    granted: sides.granted / g,
    anonymous: sides.anonymous / a,
    all: (sides.granted + sides.anonymous) / (g + a),
  }));
  const tested = rows.filter(({ granted, anonymous }) => Math.max(granted, anonymous) >= RULE.fewestPoints / 100);
  // The visits of one person resemble each other: for chance, only people count.
  const perVisitor = Math.max(1, g / Math.max(1, totals.visitors));
  const people = { granted: g / perVisitor, anonymous: a / perVisitor };
  return tested
    .map(({ value, granted, anonymous, all }) => {
      // One of many values differs by chance more easily: all of a list share the same allowance.
      const chance = chanceOf(granted, anonymous, all, people) * tested.length;
      const isFar = hundredths(Math.abs(granted - all) * 100) >= RULE.fewestPoints;
      return { value, granted, all, isUnusual: hasEnough(totals) && isFar && chance < 1 - RULE.confidence / 100 };
    })
    .sort((first, second) => second.all - first.all);
}

export interface Views {
  granted: number;
  all: number;
  isUnusual: boolean;
}

/** Pages per visit with consent and of all; null when there are no visits on one of the sides. */
export function compareViews(totals: Totals): Views | null {
  const { visits, pageviews } = totals;
  if (visits.granted === 0 || visits.anonymous === 0) return null;
  const granted = pageviews.granted / visits.granted;
  const all = (pageviews.granted + pageviews.anonymous) / (visits.granted + visits.anonymous);
  const isFar = hundredths(Math.abs(granted / all - 1) * 100) > RULE.viewsPercent;
  return { granted, all, isUnusual: hasEnough(totals) && isFar };
}

/** Five points are five points, whatever the last binary digit says. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Two-proportion test: how often two samples of one population would differ as much, 0 to 1. */
function chanceOf(granted: number, anonymous: number, pooled: number, size: Sides): number {
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / size.granted + 1 / size.anonymous));
  return error === 0 ? 1 : twoSided(Math.abs(granted - anonymous) / error);
}

/** Area of the normal distribution beyond ±z; Abramowitz and Stegun 7.1.26, right to 1.5e-7. */
function twoSided(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return series * Math.exp(-x * x);
}
