/** The head of a column of figures; its name leads to their explanation. */
import type { Metric } from '../../src/stats/metrics.ts';
import { ExplainLink } from './explain-button.tsx';
import type { ExplainedQuestion } from './explanation.ts';

interface FigureHeadProps {
  question: ExplainedQuestion;
  metric: Metric;
  name: string;
}

export function FigureHead({ question, metric, name }: FigureHeadProps) {
  return (
    <th scope="col">
      <ExplainLink question={question} metric={metric} name={name}>
        {name}
      </ExplainLink>
    </th>
  );
}
