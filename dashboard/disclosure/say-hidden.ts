/** What stands for a figure that is hidden: less than the smallest that is told. */
import type { Answer } from '../api/query.ts';
import { type Format, UNKNOWN } from '../i18n/format.ts';

export function sayHidden({ disclosure }: Pick<Answer, 'disclosure'>, { count }: Pick<Format, 'count'>): string {
  const smallest = disclosure?.smallest ?? null;
  return smallest === null ? UNKNOWN : `< ${count(smallest)}`;
}
