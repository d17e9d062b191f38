/** Asks DuckDB, on two threads: the visits' table where a question is about visits, the events' table where it is about pages. */
import { dateOf } from '../../src/lib/calendar.ts';
import { openDuckdb } from './duckdb-store.ts';
import type { Engine } from './engine.ts';
import { andAll, conditionsOf, type Dialect, keyOfVisit, toSql, unitOf } from './peer-sql.ts';
import { isTime } from './questions.ts';

const days = (first: number, last: number) => `day BETWEEN ${first} AND ${last}`;

const DIALECT: Dialect = {
  visits: 'visits',
  events: () => 'events',
  column: (name) => name,
  visitor: 'visitor',
  person: 'person',
  visit: 'visit',
  visitDays: days,
  eventDays: days,
  eventDay: 'day',
  isPageview: 'name = 1',
  bucketOfVisit: (unit) => unit,
  bucketOfEvent: (unit) => `own_${unit}`,
  isInside: ({ firstDay, lastDay }) => `own_day BETWEEN ${firstDay} AND ${lastDay}`,
  pageviewsOfVisits: (question) => {
    const { firstDay, lastDay, dimension, conditions } = question;
    const where = (...tests: string[]) => andAll([...tests, 'after > 0', ...conditionsOf(conditions, DIALECT)]);
    const sum = 'sum(CAST(after AS INTEGER))';
    const ofTotals = () => `SELECT ${keyOfVisit(question, DIALECT)} AS k,
      sum(CASE WHEN day = ${lastDay} THEN -CAST(after AS INTEGER) ELSE after END) AS pv
      FROM visits WHERE ${where(`day IN (${firstDay - 1}, ${lastDay})`)} GROUP BY 1`;
    const ofBuckets = () => `SELECT ${unitOf(question)} AS k, -${sum} AS pv FROM visits
      WHERE ${where(days(firstDay, lastDay))} GROUP BY 1
      UNION ALL SELECT d.${unitOf(question)}, ${sum} FROM (SELECT day + 1 AS next, after FROM visits
      WHERE ${where(days(firstDay - 1, lastDay - 1))}) JOIN days d ON d.day = next GROUP BY 1`;
    return { form: 'visits', counted: 'sum(pageviews)', correction: isTime(dimension) ? ofBuckets() : ofTotals() };
  },
  triesAll: true,
};

/** @param file made by `DuckdbStore` */
export async function createDuckdbEngine(file: string): Promise<Engine> {
  const connection = await openDuckdb(file);
  const version = await connection.runAndReadAll('SELECT version()');
  return {
    name: 'duckdb',
    version: String(version.getRows()[0]?.[0]),
    formsOf: (question) => toSql(question, DIALECT),
    ask: async ({ dimension }, sql) => {
      const rows = (await connection.runAndReadAll(sql)).getRows();
      return rows.map(([label, ...figures]) => ({
        label: isTime(dimension) ? dateOf(Number(label)) : String(label),
        figures: figures.map(Number),
      }));
    },
    close: () => connection.closeSync(),
  };
}
