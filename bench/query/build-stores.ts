/** Builds the stores of one simulated year, all from the same days; what is there already is used again. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DayBatch } from './day-batch.ts';
import { DuckdbStore } from './duckdb-store.ts';
import { generateYear } from './generate-days.ts';
import { createSite, OursStore } from './ours-store.ts';
import type { Population } from './population.ts';
import { shapeOf } from './shape.ts';
import { SqliteStore } from './sqlite-store.ts';
import { YearCounter, type YearFacts } from './year-facts.ts';

export interface Stores {
  /** A data folder. */
  ours: string;
  /** Files; null where only ours was wanted. */
  duckdb: string | null;
  sqlite: string | null;
  facts: YearFacts;
}

/** Takes the days in their order. */
interface Sink {
  addDay: (batch: DayBatch) => void;
  finish: (population: Population) => void | Promise<void>;
}

/** @param folder where they stand or will stand @param withPeers also DuckDB and plain rows */
export async function buildStores(folder: string, pageviews: number, withPeers: boolean): Promise<Stores> {
  const places = { ours: join(folder, 'ours'), duckdb: join(folder, 'year.duckdb'), sqlite: join(folder, 'rows.db') };
  const makers = {
    ours: () => createOurs(places.ours),
    duckdb: () => DuckdbStore.create(places.duckdb),
    sqlite: () => new SqliteStore(places.sqlite),
  };
  const wanted = withPeers ? (['ours', 'duckdb', 'sqlite'] as const) : (['ours'] as const);
  // Written when a store is whole.
  const stampOf = (name: string) => join(folder, `${name}.json`);
  const missing = wanted.filter((name) => !existsSync(stampOf(name)));
  if (missing.length > 0) {
    const sinks: Sink[] = [];
    for (const name of missing) {
      rmSync(places[name], { recursive: true, force: true });
      sinks.push(await makers[name]());
    }
    const facts = await pour(pageviews, sinks);
    for (const name of missing) writeFileSync(stampOf(name), JSON.stringify(facts));
  }
  const facts = JSON.parse(readFileSync(stampOf('ours'), 'utf8')) as YearFacts;
  const peers = withPeers ? { duckdb: places.duckdb, sqlite: places.sqlite } : { duckdb: null, sqlite: null };
  return { ours: places.ours, ...peers, facts };
}

function createOurs(dataDir: string): OursStore {
  mkdirSync(dataDir, { recursive: true });
  createSite(dataDir);
  return new OursStore(dataDir);
}

async function pour(pageviews: number, sinks: readonly Sink[]): Promise<YearFacts> {
  const { days, population } = generateYear(shapeOf(pageviews));
  const counter = new YearCounter();
  for (const batch of days) {
    for (const sink of sinks) sink.addDay(batch);
    counter.addDay(batch);
  }
  for (const sink of sinks) await sink.finish(population);
  return counter.finish(population);
}
