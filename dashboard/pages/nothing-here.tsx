/** Figures exist, but none for this period or these filters. */
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { Link } from '../ui/link.tsx';

export function NothingHere() {
  const texts = useApp().texts.value.empty;
  const { view, hrefOf } = useView();
  const isFiltered = view.conditions.length > 0;
  return (
    <section class="notice" role="status">
      <p class="notice-title">{isFiltered ? texts.filters : texts.period}</p>
      {isFiltered ? (
        <Link class="button" href={hrefOf({ conditions: [] })}>
          {texts.clear}
        </Link>
      ) : (
        <>
          <p>{texts.periodMore}</p>
          <Link class="button" href={hrefOf({ period: { word: 'all' } })}>
            {texts.allTime}
          </Link>
        </>
      )}
    </section>
  );
}
