/** The goals of a site, one a row: a name filters, and a cross removes. */
import type { ComponentChildren } from 'preact';
import type { Metric } from '../../src/stats/metrics.ts';
import type { GoalsAnswer } from '../api/goal-figures.ts';
import type { Row } from '../api/query.ts';
import { type Goal, removeFrom } from '../api/site-lists.ts';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { ExplainLink } from '../explain/explain-button.tsx';
import type { ExplainedQuestion } from '../explain/explanation.ts';
import { FigureHead } from '../explain/figure-head.tsx';
import { UNKNOWN } from '../i18n/format.ts';
import { sayFigure } from '../i18n/say-figure.ts';
import { sayRowFigure } from '../panels/row-figure.tsx';
import { readPeople } from '../people/people.ts';
import { sayInterval, sayPeople } from '../people/say-people.ts';
import { useApp, useTexts } from '../state/app.ts';
import { hasValue, toggleValue } from '../state/conditions.ts';
import { useMay } from '../state/use-may.ts';
import { useView } from '../state/use-view.ts';
import { Link } from '../ui/link.tsx';
import { RemoveButton } from '../ui/remove-button.tsx';
import { sayTrend } from './compare-goals.ts';
import { sayRule } from './say-goal.ts';

/** The columns of figures, and what they are called. */
const FIGURES = [
  ['visitors', 'visitors'],
  ['conversion_rate', 'rate'],
  ['events', 'times'],
  ['total_revenue', 'revenue'],
  ['average_revenue', 'average'],
] as const satisfies readonly (readonly [Metric, string])[];

interface GoalTableProps {
  domain: string;
  goals: readonly Goal[];
  answer: GoalsAnswer;
  /** After a goal was removed. */
  onChange: () => void;
}

export function GoalTable({ domain, goals, answer, onChange }: GoalTableProps) {
  const { format } = useApp();
  const texts = useTexts('explore');
  const words = texts.value.goalPage;
  const before = answer.before?.days ?? null;
  const { view } = useView();
  const question: ExplainedQuestion = { dimensions: ['event:goal'], conditions: view.conditions };
  return (
    // It scrolls, so the keyboard has to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="wide-table sideways goal-table" tabIndex={0} aria-label={words.list}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.goal}</th>
            {FIGURES.map(([metric, column]) => (
              <FigureHead key={metric} question={question} metric={metric} name={words.columns[column]} />
            ))}
            {before === null ? null : (
              <th scope="col">
                {words.columns.trend}
                <span class="row-interval">{format.value.days(before)}</span>
              </th>
            )}
            <th scope="col">
              <span class="unseen">{words.columns.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {goals.map((goal) => (
            <GoalRow
              key={goal.name}
              goal={goal}
              figures={answer.figures.get(goal.name) ?? null}
              answer={answer}
              question={question}
              onRemove={() => removeFrom(domain, 'goals', goal.name).then(onChange)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface GoalRowProps {
  goal: Goal;
  /** null: nobody fulfilled it. */
  figures: Row | null;
  answer: GoalsAnswer;
  question: ExplainedQuestion;
  onRemove: () => Promise<void>;
}

function GoalRow({ goal, figures, answer, question, onRemove }: GoalRowProps) {
  const { format: formatSignal } = useApp();
  const texts = useTexts('explore');
  const { view, hrefOf } = useView();
  const mayWrite = useMay('editor');
  const [words, format] = [texts.value.goalPage, formatSignal.value];
  const isActive = hasValue(view.conditions, 'event:goal', goal.name);
  const trend = figures === null ? null : sayTrend(figures, texts.value, format);
  const [rate, times] = [figures?.figure('conversion_rate') ?? null, figures?.figure('events') ?? null];
  const hidden = sayHidden(answer, format);
  const say = (metric: (typeof FIGURES)[number][0]): ComponentChildren => {
    if (metric === 'visitors') return <Visitors figures={figures} hidden={hidden} />;
    if (figures?.isHidden(metric)) return hidden;
    if (figures !== null) return sayRowFigure(figures, metric, format);
    // Nobody has fulfilled it.
    return metric === 'events' || metric === 'conversion_rate' ? sayFigure(metric, 0, format) : UNKNOWN;
  };
  return (
    <tr
      data-goal={goal.name}
      data-active={isActive}
      data-visitors={String(figures === null ? 0 : figures.figure('visitors'))}
      data-rate={String(rate)}
      data-times={String(figures === null ? 0 : times)}
      data-revenue={String(figures?.money('total_revenue')?.value ?? null)}
    >
      <th scope="row">
        <Link href={hrefOf({ conditions: toggleValue(view.conditions, 'event:goal', goal.name) })} isCurrent={isActive}>
          <bdi>{goal.name}</bdi>
        </Link>
        <span class="goal-rule">
          <bdi>{sayRule(goal, texts.value)}</bdi>
        </span>
      </th>
      {FIGURES.map(([metric, column]) => (
        <td key={metric} data-figure={metric}>
          {figures === null ? (
            say(metric)
          ) : (
            <ExplainLink question={question} metric={metric} name={words.columns[column]} row={[goal.name]}>
              {say(metric)}
            </ExplainLink>
          )}
        </td>
      ))}
      {answer.before === null ? null : <td class={trend?.isSure === false ? 'quiet' : ''}>{trend?.text ?? UNKNOWN}</td>}
      <td>
        {mayWrite ? (
          <RemoveButton name={words.remove(goal.name)} question={words.removeQuestion(goal.name)} onRemove={onRemove} />
        ) : null}
      </td>
    </tr>
  );
}

/** A number, an estimate with its interval, or bounds. */
function Visitors({ figures, hidden }: { figures: Row | null; hidden: string }) {
  const { format } = useApp();
  const texts = useTexts('explore');
  if (figures === null) return <>{format.value.count(0)}</>;
  if (figures.isHidden('visitors')) return <span title={texts.value.disclosure.hidden}>{hidden}</span>;
  const people = readPeople(figures);
  if (people === null) return <>{UNKNOWN}</>;
  return (
    <>
      <strong>{sayPeople(people, format.value)}</strong>
      {people.kind === 'estimate' ? (
        <span class="row-interval">
          <span class="unseen">{texts.value.chart.interval} </span>
          {sayInterval(people, format.value)}
        </span>
      ) : null}
    </>
  );
}
