/** "Explain this number": what it means, what was asked, how it was counted, and how to get the same elsewhere. */
import type { Question, Row } from '../api/query.ts';
import type { Site } from '../api/server-state.ts';
import { saveCsv, spanOf } from '../files/save-file.ts';
import { tableOfAnswer } from '../files/table-of-answer.ts';
import { sayMetric } from '../i18n/say-metric.ts';
import { sayDimension, sayValue } from '../i18n/say-value.ts';
import { useApp } from '../state/app.ts';
import { readDimension } from '../state/conditions.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import { askTimed, type TimedAnswer } from './ask-timed.ts';
import { Asked } from './asked.tsx';
import { type Explained, hintOf, partsOf } from './explanation.ts';
import { Figure } from './figure.tsx';
import { HowCounted } from './how-counted.tsx';
import { SameElsewhere } from './same-elsewhere.tsx';
import { bodyOfCall } from './write-call.ts';

interface ExplainSheetProps {
  explained: Explained & { question: Question };
  site: Site;
  onClose: () => void;
}

export function ExplainSheet({ explained, site, onClose }: ExplainSheetProps) {
  const { texts } = useApp();
  const words = texts.value.explain;
  const { metric, question } = explained;
  const { known, isStale, error, retry } = useAnswerOf(askTimed, question, 0);
  return (
    <Dialog title={words.title(sayMetric(metric, texts.value))} kind="explain" onClose={onClose}>
      <div class="explain" data-explains={metric}>
        {error === null ? null : <Failure error={error} onRetry={retry} />}
        {error !== null ? null : known === null || isStale ? (
          <span class="skeleton lazy" aria-hidden="true" />
        ) : (
          <Explanation explained={explained} timed={known.answer} site={site} />
        )}
      </div>
    </Dialog>
  );
}

interface ExplanationProps {
  explained: ExplainSheetProps['explained'];
  timed: TimedAnswer;
  site: Site;
}

function Explanation({ explained, timed, site }: ExplanationProps) {
  const { texts, format } = useApp();
  const words = texts.value.explain;
  const { metric, question, row: values } = explained;
  const { answer, raw, tookMs, serverMs } = timed;
  const row = findRow(answer.rows, explained);
  const hint = hintOf(metric, question);
  const rounded = (ms: number) => format.value.count(Math.max(1, Math.round(ms)));
  const save = () => saveCsv([site.domain, metric, ...spanOf(answer.days)], tableOfAnswer(raw, values ?? null));
  return (
    <>
      {row === null && question.dimensions.length > 0 && values === undefined ? null : (
        <Figure metric={metric} row={row} answer={answer} name={values === undefined ? null : sayRow(values)} />
      )}
      <h3>{words.definition}</h3>
      <p data-definition={metric}>{words.definitions[metric]}</p>
      {hint === null ? null : (
        <p class="quiet" data-hint={hint}>
          {words.hints[hint]}
        </p>
      )}
      <h3>{words.asked}</h3>
      <Asked question={question} days={answer.days} site={site} row={values === undefined ? null : sayRow(values)} />
      <h3>{words.method}</h3>
      <HowCounted metric={metric} parts={partsOf(metric)} row={row} answer={answer} question={question} site={site} />
      <h3>{words.time}</h3>
      <p data-took={Math.round(tookMs)} data-server={serverMs ?? undefined}>
        {serverMs === null
          ? words.took(rounded(tookMs))
          : words.tookServer(rounded(tookMs), format.value.count(serverMs))}
      </p>
      <SameElsewhere call={{ path: 'query', body: bodyOfCall(question, answer.days) }} />
      <p>
        <button type="button" class="button" data-save="csv" onClick={save}>
          {words.save}
        </button>
      </p>
    </>
  );

  function sayRow(of: readonly string[]): string {
    return of
      .map((value, index) => {
        const dimension = readDimension(question.dimensions[index]);
        if (dimension === null) return value;
        return `${sayDimension(dimension, texts.value)} ${sayValue(dimension, value, texts.value, format.value)}`;
      })
      .join(', ');
  }
}

/** The row that the figure stands in; null when there is none of that name, or the figure is that of many rows. */
function findRow(rows: readonly Row[], { question, row }: Explained): Row | null {
  if (question.dimensions.length === 0) return rows[0] ?? null;
  if (row === undefined) return null;
  return rows.find(({ values }) => row.every((value, index) => values[index] === value)) ?? null;
}
