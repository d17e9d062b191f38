/** Windows and their buckets, found by asking the zone's clock, instant by instant. */
import { clockOf, dateOfDay, dayOf, startOf } from './calendar-slowly.ts';

export interface Span {
  firstDay: number;
  lastDay: number;
  startsAt: number;
  endsAt: number;
  isWholeDays: boolean;
}

export interface Bucket {
  unit: 'hour' | 'day' | 'week' | 'month';
  startsAt: number;
  firstDay: number;
  label: string;
}

const HOUR = 3_600_000;

export function spanOfDays(firstDay: number, lastDay: number, timeZone: string): Span {
  const [startsAt, endsAt] = [startOf(firstDay, timeZone), startOf(lastDay + 1, timeZone)];
  return { firstDay, lastDay, startsAt, endsAt, isWholeDays: true };
}

export function spanOfTimes(startsAt: number, endsAt: number, timeZone: string): Span {
  const [firstDay, lastDay] = [dayOf(startsAt, timeZone), dayOf(endsAt - 1, timeZone)];
  return { firstDay, lastDay, startsAt, endsAt, isWholeDays: false };
}

/** @param name `time` or `time:day` and so on; null for no buckets */
export function bucketsSlowly(span: Span, name: string | null, timeZone: string): Bucket[] | null {
  if (name === null) return null;
  const days = span.lastDay - span.firstDay + 1;
  const fitting = days === 1 || !span.isWholeDays ? 'hour' : days <= 92 ? 'day' : 'month';
  const unit = (name.split(':')[1] ?? fitting) as Bucket['unit'];
  const buckets: Bucket[] = [];
  for (let day = span.firstDay; day <= span.lastDay; day++) {
    const starts = startOf(day, timeZone);
    const isFirst = day === span.firstDay;
    if (unit === 'hour') {
      for (let at = starts; at < startOf(day + 1, timeZone); at += HOUR) {
        const ends = Math.min(at + HOUR, startOf(day + 1, timeZone));
        if (ends <= span.startsAt || at >= span.endsAt) continue;
        const startsAt = Math.max(at, span.startsAt);
        buckets.push({ unit, startsAt, firstDay: day, label: clockOf(startsAt, timeZone) });
      }
    } else if (isFirst || beginsUnit(day, unit)) {
      const startsAt = isFirst ? span.startsAt : starts;
      buckets.push({ unit, startsAt, firstDay: day, label: dateOfDay(day) });
    }
  }
  return buckets;
}

export function bucketOfTime(at: number, buckets: Bucket[] | null): Bucket | null {
  return buckets?.findLast((bucket) => bucket.startsAt <= at) ?? null;
}

export function bucketOfDay(day: number, buckets: Bucket[] | null): Bucket | null {
  return buckets?.findLast((bucket) => bucket.firstDay <= day) ?? null;
}

function beginsUnit(day: number, unit: Bucket['unit']): boolean {
  const date = new Date(day * 86_400_000);
  if (unit === 'week') return date.getUTCDay() === 1;
  return unit === 'day' || date.getUTCDate() === 1;
}
