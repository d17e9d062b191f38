/** Leaves a row's value out, beside the row's name, which asks for it alone. */
import { sayDimension } from '../i18n/say-value.ts';
import { useApp } from '../state/app.ts';
import { excludeValue, type FilterDimension } from '../state/conditions.ts';
import { useView } from '../state/use-view.ts';
import { ExcludeIcon } from '../ui/icons.tsx';
import { Link } from '../ui/link.tsx';

interface ExcludeLinkProps {
  dimension: FilterDimension;
  value: string;
  /** The value as readers know it. */
  name: string;
}

export function ExcludeLink({ dimension, value, name }: ExcludeLinkProps) {
  const texts = useApp().texts.value;
  const { view, hrefOf } = useView();
  const label = texts.filters.exclude(sayDimension(dimension, texts), name);
  return (
    <Link
      class="row-exclude"
      href={hrefOf({ conditions: excludeValue(view.conditions, dimension, value) })}
      label={label}
      title={label}
    >
      <ExcludeIcon />
    </Link>
  );
}
