/** Looks at the tables themselves: which columns there are, and which of them could hold what must not be kept. */
import type { StoredFacts } from '../../privacy/audit/facts.ts';
import type { SqliteDatabase } from '../sqlite/open-database.ts';
import { holdsUserAgent, isAddress } from './personal-text.ts';

export interface StoredColumn {
  /** `main` is events.db. */
  schema: 'main' | 'app';
  table: string;
  column: string;
  type: string;
}

/** Tables that hold keys of visitors by right: they go with the days, or with the visitor. */
const HOLDERS = new Set(['visitors', 'people', 'consent_receipts']);
const OF_A_VISITOR = /^(visitor|visitor_key|visitor_id|identifier|passant_id)$/;
const OF_A_PERSON = /^(key|visitor\w*|ordinal|visit|event|identifier|at|\w+_at)$/;
/** Kinds of `terms`, and columns, that name servers: an address there is nobody's. */
const NAMES_OF_SERVERS = new Set(['terms host', 'terms referrer', 'terms source', 'sites.domain', 'sites.settings']);

export function readColumns(db: SqliteDatabase): StoredColumn[] {
  return (['main', 'app'] as const).flatMap((schema) =>
    db
      .prepare<[], { table: string; column: string; type: string }>(
        `SELECT m.name AS "table", c.name AS "column", c.type FROM ${schema}.sqlite_schema m
        JOIN pragma_table_info(m.name, '${schema}') c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'`,
      )
      .all()
      .map((row) => ({ schema, ...row })),
  );
}

export function describeColumns(
  columns: readonly StoredColumn[],
): Pick<StoredFacts, 'columns' | 'keyHolders' | 'countersOfPersons'> {
  const nameOf = ({ table, column }: StoredColumn) => `${table}.${column}`;
  const isKey = ({ column, type }: StoredColumn) => OF_A_VISITOR.test(column) || (column === 'key' && type === 'BLOB');
  return {
    columns: columns.map(({ table, column }) => ({ table, column })),
    keyHolders: columns.filter((each) => isKey(each) && !HOLDERS.has(each.table)).map(nameOf),
    countersOfPersons: columns
      .filter(({ table, column }) => /^consent_/.test(table) && !HOLDERS.has(table) && OF_A_PERSON.test(column))
      .map(nameOf),
  };
}

/** Every text of the site, and of all sites where it belongs to none, that is an address or holds a User-Agent. */
export function findPersonalTexts(db: SqliteDatabase, columns: readonly StoredColumn[], siteId: number): string[] {
  const found = new Set<string>();
  for (const { schema, table, column, type } of columns) {
    if (type !== 'TEXT') continue;
    const isOfSite = columns.some(
      (each) => each.schema === schema && each.table === table && each.column === 'site_id',
    );
    const kind = table === 'terms' ? 'kind' : "''";
    const rows = db
      .prepare<unknown[], [string, string | null]>(
        `SELECT ${kind}, "${column}" FROM ${schema}."${table}" ${isOfSite ? 'WHERE site_id = ?' : ''}`,
      )
      .raw()
      .iterate(...(isOfSite ? [siteId] : []));
    for (const [kindOfText, text] of rows) {
      const place = kindOfText === '' ? `${table}.${column}` : `${table} ${kindOfText}`;
      if (text === null || found.has(place)) continue;
      if (holdsUserAgent(text) || (isAddress(text) && !NAMES_OF_SERVERS.has(place))) found.add(place);
    }
  }
  return [...found];
}
