/**
 * Questions over a year of one site, asked of the running service over HTTP, beside DuckDB and plain rows in SQLite on the same data.
 * `npm run bench -- query [--quick] [--json] [--pageviews 1000000,10000000] [--keep <folder>]`
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { buildStores, type Stores } from './query/build-stores.ts';
import { listColumns, measureDisk } from './query/disk.ts';
import { createDuckdbEngine } from './query/duckdb-engine.ts';
import { ESTIMATES, MONTH_SCREEN, YEAR_SCREEN } from './query/first-screen.ts';
import { measureBeacons } from './query/measure-beacons.ts';
import { measureCold } from './query/measure-cold.ts';
import { type Growth, measureGrowth } from './query/measure-growth.ts';
import { measureQuestions } from './query/measure-questions.ts';
import { measureSealing } from './query/measure-sealing.ts';
import { readOptions } from './query/options.ts';
import { OurServer } from './query/our-server.ts';
import { printReport, type Report } from './query/print.ts';
import { type Row, toPrinted } from './query/report.ts';
import { createSqliteEngine } from './query/sqlite-engine.ts';
import { medianOf } from './query/timing.ts';

const { isQuick, isJson, pageviews, keep } = readOptions();
const OFTEN = { usual: 5, slow: 3 };
const AT = isQuick
  ? { rounds: { ours: { usual: 2, slow: 1 }, peers: { usual: 0, slow: 0 } }, coldPanels: 1, coldRounds: 1, seconds: 1 }
  : { rounds: { ours: OFTEN, peers: OFTEN }, coldPanels: Number.POSITIVE_INFINITY, coldRounds: 3, seconds: 20 };
const folder = mkdtempSync(join(tmpdir(), 'passant-bench-'));
const startedAt = Date.now();
const say = (text: string) => {
  if (!isJson) console.error(`${Math.round((Date.now() - startedAt) / 1000)} s  ${text}`);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

try {
  const largest = pageviews.at(-1) ?? 0;
  const all: Stores[] = [];
  for (const count of pageviews) {
    say(`builds ${count} pageviews`);
    const place = join(keep ?? folder, String(count));
    mkdirSync(place, { recursive: true });
    all.push(await buildStores(place, count, count === largest));
  }
  const report = await measure(all, largest);
  if (isJson) console.log(JSON.stringify(report));
  else printReport(report, listColumns(all.at(-1)?.ours ?? ''));
  if (report.facts.beacon_failures !== 0) {
    console.error(`${report.facts.beacon_failures} beacons were not answered 202`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error);
  process.exit(1);
}

async function measure(all: readonly Stores[], largest: number): Promise<Report> {
  const stores = all.at(-1);
  if (!stores?.duckdb || !stores.sqlite) throw new Error('there are no stores to compare');
  const disk = measureDisk(stores);
  const server = OurServer.copyOf(stores.ours, join(folder, 'data'));
  const engines = [await createDuckdbEngine(stores.duckdb), createSqliteEngine(stores.sqlite)];
  await server.start();
  const rows: Row[] = await measureQuestions({ server, engines, rounds: AT.rounds, say });
  for (const engine of engines) engine.close();
  for (const { name, body } of ESTIMATES) rows.push(await ownRow(name, 'estimate', () => server.ask(body)));
  rows.push(await ownRow('12 mo whole first screen', 'screen', () => server.askAll(YEAR_SCREEN)));
  rows.push(await ownRow('30 d whole first screen', 'screen', () => server.askAll(MONTH_SCREEN)));
  rows.push(await ownRow('12 mo whole first screen, kept answers', 'screen', () => server.askAll(YEAR_SCREEN, true)));
  rows.push(await ownRow('30 d whole first screen, kept answers', 'screen', () => server.askAll(MONTH_SCREEN, true)));
  const memory = server.memory();
  say('starts cold');
  const cold = await measureCold(server, AT.coldPanels, AT.coldRounds);
  say('sends beacons');
  const beacons = await measureBeacons(server, AT.seconds);
  await server.stop();
  say('seals');
  const sealing = measureSealing(join(folder, 'sealing'), largest);
  const growth: Growth[] = [];
  if (all.length > 1) for (const each of all) growth.push(await measureGrowth(each, folder));
  return {
    bench: 'query',
    machine: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
    rows: [...rows, ...cold.rows, beacons.row].map(toPrinted),
    growth,
    facts: {
      ...{ ...stores.facts, ...disk, ...memory, ...sealing, ...beacons.facts },
      cold: cold.what,
      ...Object.fromEntries(engines.map(({ name, version }) => [`${name} version`, version])),
    },
  };
}

/** Something that no other engine is asked. */
async function ownRow(name: string, kind: Row['kind'], work: () => Promise<unknown>): Promise<Row> {
  say(name);
  await work();
  return { case: name, kind, conditions: 0, ours: await medianOf(work, AT.rounds.ours), others: {}, forms: {} };
}
