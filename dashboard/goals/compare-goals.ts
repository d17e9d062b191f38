/** How goals have changed since the period that they are compared with. */
import type { Row } from '../api/query.ts';
import { comparePeople } from '../headline/compare-people.ts';
import { sayChange } from '../headline/say-change.ts';
import type { Format } from '../i18n/format.ts';
import type { TextsWith } from '../i18n/languages.ts';

/** How the visitors of a goal have changed; null where nothing can be said. `isSure`: by more than the uncertainty. */
export function sayTrend(
  figures: Row,
  texts: TextsWith<'explore'>,
  format: Format,
): { text: string; isSure: boolean } | null {
  const compared = figures.before === null ? null : comparePeople(figures, figures.before);
  if (compared === null) return null;
  const { trend } = texts.goalPage;
  const { verdict } = compared;
  const said = sayChange(compared, format);
  switch (verdict) {
    case 'exact':
    case 'larger':
      return said === null ? null : { text: said, isSure: true };
    case 'within':
      return { text: said === null ? trend.within : `${said}, ${trend.within}`, isSure: false };
    case 'nobody':
      return { text: trend.nobody, isSure: true };
    case 'more':
    case 'fewer':
      return { text: trend[verdict], isSure: true };
    case 'unknown':
      return { text: trend.unknown, isSure: false };
  }
}
