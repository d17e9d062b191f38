/** What was asked, in words: site, period, filters, row. */
import type { Question } from '../api/query.ts';
import type { Site } from '../api/server-state.ts';
import { sayCondition } from '../i18n/say-condition.ts';
import { sayDimension } from '../i18n/say-value.ts';
import { useApp } from '../state/app.ts';
import { readDimension, writeCondition } from '../state/conditions.ts';
import type { Days } from '../state/period.ts';

interface AskedProps {
  question: Question;
  days: Days | null;
  site: Site;
  row: string | null;
}

export function Asked({ question, days, site, row }: AskedProps) {
  const { texts, format } = useApp();
  const words = texts.value.explain;
  const by = question.dimensions
    .map((name) => readDimension(name))
    .flatMap((dimension) => (dimension === null ? [] : [sayDimension(dimension, texts.value)]))
    .join(', ');
  return (
    <dl class="facts">
      <div>
        <dt>{words.site}</dt>
        <dd>
          <bdi>{site.domain}</bdi>
        </dd>
      </div>
      <div>
        <dt>{words.period}</dt>
        <dd>
          {days === null ? null : format.value.days(days)}
          <br />
          <span class="quiet">{texts.value.period.zone(site.timezone)}</span>
        </dd>
      </div>
      <div>
        <dt>{words.filters}</dt>
        <dd data-asked-filters={question.conditions.length}>
          {question.conditions.length === 0 ? words.noFilters : null}
          {question.conditions.map((condition) => (
            <bdi class="asked-filter" key={writeCondition(condition)}>
              {sayCondition(condition, texts.value, format.value)}
            </bdi>
          ))}
        </dd>
      </div>
      {row !== null || by === '' ? null : (
        <div>
          <dt>{texts.value.panels.by}</dt>
          <dd>
            <bdi>{by}</bdi>
          </dd>
        </div>
      )}
      {row === null ? null : (
        <div>
          <dt>{words.row}</dt>
          <dd>
            <bdi>{row}</bdi>
          </dd>
        </div>
      )}
    </dl>
  );
}
