/** Journeys in words. */

import type { JourneyRow, JourneysAnswer } from '../api/explorations.ts';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { type Format, UNKNOWN } from '../i18n/format.ts';
import type { TextsWith } from '../i18n/languages.ts';
import { sayPath } from '../i18n/say-path.ts';
import type { AnsweredBy } from '../state/use-answer.ts';
import type { JourneysQuestion } from './ask-journeys.ts';

export type AnsweredJourneys = AnsweredBy<JourneysQuestion, JourneysAnswer>;

/** @param count of those that are told  @param hasHidden whether there are others */
export function sayThrough(
  count: number,
  hasHidden: boolean,
  answer: JourneysAnswer,
  texts: TextsWith<'explore'>,
  format: Format,
): string {
  if (!hasHidden) return format.count(count);
  return count === 0 ? sayHidden(answer, format) : texts.journeys.atLeast(format.count(count));
}

export function shareOf(count: number, { total }: Pick<JourneysAnswer, 'total'>, format: Format): string {
  return total === null || total === 0 ? UNKNOWN : format.percent(count / total);
}

/** How many journeys there are, the most frequent of them, and what is not drawn. */
export function sayJourneys(
  { question, answer }: AnsweredJourneys,
  { journeys }: TextsWith<'explore'>,
  format: Format,
): string {
  const { rows, total, totalRows } = answer;
  const [first, second] = rows.filter(({ pages, count }) => pages.length > 0 && count !== null);
  const all = total === null ? sayHidden(answer, format) : format.count(total);
  return [
    question.start === null ? journeys.visits(all) : journeys.from(question.start, all),
    // Of two that are equally frequent none is the most frequent.
    ...(first === undefined || first.count === second?.count
      ? []
      : [journeys.mostFrequent(sayWhole(first, question.direction, journeys), format.count(first.count ?? 0))]),
    ...(totalRows > rows.length ? [journeys.rarer(format.count(totalRows - rows.length))] : []),
  ].join(' ');
}

/** With its end, where it is known: the first page alone would pass for all journeys through it. */
function sayWhole(
  { pages, ends }: JourneyRow,
  direction: JourneysQuestion['direction'],
  { ended }: TextsWith<'explore'>['journeys'],
): string {
  const way = sayWay(pages, direction);
  if (!ends) return way;
  return direction === 'next' ? `${way} → ${ended.next}` : `${ended.previous} → ${way}`;
}

/** As time went. Each page is isolated: one that is written from right to left must not turn the others around. */
export function sayWay(pages: readonly string[], direction: JourneysQuestion['direction']): string {
  const inTime = direction === 'next' ? pages : pages.toReversed();
  return inTime.map((page) => `\u2068${sayPath(page)}\u2069`).join(' → ');
}
