/** Asks plain rows in SQLite: visits with their visitors, events joined to their visits by key. */
import Database from 'better-sqlite3';
import { dateOf, startOfDay } from '../../src/lib/calendar.ts';
import type { Engine } from './engine.ts';
import { andAll, conditionsOf, type Dialect, eventsWhere, keyOfVisit, toSql, unitOf } from './peer-sql.ts';
import { isTime, type Question } from './questions.ts';
import { TIME_ZONE } from './shape.ts';

/** In this order: nothing but the keys leads from an event to its visit. */
const WITH_VISITOR = `CROSS JOIN people p ON p.site_id = v.site_id AND p.day = v.day AND p.ordinal = v.ordinal`;
const WITH_VISIT = `CROSS JOIN visits v ON v.site_id = e.site_id AND v.day = e.day AND v.visit = e.visit`;
/** Where the day of an event's own time is asked for. */
const WITH_DAYS = 'CROSS JOIN days d ON d.day = e.day';
const OF_EVENTS = new Set(['page']);

const DIALECT: Dialect = {
  visits: `visits v ${WITH_VISITOR}`,
  events: (needsVisit) => `events e ${WITH_DAYS} ${needsVisit ? `${WITH_VISIT} ${WITH_VISITOR}` : ''}`,
  column: (name) => (OF_EVENTS.has(name) ? `e.${name}` : `v.${name}`),
  visitor: 'nullif(p.visitor, 0)',
  person: '(p.day << 32 | p.ordinal)',
  visit: '(v.day << 32 | v.visit)',
  visitDays: (first, last) => `v.site_id = 1 AND v.day BETWEEN ${first} AND ${last}`,
  eventDays: (first, last) => `e.site_id = 1 AND e.day BETWEEN ${first} AND ${last}`,
  eventDay: 'e.day',
  isPageview: 'e.name = 1',
  bucketOfVisit: (unit) => (unit === 'day' ? 'v.day' : '(SELECT month FROM days WHERE day = v.day)'),
  bucketOfEvent: (unit) => {
    const ownDay = '(e.day + (e.at >= d.ends_at))';
    return unit === 'day' ? ownDay : `(SELECT month FROM days WHERE day = ${ownDay})`;
  },
  isInside: ({ firstDay, lastDay }) => `e.at >= ${startOf(firstDay)} AND e.at < ${startOf(lastDay + 1)}`,
  pageviewsOfVisits: (question) => {
    if (isTime(question.dimension)) {
      const needsVisit = question.conditions.length > 0;
      const where = andAll([eventsWhere(question, DIALECT), DIALECT.isPageview, DIALECT.isInside(question)]);
      const correction = `SELECT ${DIALECT.bucketOfEvent(unitOf(question))} AS k, count(*) AS pv
        FROM ${DIALECT.events(needsVisit)} WHERE ${where} GROUP BY 1`;
      return { form: 'visits, and events by their own days', counted: '0', correction };
    }
    return { form: 'visits', counted: 'sum(v.pageviews)', correction: correctionOfEnds(question) };
  },
  triesAll: false,
};

/** Pageviews that visits of the last day saw after it, and visits of the day before saw in it. */
function correctionOfEnds(question: Question): string {
  const { firstDay, lastDay, conditions } = question;
  const ofDay = (
    day: number,
    pageviews: number,
  ) => `SELECT ${keyOfVisit(question, DIALECT)} AS k, ${pageviews} * count(*) AS pv
    FROM ${DIALECT.events(true)} WHERE ${andAll([
      DIALECT.eventDays(day, day),
      DIALECT.isPageview,
      `e.at >= ${startOf(day + 1)}`,
      ...conditionsOf(conditions, DIALECT),
    ])} GROUP BY 1`;
  return `${ofDay(lastDay, -1)} UNION ALL ${ofDay(firstDay - 1, 1)}`;
}

function startOf(day: number): number {
  return startOfDay(day, TIME_ZONE);
}

/** @param file made by `SqliteStore` */
export function createSqliteEngine(file: string): Engine {
  const db = new Database(file, { readonly: true });
  db.pragma('cache_size = -262144');
  db.pragma('mmap_size = 8589934592');
  db.pragma('temp_store = MEMORY');
  return {
    name: 'sqlite rows',
    version: db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '',
    formsOf: (question) => toSql(question, DIALECT),
    ask: async ({ dimension }, sql) => {
      const rows = db.prepare<[], (number | string)[]>(sql).raw().all();
      return rows.map(([label, ...figures]) => ({
        label: isTime(dimension) ? dateOf(Number(label)) : String(label),
        figures: figures.map(Number),
      }));
    },
    close: () => db.close(),
  };
}
