/** What can be taken away from a panel: its whole table, the API's answer, a picture. */
import type { Metric } from '../../src/stats/metrics.ts';
import { decodeAnswer, type Question, type Row, toBody } from '../api/query.ts';
import { postJson } from '../api/request.ts';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { fileName, saveCsv, saveFile, spanOf } from '../files/save-file.ts';
import { tableOfAnswer } from '../files/table-of-answer.ts';
import type { Texts } from '../i18n/en/texts.ts';
import type { Format } from '../i18n/format.ts';
import { sayCondition } from '../i18n/say-condition.ts';
import { askedOf } from '../lists/list-metrics.ts';
import { barOf, NO_BAR, scaleBars } from '../panels/bar.ts';
import { sayRowFigure } from '../panels/row-figure.tsx';
import { type Subject, sayHead, sayRow } from '../panels/subject.ts';
import { HOURS, spreadWeek, WEEKDAYS } from '../panels/week.ts';
import { readPeople } from '../people/people.ts';
import { sayInterval, sayPeople } from '../people/say-people.ts';
import { type DrawnRow, drawTable } from './draw-table.ts';

export interface Taken {
  subject: Subject;
  base: Pick<Question, 'domain' | 'dateRange' | 'conditions'>;
  columns: readonly [Metric, ...Metric[]];
}

/** As many as the server tells at once. */
const ALL_ROWS = 10_000;
const DRAWN_ROWS = 20;
const DRAWN_FIGURES = 4;

/** @throws ApiError */
export async function takeCsv(taken: Taken): Promise<void> {
  const answer = await askAll(taken);
  saveCsv(nameOf(taken, answer), tableOfAnswer(answer));
}

/** @throws ApiError */
export async function takeJson(taken: Taken): Promise<void> {
  const answer = await askAll(taken);
  const text = `${JSON.stringify(answer, null, 2)}\n`;
  saveFile(fileName(nameOf(taken, answer), 'json'), new Blob([text], { type: 'application/json' }));
}

/** @throws ApiError */
export async function takePicture(taken: Taken, texts: Texts, format: Format): Promise<void> {
  const { subject, columns, base } = taken;
  const question = questionOf(taken, subject.tab.kind === 'week' ? ALL_ROWS : DRAWN_ROWS);
  const raw = await postJson('/app/api/v2/query', toBody(question));
  const answer = decodeAnswer(question, raw);
  const shown = columns.slice(0, DRAWN_FIGURES);
  const hidden = sayHidden(answer, format);
  const isWeek = subject.tab.kind === 'week';
  const picture = await drawTable({
    title: texts.panels.tabs[subject.tab.key],
    lines: [
      `${base.domain}${answer.days === null ? '' : ` · ${format.days(answer.days)}`}`,
      base.conditions.length === 0
        ? texts.take.noFilters
        : base.conditions.map((each) => sayCondition(each, texts, format)).join(' · '),
    ],
    columns: isWeek
      ? [texts.dimensions['visit:hour'], ...WEEKDAYS.map((day) => format.weekday(day, 'short'))]
      : [
          sayHead(subject, texts),
          ...shown.map((metric) => (texts.panels.columns as Readonly<Record<string, string>>)[metric] ?? metric),
        ],
    rows: isWeek
      ? drawnHours(answer.rows, format)
      : drawnRows(answer.rows, shown, (row) => sayRow(subject, row, texts, format), hidden, format),
  });
  saveFile(fileName(nameOf(taken, raw), 'png'), picture);
}

function drawnRows(
  rows: readonly Row[],
  metrics: readonly Metric[],
  nameOf: (row: Row) => string,
  hidden: string,
  format: Format,
): DrawnRow[] {
  const [main = 'visits'] = metrics;
  const bars = scaleBars(rows.map((row) => barOf(row, main)));
  return rows.map((row, index) => {
    return {
      name: nameOf(row),
      bar: bars[index] ?? NO_BAR,
      cells: metrics.map((metric) => {
        if (row.isHidden(metric)) return hidden;
        const counted = metric === 'visitors' ? readPeople(row) : null;
        if (counted === null) return sayRowFigure(row, metric, format);
        const figure = sayPeople(counted, format);
        // An estimate never goes without its interval.
        return counted.kind === 'estimate' ? `${figure} (${sayInterval(counted, format)})` : figure;
      }),
    };
  });
}

function drawnHours(rows: readonly Row[], format: Format): DrawnRow[] {
  const { visitsOf } = spreadWeek(rows);
  return HOURS.map((hour) => ({
    name: format.bucket(`2026-01-01 ${hour}:00:00`, 'hour', 'short'),
    bar: NO_BAR,
    cells: WEEKDAYS.map((day) => format.count(visitsOf(day, hour))),
  }));
}

function questionOf({ subject, base, columns }: Taken, limit: number): Question {
  return {
    ...base,
    filters: subject.filters,
    metrics: askedOf(columns),
    dimensions: subject.dimensions,
    limit,
  };
}

function askAll(taken: Taken): Promise<unknown> {
  return postJson('/app/api/v2/query', toBody(questionOf(taken, ALL_ROWS)));
}

function nameOf({ base, subject }: Taken, answer: unknown): readonly string[] {
  const { days } = decodeAnswer({ metrics: ['visits'] }, answer);
  return [base.domain, subject.tab.key, ...spanOf(days)];
}
