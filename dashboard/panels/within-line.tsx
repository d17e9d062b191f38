/** Says whose inside is shown, such as the browser of these versions, and leads out of it. */
import { sayValue } from '../i18n/say-value.ts';
import { useApp } from '../state/app.ts';
import { writeCondition } from '../state/conditions.ts';
import { useView } from '../state/use-view.ts';
import { Link } from '../ui/link.tsx';
import type { Subject } from './subject.ts';

export function WithinLine({ subject: { within, tab } }: { subject: Subject }) {
  const { texts, format } = useApp();
  const { view, hrefOf } = useView();
  if (within === null) return null;
  const name = sayValue(within.dimension, within.values[0] ?? '', texts.value, format.value);
  // Conditions are read from the address each time: the same one is another object.
  const others = view.conditions.filter((each) => writeCondition(each) !== writeCondition(within));
  return (
    <p class="panel-within">
      <bdi class="clipped">{name}</bdi>
      <Link class="quiet-link" href={hrefOf({ conditions: others })}>
        {texts.value.panels.leave(texts.value.panels.tabs[tab.key])}
      </Link>
    </p>
  );
}
