/** Our data folder of the simulated year: the site is added by the product's own command, the days are written as columns. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { MIGRATIONS_DIR, migrate } from '../../src/store/sqlite/migrate.ts';
import { openDatabase, type SqliteDatabase } from '../../src/store/sqlite/open-database.ts';
import { DaySealer } from '../../src/store/sqlite/writer/day-sealer.ts';
import { TermDictionary } from '../../src/store/sqlite/writer/term-dictionary.ts';
import { ROOT } from '../support/start-server.ts';
import { type DayBatch, inOrder } from './day-batch.ts';
import { InstrumentWriter } from './instrument-writer.ts';
import type { Population } from './population.ts';
import { DOMAIN, FIRST_DAY, LEVEL, TIME_ZONE } from './shape.ts';
import { TEXTS } from './texts.ts';

const SITE = 1;
const KEY_BYTES = 16;

/** Runs one command of the built service on a data folder. @returns what it prints with --json */
export function runPassant(dataDir: string, ...args: string[]): unknown {
  const command = ['dist/main.js', ...args, '--json', '--data-dir', dataDir];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`passant ${args[0]} ended with status ${status}: ${stderr}${stdout}`);
  return JSON.parse(stdout);
}

/** A data folder with the site and without a day. */
export function createSite(dataDir: string): void {
  const settings = ['--timezone', TIME_ZONE, '--jurisdiction', 'FR', '--anonymous', LEVEL, '--retention', 'none'];
  // The other engines neither round nor hide, and know everybody's channel.
  const told = ['--profile', 'consented'];
  const { id } = runPassant(dataDir, 'site', 'add', DOMAIN, ...settings, ...told) as { id?: number };
  if (id !== undefined && id !== SITE) throw new Error(`the first site has the number ${id}`);
}

export class OursStore {
  readonly #db: SqliteDatabase;
  readonly #sealer: DaySealer;
  readonly #instrument: InstrumentWriter;
  readonly #sql;

  /** @param dataDir made by `createSite` */
  constructor(dataDir: string) {
    this.#db = openDatabase(join(dataDir, 'events.db'), { synchronous: 'normal' });
    migrate(this.#db, join(MIGRATIONS_DIR, 'events-sqlite'));
    this.#sealer = new DaySealer(this.#db);
    this.#instrument = new InstrumentWriter(this.#db);
    this.#sql = prepare(this.#db);
    this.#db.transaction(() => this.#writeTerms())();
  }

  /** Writes one day as columns, with what stands beside them in rows. */
  addDay(batch: DayBatch): void {
    const { day, visits, events, properties, people } = batch;
    this.#db.transaction(() => {
      this.#instrument.write(SITE, batch);
      this.#sealer.write(
        { siteId: SITE, day },
        {
          visits: inOrder('visits', visits),
          events: inOrder('events', events),
          properties: inOrder('properties', properties),
          people: inOrder('people', people),
        },
      );
    })();
  }

  /** Writes the visitors, who are known only when the last day is over, and closes the file. */
  finish({ firstDays, lastDays }: Population): void {
    this.#db.transaction(() => {
      const last = firstDays.length - 1;
      for (let id = 1; id <= last; id++) {
        const [first = 1, newest = 1] = [firstDays[id], lastDays[id]];
        this.#sql.visitor.run(SITE, id, keyOf(id), FIRST_DAY + first - 1, FIRST_DAY + newest - 1);
      }
      this.#sql.visitorSequence.run(SITE, last);
    })();
    this.#db.pragma('wal_checkpoint(TRUNCATE)');
    this.#db.close();
  }

  #writeTerms(): void {
    const dictionary = new TermDictionary(this.#db);
    for (const [kind, texts] of Object.entries(TEXTS)) {
      for (const [index, text] of texts.entries()) {
        const id = dictionary.idOf(SITE, kind, text);
        if (id !== index + 1) throw new Error(`${kind} ${text} has the number ${id} instead of ${index + 1}`);
      }
    }
  }
}

/** As random as an HMAC, and the same in every run. */
function keyOf(visitor: number): Buffer {
  return createHash('sha256').update(`visitor ${visitor}`).digest().subarray(0, KEY_BYTES);
}

function prepare(db: SqliteDatabase) {
  return {
    visitor: db.prepare('INSERT INTO visitors (site_id, id, key, first_day, last_day) VALUES (?, ?, ?, ?, ?)'),
    visitorSequence: db.prepare('INSERT INTO visitor_sequences (site_id, last_id) VALUES (?, ?)'),
  };
}
