/** Journeys in words. */

import type { JourneysAnswer } from '../api/explorations.ts';
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
  const first = rows.find(({ pages, count }) => pages.length > 0 && count !== null);
  const all = total === null ? sayHidden(answer, format) : format.count(total);
  return [
    question.start === null ? journeys.visits(all) : journeys.from(question.start, all),
    ...(first === undefined
      ? []
      : [journeys.mostFrequent(sayWay(first.pages, question.direction), format.count(first.count ?? 0))]),
    ...(totalRows > rows.length ? [journeys.rarer(format.count(totalRows - rows.length))] : []),
  ].join(' ');
}

/** As time went. Each page is isolated: one that is written from right to left must not turn the others around. */
export function sayWay(pages: readonly string[], direction: JourneysQuestion['direction']): string {
  const inTime = direction === 'next' ? pages : pages.toReversed();
  return inTime.map((page) => `\u2068${sayPath(page)}\u2069`).join(' → ');
}
