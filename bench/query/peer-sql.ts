/** A question as SQL for the peers, in the forms that somebody who knows them would try; the fastest one is measured. */
import { DIMENSION_COLUMNS } from './dimensions.ts';
import { type Condition, figuresOf, isTime, type Question } from './questions.ts';
import { FIRST_DAY } from './shape.ts';

export interface SqlForm {
  /** Of the way to ask. */
  form: string;
  sql: string;
}

/** How one engine names things. All expressions stand over a row of visits or of events. */
export interface Dialect {
  /** FROM clauses; `needsVisit` when columns of the event's visit or visitor are read too. */
  visits: string;
  events: (needsVisit: boolean) => string;
  column: (name: string) => string;
  /** NULL when anonymous. */
  visitor: string;
  /** One value per visitor and day; one per visit. */
  person: string;
  visit: string;
  /** Tests whether rows are stored under these days. */
  visitDays: (first: number, last: number) => string;
  eventDays: (first: number, last: number) => string;
  /** The day of an event's visit. */
  eventDay: string;
  isPageview: string;
  /** Bucket of a visit's day, and of an event's own; as a day number. */
  bucketOfVisit: (unit: 'day' | 'month') => string;
  bucketOfEvent: (unit: 'day' | 'month') => string;
  /** Whether an event's own time lies in the question's days. */
  isInside: (question: Question) => string;
  /** `counted` over visits of the question's days, and a SELECT of (k, pv) that puts right what happens at midnight. */
  pageviewsOfVisits: (question: Question) => { form: string; counted: string; correction: string };
  /** Forms that are known to be slower by far are not tried where one question takes many seconds. */
  triesAll: boolean;
}

export function toSql(question: Question, dialect: Dialect): SqlForm[] {
  const { dimension, conditions } = question;
  const readsEvents = dimension === 'event:page' || conditions.some((each) => each.dimension === 'event:page');
  if (!readsEvents) return [ofVisits(question, dialect)];
  if (isTime(dimension)) return [inTwoPasses(question, dialect)];
  const forms = [
    ...(dimension === 'event:page' && question.order === 'pageviews' ? [winnersFirst(question, dialect)] : []),
    inOnePass(question, dialect),
    inTwoSteps(question, dialect),
  ];
  return dialect.triesAll ? forms : forms.slice(0, 1);
}

/** Questions about visits: the visits' table answers them, but for pageviews after midnight. */
function ofVisits(question: Question, dialect: Dialect): SqlForm {
  const { firstDay, lastDay, conditions } = question;
  const where = andAll([dialect.visitDays(firstDay, lastDay), ...conditionsOf(conditions, dialect)]);
  const { form, counted, correction } = dialect.pageviewsOfVisits(question);
  const sql = `WITH v AS (SELECT ${keyOfVisit(question, dialect)} AS k, count(*) AS visits, ${counted} AS pageviews,
      count(DISTINCT ${dialect.visitor}) AS measured, count(DISTINCT ${dialect.person}) AS daily
      FROM ${dialect.visits} WHERE ${where} GROUP BY 1),
    r AS (SELECT k, sum(visits) AS visits, sum(pageviews) AS pageviews, sum(measured) AS measured, sum(daily) AS daily
      FROM (SELECT k, visits, pageviews, measured, daily FROM v UNION ALL SELECT k, 0, pv, 0, 0 FROM (${correction})) GROUP BY k)
    ${labelled(question)}`;
  return { form, sql };
}

/** One row per page and visit, all that is needed of both days' ends in one reading. */
function inOnePass(question: Question, dialect: Dialect, onlyWinners = ''): SqlForm {
  const sql = `WITH r AS (SELECT ${keyOfVisit(question, dialect)} AS k,
      count(*) FILTER (WHERE ${dialect.isPageview} AND ${dialect.isInside(question)}) AS pageviews,
      count(DISTINCT ${dialect.visit}) ${ofOwnDays(question, dialect)} AS visits,
      count(DISTINCT ${dialect.visitor}) ${ofOwnDays(question, dialect)} AS measured,
      count(DISTINCT ${dialect.person}) ${ofOwnDays(question, dialect)} AS daily
      FROM ${dialect.events(true)} WHERE ${eventsWhere(question, dialect)}${onlyWinners} GROUP BY 1)
    ${labelled(question)}`;
  return { form: 'events, one pass', sql };
}

/** First one row per value and visit, then the distinct visitors among these. */
function inTwoSteps(question: Question, dialect: Dialect): SqlForm {
  const sql = `WITH s AS (SELECT ${keyOfVisit(question, dialect)} AS k, ${dialect.visit} AS visit, max(${dialect.visitor}) AS visitor,
      max(${dialect.person}) AS person, max(${dialect.eventDay}) AS day,
      count(*) FILTER (WHERE ${dialect.isPageview} AND ${dialect.isInside(question)}) AS pageviews
      FROM ${dialect.events(true)} WHERE ${eventsWhere(question, dialect)} GROUP BY 1, 2),
    r AS (SELECT k, sum(pageviews) AS pageviews, count(*) FILTER (WHERE day >= ${question.firstDay}) AS visits,
      count(DISTINCT visitor) FILTER (WHERE day >= ${question.firstDay}) AS measured,
      count(DISTINCT person) FILTER (WHERE day >= ${question.firstDay}) AS daily FROM s GROUP BY 1)
    ${labelled(question)}`;
  return { form: 'events, two steps', sql };
}

