/** The name of a figure: a button that has the chart show it, and beside it the way to its explanation. */
import type { Question } from '../api/query.ts';
import { chooseMetric } from '../charts/chart-metrics.ts';
import { ExplainLink } from '../explain/explain-button.tsx';
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import type { ChartMetric } from '../state/view.ts';

interface TileNameProps {
  /** Of the heading; `<id>-figure` is the figure. */
  id: string;
  metric: ChartMetric;
  name: string;
  question: Question | null;
}

export function TileName({ id, metric, name, question }: TileNameProps) {
  const { show } = useApp().texts.value.change;
  const { view, adjust } = useView();
  return (
    <div class="tile-head">
      <h2 class="tile-name" id={id}>
        <button
          type="button"
          data-chooses={metric}
          aria-pressed={chooseMetric(view.metric, view.conditions) === metric}
          aria-describedby={`${id}-figure`}
          title={show}
          onClick={() => adjust({ metric })}
        >
          {name}
        </button>
      </h2>
      {question === null ? null : <ExplainLink question={question} metric={metric} name={name} />}
    </div>
  );
}
