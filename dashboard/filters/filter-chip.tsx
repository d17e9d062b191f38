/** One filter in force: its operator reverses it, its values lead to the builder, its cross removes it. */
import { sayCondition, sayValues } from '../i18n/say-condition.ts';
import { sayDimension } from '../i18n/say-value.ts';
import { useApp } from '../state/app.ts';
import { type Condition, negate } from '../state/conditions.ts';
import { useView } from '../state/use-view.ts';
import { CrossIcon } from '../ui/icons.tsx';
import { Link } from '../ui/link.tsx';
import { editing } from './asking-sheets.tsx';

export function FilterChip({ condition, index }: { condition: Condition; index: number }) {
  const { texts, format } = useApp();
  const { view, hrefOf } = useView();
  const words = texts.value.filters;
  const { operator, dimension, done, ignoresCase } = condition;
  const said = sayCondition(condition, texts.value, format.value);
  const values = sayValues(condition, texts.value, format.value);
  const reverse = (text: string) => (
    <Link
      class="chip-operator"
      href={hrefOf({ conditions: view.conditions.with(index, negate(condition)) })}
      label={words.negate(said)}
      title={words.negate(said)}
    >
      {text}
    </Link>
  );
  return (
    <li class="chip">
      <span class="chip-text">
        {done === undefined ? null : <>{reverse(words.done[done])} </>}
        {sayDimension(dimension, texts.value)}{' '}
        {done === undefined ? reverse(words.operators[operator]) : words.operators[operator]}{' '}
        <Link class="chip-values" href={hrefOf({ open: editing(index) })} label={words.edit(said)} title={values}>
          <bdi>{values}</bdi>
        </Link>
        {ignoresCase ? ` ${words.anyCase}` : null}
      </span>
      <Link
        class="chip-remove"
        href={hrefOf({ conditions: view.conditions.toSpliced(index, 1) })}
        label={words.remove(said)}
      >
        <CrossIcon />
      </Link>
    </li>
  );
}
