/** The fewest and the most people of a window: the formula of docs/how-we-count.md, one term after the other. */

export interface SiteDay {
  day: number;
  anonymous: number;
  largestPart: number;
  parts: number;
  o: number;
  y: number;
  fresh: number;
}

export interface BoundsQuestion {
  /** Days on which the group was seen, in order: its identified visitors and the number of its anonymous ones. */
  days: { day: number; identified: number[]; anonymous: number }[];
  /** The whole site, every day that the instrument knows. */
  site: SiteDay[];
  firstDay: number;
  /** A filter, a row of a breakdown, a part of a day. */
  isPart: boolean;
  /** Visits and pageviews that may be anybody's. */
  unseen: number;
}

export function boundsOf({ days, site, firstDay, isPart, unseen }: BoundsQuestion): { low: number; high: number } {
  const siteDay = (day: number): SiteDay =>
    site.find((each) => each.day === day) ?? { day, anonymous: 0, largestPart: 0, parts: 1, o: 0, y: 0, fresh: 0 };
  const isDated = (day: number) => siteDay(day).anonymous >= 10 && siteDay(day - 1).anonymous >= 10;
  const isSwitchDated = (day: number) => isDated(day) && siteDay(day).fresh >= 5;

  const measured = new Set(days.flatMap(({ identified }) => identified)).size;
  const anonymousDays = days.reduce((sum, { anonymous }) => sum + anonymous, 0);

  let low = Math.max(measured, unseen > 0 ? 1 : 0);
  for (const { day, anonymous } of days) {
    const { parts, largestPart } = siteDay(day);
    if (parts <= 1) {
      low = Math.max(low, anonymous + seenUntil(days, day));
      continue;
    }
    // Whoever said yes after the restart may be among the anonymous of before.
    const fewest = isPart ? Math.ceil(anonymous / parts) : Math.max(largestPart, Math.ceil(anonymous / parts));
    low = Math.max(low, fewest + seenUntil(days, day - 1));
  }

  // The first dated day may hold what earlier days have left undated, so it is left out unless the window begins with such a day.
  const laterDays = days.filter(({ day }) => day > firstDay);
  const dated = laterDays.filter(({ day }) => isDated(day)).slice(isDated(firstDay) ? 0 : 1);
  const overlap = dated.reduce((sum, { day, anonymous }) => {
    if (isPart && !isDated(day - 1)) return sum; // it may hold pairs of days before
    const before = days.find((each) => each.day === day - 1)?.anonymous ?? 0;
    const others = siteDay(day).anonymous - anonymous + (siteDay(day - 1).anonymous - before);
    return sum + Math.max(0, Math.min(siteDay(day).o - others, anonymous, before));
  }, 0);
  const switched = laterDays.filter(({ day }) => isSwitchDated(day)).slice(isSwitchDated(firstDay) ? 0 : 1);
  const switchers = isPart ? 0 : switched.reduce((sum, { day }) => sum + siteDay(day).y, 0);

  return { low, high: Math.max(low, measured + anonymousDays - overlap - switchers + unseen) };
}

/** Identified visitors of the group first seen on or before a day. */
function seenUntil(days: BoundsQuestion['days'], last: number): number {
  return new Set(days.filter(({ day }) => day <= last).flatMap(({ identified }) => identified)).size;
}
