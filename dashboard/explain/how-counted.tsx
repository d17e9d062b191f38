/** The method of a figure in plain words, and what it is made of. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Answer, Question, Row } from '../api/query.ts';
import type { Site } from '../api/server-state.ts';
import { DisclosureNote } from '../disclosure/disclosure-note.tsx';
import { UNKNOWN } from '../i18n/format.ts';
import { sayFigure } from '../i18n/say-figure.ts';
import { sayMetric } from '../i18n/say-metric.ts';
import { type PeopleKind, readPeople } from '../people/people.ts';
import { isOfConsentAlone } from '../people/population.ts';
import { sayPeople } from '../people/say-people.ts';
import { useApp } from '../state/app.ts';
import { type Nature, natureOf } from './explanation.ts';
import { MethodNote } from './method-note.tsx';

interface HowCountedProps {
  metric: Metric;
  /** What it rests on. */
  parts: readonly Metric[];
  row: Row | null;
  answer: Answer;
  question: Question;
  site: Site;
}

/** They are made of visits. */
const OF_VISITS: readonly Metric[] = ['visits', 'views_per_visit', 'bounce_rate', 'visit_duration'];

type Words = 'exact' | 'measured' | 'ratio' | 'people';
const WORDS: Readonly<Record<Exclude<Nature, 'people'>, Words>> = {
  measured: 'measured',
  count: 'exact',
  ratio: 'ratio',
  peopleRatio: 'people',
};

export function HowCounted({ metric, parts, row, answer, question, site }: HowCountedProps) {
  const { texts } = useApp();
  const words = texts.value.explain;
  const nature = natureOf(metric);
  const people = readPeople(row);
  const kind = kindOf(nature, people?.kind ?? answer.method?.kind);
  return (
    <>
      <p>
        <strong data-method={kind}>{words.kind[kind]}.</strong>{' '}
        {nature === 'people' ? null : words.methods[WORDS[nature]]}
      </p>
      {site.anonymous === 'pageviews' && OF_VISITS.includes(metric) ? <p>{words.noVisits}</p> : null}
      {isOfConsentAlone(question.conditions) && (nature === 'people' || nature === 'peopleRatio') ? (
        <p>{texts.value.visitors.ofConsent}</p>
      ) : null}
      {answer.isRestricted ? <p>{texts.value.disclosure.restricted}</p> : null}
      {nature === 'people' || nature === 'peopleRatio' || parts.length === 0 || row === null ? null : (
        <Parts parts={parts} row={row} />
      )}
      {nature === 'peopleRatio' && row !== null ? <Parts parts={['visitors']} row={row} /> : null}
      {answer.method !== null && question.dimensions.length > 0 ? <p class="quiet">{words.ofWhole}</p> : null}
      {answer.method !== null && (nature === 'people' || nature === 'peopleRatio') ? (
        <MethodNote
          method={answer.method}
          people={people}
          dailySum={question.dimensions.length === 0 ? (row?.figure('visitors_daily_sum') ?? null) : null}
          isFiltered={question.conditions.length > 0}
        />
      ) : null}
      <DisclosureNote answer={answer} />
    </>
  );
}

/** @param known of the row, or of the whole where no row is asked for */
function kindOf(nature: Nature, known: PeopleKind | undefined): PeopleKind | 'ratio' {
  if (nature === 'people') return known ?? 'bounds';
  return nature === 'ratio' || nature === 'peopleRatio' ? 'ratio' : 'exact';
}

function Parts({ parts, row }: { parts: readonly Metric[]; row: Row }) {
  const { texts, format } = useApp();
  const say = (part: Metric) => {
    const people = part === 'visitors' ? readPeople(row) : null;
    if (people !== null) return sayPeople(people, format.value);
    const value = row.figure(part);
    return value === null ? UNKNOWN : sayFigure(part, value, format.value);
  };
  return (
    <>
      <h4>{texts.value.explain.madeOf}</h4>
      <dl class="facts">
        {parts.map((part) => (
          <div key={part}>
            <dt>{sayMetric(part, texts.value)}</dt>
            <dd data-part={part} data-value={String(row.figure(part))}>
              {say(part)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
