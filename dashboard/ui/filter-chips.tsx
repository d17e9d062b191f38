/** The filters in force, each to be reversed or removed. */
import type { Texts } from '../i18n/en.ts';
import type { Format } from '../i18n/format.ts';
import { sayValue } from '../i18n/say-value.ts';
import { useApp } from '../state/app.ts';
import { type Condition, negate, writeCondition } from '../state/conditions.ts';
import { useView } from '../state/use-view.ts';
import { CrossIcon } from './icons.tsx';
import { Link } from './link.tsx';

export function FilterChips() {
  const { texts, format } = useApp();
  const { view, hrefOf } = useView();
  const { conditions } = view;
  if (conditions.length === 0) return null;
  const { title, clear } = texts.value.filters;
  return (
    <section class="filters" aria-label={title}>
      <ul>
        {conditions.map((condition, index) => (
          <li class="chip" key={writeCondition(condition)}>
            <ChipText
              condition={condition}
              texts={texts.value}
              format={format.value}
              reversedHref={hrefOf({ conditions: conditions.toSpliced(index, 1, negate(condition)) })}
            />
            <Link
              class="chip-remove"
              href={hrefOf({ conditions: conditions.toSpliced(index, 1) })}
              label={texts.value.filters.remove(sayCondition(condition, texts.value, format.value))}
            >
              <CrossIcon />
            </Link>
          </li>
        ))}
      </ul>
      <Link class="quiet-link" href={hrefOf({ conditions: [] })}>
        {clear}
      </Link>
    </section>
  );
}

interface ChipTextProps {
  condition: Condition;
  texts: Texts;
  format: Format;
  reversedHref: string;
}

function ChipText({ condition, texts, format, reversedHref }: ChipTextProps) {
  const { operator, dimension } = condition;
  return (
    <span class="chip-text">
      {texts.dimensions[dimension]}{' '}
      <Link
        class="chip-operator"
        href={reversedHref}
        label={texts.filters.negate(sayCondition(condition, texts, format))}
      >
        {texts.filters.operators[operator]}
      </Link>{' '}
      <strong>{sayValues(condition, texts, format)}</strong>
    </span>
  );
}

function sayCondition(condition: Condition, texts: Texts, format: Format): string {
  const { operator, dimension } = condition;
  return `${texts.dimensions[dimension]} ${texts.filters.operators[operator]} ${sayValues(condition, texts, format)}`;
}

function sayValues({ operator, dimension, values }: Condition, texts: Texts, format: Format): string {
  const isPart = operator === 'contains' || operator === 'contains_not';
  // A part of a code is no code: only whole values have a name.
  return values.map((value) => (isPart ? value : sayValue(dimension, value, texts, format))).join(texts.filters.or);
}
