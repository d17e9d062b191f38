/** What a tab asks: by which dimensions, about what, and what a click on a row filters by. */
import type { ApiFilter, Question, Row } from '../api/query.ts';
import type { ExplainedQuestion } from '../explain/explanation.ts';
import type { Texts } from '../i18n/en/texts.ts';
import type { Format } from '../i18n/format.ts';
import { sayDimension, sayValue } from '../i18n/say-value.ts';
import { type Condition, type FilterDimension, fromFilter, hasValue, toggleValue } from '../state/conditions.ts';
import type { Tab } from './panels.ts';
import type { Chosen } from './tab-choice.ts';

export interface Subject {
  tab: Tab;
  /** The first one names the rows; there may be a second. */
  dimensions: readonly [FilterDimension, ...FilterDimension[]];
  filters: readonly ApiFilter[];
  /** The value whose inside is shown, such as the browser of these versions; null outside. */
  within: Condition | null;
}

export function subjectOf({ tab, choice }: Chosen, conditions: readonly Condition[]): Subject {
  const within = (tab.inside !== undefined && conditions.find((each) => asksOneOf(each, tab.dimension))) || null;
  const dimension = (within && tab.inside) || (choice ?? tab.dimension);
  const isOfSaid: ApiFilter[] = tab.isOfSaid ? [['is_not', dimension, ['(not set)']]] : [];
  return {
    tab,
    dimensions: tab.second === undefined ? [dimension] : [dimension, tab.second],
    filters: [...(tab.filters ?? []), ...isOfSaid],
    within,
  };
}

function asksOneOf({ operator, dimension, values }: Condition, wanted: FilterDimension): boolean {
  return operator === 'is' && dimension === wanted && values.length === 1;
}

/** What its figures rest on, for their explanation. */
export function explainedOf(
  { dimensions, filters }: Pick<Subject, 'dimensions' | 'filters'>,
  { conditions }: Pick<Question, 'conditions'>,
): ExplainedQuestion {
  return { dimensions, conditions: [...conditions, ...filters.map(fromFilter).filter((each) => each !== null)] };
}

/** What stands above the names of the rows. */
export function sayHead({ tab, dimensions }: Subject, texts: Texts): string {
  return sayDimension(tab.headedBy ?? dimensions[0], texts);
}

/** What a row is called: one name per dimension. */
export function sayRow(
  { dimensions }: Pick<Subject, 'dimensions'>,
  { values }: Pick<Row, 'values'>,
  texts: Texts,
  format: Format,
): string {
  return dimensions
    .map((dimension, index) => sayValue(dimension, values[index] ?? '', texts, format))
    .filter((name, index) => index === 0 || name !== '')
    .join(' · ');
}

/** The conditions after a click on a row: its values are asked for, or no longer. */
export function toggleRow(
  conditions: readonly Condition[],
  { dimensions }: Pick<Subject, 'dimensions'>,
  row: Pick<Row, 'values'>,
): readonly Condition[] {
  const isActive = isRowActive(conditions, { dimensions }, row);
  return dimensions.reduce((known, dimension, index) => {
    const value = row.values[index] ?? '';
    // What another row has asked for already stays.
    return hasValue(known, dimension, value) === isActive ? toggleValue(known, dimension, value) : known;
  }, conditions);
}

/** Whether all that names a row is asked for. */
export function isRowActive(
  conditions: readonly Condition[],
  { dimensions }: Pick<Subject, 'dimensions'>,
  { values }: Pick<Row, 'values'>,
): boolean {
  return dimensions.every((dimension, index) => hasValue(conditions, dimension, values[index] ?? ''));
}
