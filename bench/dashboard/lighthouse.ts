/** Lighthouse's scores of a page of the signed-in dashboard. It is fetched for the benchmark alone: it brings more packages than all of ours. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { middle } from '../query/timing.ts';

/** The last for Node 20. */
const PACKAGE = 'lighthouse@12.8.2';
export const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
export type Scores = Readonly<Record<(typeof CATEGORIES)[number], number>>;

interface Result {
  categories: Readonly<Record<string, { score: number | null }>>;
  audits: Readonly<Record<string, { score: number | null; title: string }>>;
}

export interface Judged {
  /** 0 to 100, medians. */
  scores: Scores;
  /** Titles of what did not pass in the last run. */
  failed: readonly string[];
}

/** @param cookie of the signed-in owner @param runs whose median is taken @throws when it cannot be had or does not end well */
export function judge(url: string, form: 'desktop' | 'mobile', cookie: string, runs: number): Judged {
  const folder = mkdtempSync(join(tmpdir(), 'passant-lighthouse-'));
  try {
    const headers = join(folder, 'headers.json');
    writeFileSync(headers, JSON.stringify({ Cookie: cookie }));
    const results = Array.from({ length: runs }, () => run(url, form, headers, join(folder, 'report.json')));
    const scoreOf = (name: string) => middle(results.map(({ categories }) => 100 * (categories[name]?.score ?? 0)));
    const failed = Object.values(results.at(-1)?.audits ?? {}).filter(({ score }) => score !== null && score < 0.9);
    return {
      scores: Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(scoreOf(name))])) as unknown as Scores,
      failed: failed.map(({ title }) => title),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(url: string, form: 'desktop' | 'mobile', headers: string, output: string): Result {
  const options = [
    ...['--yes', PACKAGE, url, '--quiet', '--output=json', `--output-path=${output}`, `--extra-headers=${headers}`],
    ...['--chrome-flags=--headless=new --no-sandbox --disable-gpu', `--only-categories=${CATEGORIES.join(',')}`],
    ...(form === 'desktop' ? ['--preset=desktop'] : []),
  ];
  const env = { ...process.env, CHROME_PATH: process.env.CHROME_PATH ?? '/usr/bin/chromium' };
  const { status, stderr } = spawnSync('npx', options, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`lighthouse ended with status ${status}: ${stderr}`);
  return JSON.parse(readFileSync(output, 'utf8')) as Result;
}
