/** The tables of an events database as plain arrays of objects, texts instead of numbers. */
import Database from 'better-sqlite3';

export type Row = Record<string, string | number | null>;

export interface Tables {
  visits: Row[];
  events: Row[];
  event_properties: Row[];
  people: Row[];
  visitors: Row[];
  instrument_days: Row[];
  instrument_parts: Row[];
  instrument_carries: Row[];
  date_flag_days: Row[];
}

/** Which dictionary a column's numbers belong to. */
export const TEXT_KINDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  visits: {
    ...{ entry_host: 'host', entry_page: 'page', exit_host: 'host', exit_page: 'page' },
    ...Object.fromEntries(
      [
        ...['source', 'channel', 'referrer', 'utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term'],
        ...['country', 'region', 'city', 'browser', 'browser_version', 'os', 'os_version', 'device', 'language'],
      ].map((name) => [name, name]),
    ),
  },
  events: { name: 'name', host: 'host', page: 'page', currency: 'currency' },
  event_properties: { key: 'prop_key', value: 'prop_value' },
};

export function readTables(file: string): Tables {
  const db = new Database(file, { readonly: true });
  try {
    const terms = new Map(
      (db.prepare('SELECT kind, id, text FROM terms').all() as { kind: string; id: number; text: string }[]).map(
        ({ kind, id, text }) => [`${kind} ${id}`, text],
      ),
    );
    const read = (table: keyof Tables): Row[] =>
      (db.prepare(`SELECT * FROM ${table}`).all() as Row[]).map((row) => {
        const kinds = TEXT_KINDS[table] ?? {};
        const texts = Object.entries(kinds).map(([column, kind]) => [
          column,
          terms.get(`${kind} ${row[column]}`) ?? '',
        ]);
        return { ...row, ...Object.fromEntries(texts) };
      });
    return {
      ...{ visits: read('visits'), events: read('events'), event_properties: read('event_properties') },
      ...{ people: read('people'), visitors: read('visitors'), instrument_days: read('instrument_days') },
      ...{ instrument_parts: read('instrument_parts'), instrument_carries: read('instrument_carries') },
      date_flag_days: read('date_flag_days'),
    };
  } finally {
    db.close();
  }
}

/** Every table there is with every column as it stands on disk, bytes in hex. */
export function dumpTables(file: string): Record<string, Row[]> {
  const db = new Database(file, { readonly: true });
  try {
    const names = db
      .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .pluck()
      .all();
    const plain = (value: unknown) => (Buffer.isBuffer(value) ? value.toString('hex') : value);
    const rowsOf = (name: string) =>
      (db.prepare(`SELECT * FROM ${name}`).all() as Row[]).map((row) =>
        Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plain(value)])),
      );
    return Object.fromEntries(names.map((name) => [name, rowsOf(name)])) as Record<string, Row[]>;
  } finally {
    db.close();
  }
}
