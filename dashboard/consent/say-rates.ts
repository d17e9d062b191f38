/** The consent rate in words, for those who do not see the line. */
import type { Texts } from '../i18n/en/texts.ts';
import type { Format } from '../i18n/format.ts';
import type { Bucket } from '../state/period.ts';
import { extremesOf, type RatePoint, shareOf } from './consent-rate.ts';

/** @param words `tooFewForExtremes` says of what there are too few */
export function sayRates(
  points: readonly RatePoint[],
  bucket: Bucket,
  words: Pick<Texts['consent'], 'extremes' | 'tooFewForExtremes'>,
  format: Format,
): string {
  const extremes = extremesOf(points);
  if (extremes === null) return words.tooFewForExtremes;
  const share = (point: RatePoint) => format.percent(shareOf(point) ?? 0);
  const when = ({ label }: RatePoint) => format.bucket(label, bucket, 'long');
  const { lowest, highest } = extremes;
  return words.extremes(share(lowest), when(lowest), share(highest), when(highest));
}
