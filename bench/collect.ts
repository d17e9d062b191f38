/**
 * Beacons a second with durable answers, beside a bare Koa handler on the same bodies in the same run.
 * `npm run bench -- collect [--quick] [--json]`
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createRequests } from './support/beacons.ts';
import { ensureWrk, type LoadResult, runWrk, writeScript } from './support/run-wrk.ts';
import { cpuMsOf, ROOT, rssMbOf, type StartedServer, startPassant, startScript } from './support/start-server.ts';

const isQuick = process.argv.includes('--quick');
const isJson = process.argv.includes('--json');
const SECONDS = isQuick ? 2 : 6;
const ROUNDS = isQuick ? 1 : 5;
const CONNECTIONS = [1, 16, 64];
const DOMAIN = 'bench.example';

interface Measured extends LoadResult {
  cpuMsPerRequest: number;
}

if (!ensureWrk()) {
  console.error('This benchmark needs wrk (Debian: apt-get install wrk).');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'passant-bench-'));
const dataDir = join(folder, 'data');
const script = writeScript(folder, createRequests(4000, DOMAIN));
const passantCli = (...args: string[]) =>
  spawnSync(process.execPath, ['dist/main.js', ...args, '--data-dir', dataDir], { cwd: ROOT, encoding: 'utf8' });
passantCli('site', 'add', DOMAIN, '--timezone', 'Europe/Paris', '--jurisdiction', 'US');

const ours = await startPassant(dataDir, { PASSANT_RATE_LIMIT: '0', PASSANT_TRUSTED_PROXIES: '127.0.0.1' });
await new Promise((resolve) => setTimeout(resolve, 2000));
const idleRssMb = rssMbOf(ours.process.pid ?? 0);
const bare = await startScript('bench/support/bare-koa.ts');
const rows = [];
let answered = 0;
for (const connections of CONNECTIONS) {
  const measured: { ours: Measured; bare: Measured }[] = [];
  await measure(ours, connections, 1).then(({ answers }) => (answered += answers)); // warm
  await measure(bare, connections, 1);
  for (let round = 0; round < ROUNDS; round++) {
    // Side by side, in turn: whatever else the machine does falls on both.
    const pair = { ours: await measure(ours, connections, SECONDS), bare: await measure(bare, connections, SECONDS) };
    answered += pair.ours.answers;
    measured.push(pair);
  }
  const median = (read: (pair: { ours: Measured; bare: Measured }) => number) => {
    const sorted = measured.map(read).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  rows.push({
    case: `${connections} connections`,
    unit: 'requests/s',
    ours: median((pair) => pair.ours.perSecond),
    others: { 'bare koa': median((pair) => pair.bare.perSecond) },
    ratio: { 'bare koa': Number(median((pair) => pair.ours.perSecond / pair.bare.perSecond).toFixed(2)) },
    p50_ms: median((pair) => pair.ours.p50Ms),
    p99_ms: median((pair) => pair.ours.p99Ms),
    bare_p50_ms: median((pair) => pair.bare.p50Ms),
    bare_p99_ms: median((pair) => pair.bare.p99Ms),
    server_cpu_ms_per_request: Number(median((pair) => pair.ours.cpuMsPerRequest).toFixed(3)),
    bare_cpu_ms_per_request: Number(median((pair) => pair.bare.cpuMsPerRequest).toFixed(3)),
    generator_cores: Number(median((pair) => pair.ours.generatorCpu).toFixed(2)),
    failures: measured.reduce((sum, pair) => sum + pair.ours.failures + pair.bare.failures, 0),
  });
}
const metrics = await (await fetch(`http://127.0.0.1:${ours.port}/metrics`)).text();
const kept = Number(/outcome="kept"} (\d+)/.exec(metrics)?.[1] ?? 0);
const rssMb = rssMbOf(ours.process.pid ?? 0);
await ours.stop();
await bare.stop();
const db = new Database(join(dataDir, 'events.db'), { readonly: true });
const stored = db.prepare('SELECT count(*) FROM events').pluck().get() as number;
db.close();
rmSync(folder, { recursive: true });

const facts = {
  idle_rss_mb: idleRssMb,
  rss_mb: rssMb,
  answers_202: kept,
  stored_rows: stored,
  answers_seen_by_wrk: answered,
  synchronous: 'full',
  seconds_per_round: SECONDS,
  rounds: ROUNDS,
};
const report = {
  bench: 'collect',
  machine: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`,
  rows,
  facts,
};
if (isJson) {
  console.log(JSON.stringify(report));
} else {
  console.log(
    `collect: durable answers beside a bare Koa handler, medians of ${ROUNDS} rounds of ${SECONDS} s\n${report.machine}`,
  );
  console.table(
    rows.map((row) => ({
      connections: row.case.split(' ')[0],
      'ours /s': row.ours,
      'bare /s': row.others['bare koa'],
      ratio: row.ratio['bare koa'],
      'p50 ms': row.p50_ms,
      'p99 ms': row.p99_ms,
      'bare p50': row.bare_p50_ms,
      'bare p99': row.bare_p99_ms,
      'CPU ms/request': row.server_cpu_ms_per_request,
      'bare CPU': row.bare_cpu_ms_per_request,
      'wrk cores': row.generator_cores,
      failures: row.failures,
    })),
  );
  console.log(facts);
}
if (stored !== kept) {
  console.error(`${kept} were answered 202, ${stored} are stored`);
  process.exitCode = 1;
}

async function measure(server: StartedServer, connections: number, seconds: number): Promise<Measured> {
  const pid = server.process.pid ?? 0;
  const before = cpuMsOf(pid);
  const result = await runWrk(server.port, script, connections, seconds);
  return { ...result, cpuMsPerRequest: (cpuMsOf(pid) - before) / Math.max(1, result.answers) };
}
