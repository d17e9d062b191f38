/** A site of its own in the built service: events go in by `passant import events`, questions come out of `passant query`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './start-server.ts';

export const DOMAIN = 'bench.example';
const METRICS = ['visitors', 'visitors_low', 'visitors_high', 'visitors_measured', 'visitors_daily_sum'];

export interface Counted {
  /** null: nothing is estimated, low and high are bounds. */
  visitors: number | null;
  low: number;
  high: number;
  measured: number;
  dailySum: number;
  /** People by E1 and E2; null where they cannot be made, or the service does not say. */
  ratio: number | null;
  stratified: number | null;
}

export class ImportedSite {
  readonly #folder = mkdtempSync(join(tmpdir(), 'passant-bench-'));

  /** Counts anonymous visitors at level `two-day`, in UTC, and keeps everything for ever. @returns events kept */
  import(lines: readonly string[]): number {
    this.#run('site', 'add', DOMAIN, '--timezone', 'UTC', '--jurisdiction', 'US', '--retention', 'none');
    const file = join(this.#folder, 'events.ndjson');
    writeFileSync(file, `${lines.join('\n')}\n`);
    const report = this.#run('import', 'events', file, '--site', DOMAIN, '--json') as { kept: number };
    if (report.kept !== lines.length) throw new Error(`${lines.length} lines, ${report.kept} kept`);
    return report.kept;
  }

  /** @param filter in the form of the API, such as ["is", "event:page", ["/popular"]] */
  ask(firstDate: string, lastDate: string, filter: unknown = null): Counted {
    const filters = filter === null ? [] : ['--filter', JSON.stringify(filter)];
    const range = ['--range', `${firstDate},${lastDate}`, '--metrics', METRICS.join(',')];
    const answer = this.#run('query', '--site', DOMAIN, ...range, ...filters, '--json') as {
      results: { metrics: (number | null)[] }[];
      meta: { visitors_method?: { inputs?: { ratio?: number | null; stratified?: number | null } } };
    };
    const [visitors = null, low, high, measured, dailySum] = answer.results[0]?.metrics ?? [];
    const { ratio = null, stratified = null } = answer.meta.visitors_method?.inputs ?? {};
    return {
      ...{ visitors, low: low ?? 0, high: high ?? 0, measured: measured ?? 0, dailySum: dailySum ?? 0 },
      ...{ ratio, stratified },
    };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #run(...args: string[]): unknown {
    const options = { cwd: ROOT, encoding: 'utf8' as const, maxBuffer: 2 ** 27 };
    const command = ['dist/main.js', ...args, '--data-dir', join(this.#folder, 'data')];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, options);
    if (status !== 0) throw new Error(`passant ${args[0]} ended with status ${status}: ${stderr}${stdout}`);
    return args.includes('--json') ? JSON.parse(stdout) : null;
  }
}