/** The ten pages with the most pageviews, and only then who saw them. */
function winnersFirst(question: Question, dialect: Dialect): SqlForm {
  const { column, terms } = DIMENSION_COLUMNS['event:page'];
  const page = dialect.column(column);
  const needsVisit = question.conditions.some((each) => each.dimension !== 'event:page');
  const where = andAll([eventsWhere(question, dialect), dialect.isPageview, dialect.isInside(question)]);
  const winners = `SELECT k FROM (SELECT ${page} AS k, count(*) AS n FROM ${dialect.events(needsVisit)} WHERE ${where} GROUP BY 1) w
    JOIN terms t ON t.kind = '${terms}' AND t.id = w.k ORDER BY n DESC, t.text LIMIT 10`;
  const { sql } = inOnePass(question, dialect, ` AND ${page} IN (${winners})`);
  return { form: 'events, winners first', sql };
}

/** By time: events in the bucket of their own time, visits in that of their day. */
function inTwoPasses(question: Question, dialect: Dialect): SqlForm {
  const unit = unitOf(question);
  const conditions = conditionsOf(question.conditions, dialect);
  const needsVisit = question.conditions.some((each) => each.dimension !== 'event:page');
  const events = andAll([eventsWhere(question, dialect), dialect.isPageview, dialect.isInside(question)]);
  const visits = andAll([dialect.eventDays(question.firstDay, question.lastDay), ...conditions]);
  const sql = `WITH p AS (SELECT ${dialect.bucketOfEvent(unit)} AS k, count(*) AS pageviews
      FROM ${dialect.events(needsVisit)} WHERE ${events} GROUP BY 1),
    v AS (SELECT ${dialect.bucketOfVisit(unit)} AS k, count(DISTINCT ${dialect.visit}) AS visits,
      count(DISTINCT ${dialect.visitor}) AS measured, count(DISTINCT ${dialect.person}) AS daily
      FROM ${dialect.events(true)} WHERE ${visits} GROUP BY 1),
    r AS (SELECT k, sum(visits) AS visits, sum(pageviews) AS pageviews, sum(measured) AS measured, sum(daily) AS daily
      FROM (SELECT k, visits, 0 AS pageviews, measured, daily FROM v UNION ALL SELECT k, 0, pageviews, 0, 0 FROM p) GROUP BY k)
    ${labelled(question)}`;
  return { form: 'events, by their own days', sql };
}

/** The rows with their texts, ordered and cut as the question says. Totals are one row without a text. */
function labelled(question: Question): string {
  const { dimension, order } = question;
  const names = {
    pageviews: 'pageviews',
    visits: 'visits',
    visitors_measured: 'measured',
    visitors_daily_sum: 'daily',
  };
  const figures = figuresOf(question).map((name) => names[name]);
  if (dimension === null) return `SELECT '' AS label, ${figures.join(', ')} FROM r`;
  if (isTime(dimension)) return `SELECT k AS label, ${figures.join(', ')} FROM r ORDER BY k`;
  const { terms, absent } = DIMENSION_COLUMNS[dimension];
  const text = terms === null ? 'r.k' : `coalesce(t.text, '${absent}')`;
  const join = terms === null ? '' : `LEFT JOIN terms t ON t.kind = '${terms}' AND t.id = r.k`;
  return `SELECT ${text} AS label, ${figures.join(', ')} FROM r ${join} ORDER BY ${names[order]} DESC, label LIMIT 10`;
}

export function keyOfVisit({ dimension }: Question, dialect: Dialect): string {
  if (dimension === null) return '0';
  if (isTime(dimension)) return dialect.bucketOfVisit(dimension === 'time:day' ? 'day' : 'month');
  if (dimension === 'visit:consent') return `CASE WHEN ${dialect.visitor} IS NULL THEN 'anonymous' ELSE 'granted' END`;
  return dialect.column(DIMENSION_COLUMNS[dimension].column);
}

export function unitOf({ dimension }: Question): 'day' | 'month' {
  return dimension === 'time:day' ? 'day' : 'month';
}

export function conditionsOf(conditions: readonly Condition[], dialect: Dialect): string[] {
  return conditions.map(({ operator, dimension, value }) => {
    const { column, terms } = DIMENSION_COLUMNS[dimension];
    const test = operator === 'is' ? `text = '${value}'` : `text LIKE '%${value}%'`;
    const ids = `(SELECT id FROM terms WHERE kind = '${terms}' AND ${test})`;
    return `${dialect.column(column)} ${operator === 'is' ? '=' : 'IN'} ${ids}`;
  });
}

export function andAll(tests: readonly string[]): string {
  return tests.join(' AND ');
}

/** Events of the question's days, and those of visits of the day before, which reach over midnight. */
export function eventsWhere(question: Question, dialect: Dialect): string {
  const first = reachesBack(question) ? question.firstDay - 1 : question.firstDay;
  return andAll([dialect.eventDays(first, question.lastDay), ...conditionsOf(question.conditions, dialect)]);
}

/** Visits count on the day on which they began. Where nothing is read of the day before, nothing has to be tested. */
function ofOwnDays(question: Question, dialect: Dialect): string {
  return reachesBack(question) ? `FILTER (WHERE ${dialect.eventDay} >= ${question.firstDay})` : '';
}

function reachesBack({ firstDay }: Question): boolean {
  return firstDay > FIRST_DAY;
}
