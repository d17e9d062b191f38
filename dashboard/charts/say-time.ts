/** A bucket's time in words; an hour names its day where there are several. */
import type { Format } from '../i18n/format.ts';
import type { Bucket } from '../state/period.ts';
import type { Bar } from './series.ts';

export function sayTime(label: string, bucket: Bucket, bars: readonly Pick<Bar, 'label'>[], format: Format): string {
  const time = format.bucket(label, bucket, 'long');
  const isOfDays = bucket === 'hour' && bars[0]?.label.slice(0, 10) !== bars.at(-1)?.label.slice(0, 10);
  return isOfDays ? `${format.bucket(label, 'day', 'long')}, ${time}` : time;
}

/** The same for the axis: midnight is the day that begins. */
export function sayTick(label: string, bucket: Bucket, bars: readonly Pick<Bar, 'label'>[], format: Format): string {
  const isOfDays = bucket === 'hour' && bars[0]?.label.slice(0, 10) !== bars.at(-1)?.label.slice(0, 10);
  return format.bucket(label, isOfDays && label.endsWith('00:00:00') ? 'day' : bucket, 'short');
}
