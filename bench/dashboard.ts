/**
 * The dashboard on a year of one site: how long until each answer is painted, and how long the page cannot react; and Lighthouse's scores.
 * `npm run bench -- dashboard [--quick] [--json] [--pageviews 10000000] [--keep <folder>]`
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../tests/support/chromium.ts';
import { OWNER, openSeededOffice, SHOP, signIn } from '../tests/support/seeded-office.ts';
import { CATEGORIES, judge } from './dashboard/lighthouse.ts';
import { stepsOf } from './dashboard/steps.ts';
import { type Timed, time, watch } from './dashboard/watch-page.ts';
import { buildStores } from './query/build-stores.ts';
import { readOptions } from './query/options.ts';
import { cpuMsOf, startPassant } from './support/start-server.ts';

/** What was set in advance, in ms. */
const LINES = { painted: 1000, task: 100 };
/** See src/app.ts; seconds. */
const [WARMING_BEGINS_S, LONGEST_SETTLING_S] = [7, 60];
/** CPU that a service takes in a second in which it has nothing to do (ms), at most. */
const IDLE_MS = 100;
const LEAST = { desktop: 95, mobile: 85 };

const { isQuick, isJson, pageviews, keep } = readOptions();
const count = pageviews.at(-1) ?? 0;
const folder = mkdtempSync(join(tmpdir(), 'passant-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const browser = await launchChromium();

interface Row {
  case: string;
  unit: 'ms' | 'score';
  ours: number;
  others: Record<string, number>;
  missed: readonly string[];
}

try {
  const rows = [...(await measureSteps()), ...(await measureScores())];
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  if (isJson) console.log(JSON.stringify({ bench: 'dashboard', machine, rows, facts: { pageviews: count } }));
  else print(machine, rows);
} finally {
  await browser.close();
}

async function measureSteps(): Promise<Row[]> {
  const place = join(keep ?? folder, String(count));
  mkdirSync(place, { recursive: true });
  const { ours } = await buildStores(place, count, false);
  const data = join(folder, 'data');
  cpSync(ours, data, { recursive: true });
  const settings = { PASSANT_ADMIN_EMAIL: OWNER.email, PASSANT_ADMIN_PASSWORD: OWNER.password };
  const server = await startPassant(data, settings);
  try {
    await settle(server.process.pid ?? 0);
    const url = `http://localhost:${server.port}`;
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    const login = { name: 'sessionid', value: await signIn(url), domain: 'localhost', path: '/app', httpOnly: true };
    await context.addCookies([login]);
    const page = await context.newPage();
    await watch(page);
    const rows: Row[] = [];
    for (const step of stepsOf(url)) rows.push(rowOf(step.name, await time(page, step)));
    return rows;
  } finally {
    await server.stop();
  }
}

/** Waits until the service has warmed its readers, as it does soon after each start, and has nothing to do any more. */
async function settle(pid: number): Promise<void> {
  let before = Number.NaN;
  for (let second = 0; second < LONGEST_SETTLING_S; second++) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const used = cpuMsOf(pid);
    if (second > WARMING_BEGINS_S && used - before < IDLE_MS) return;
    before = used;
  }
}

function rowOf(name: string, { paintedMs, longestTaskMs }: Timed): Row {
  const missed = [
    ...(paintedMs > LINES.painted ? [`over ${LINES.painted} ms`] : []),
    ...(longestTaskMs > LINES.task ? [`blocked over ${LINES.task} ms`] : []),
  ];
  return {
    case: name,
    unit: 'ms',
    ours: Math.round(paintedMs),
    others: { 'longest task': Math.round(longestTaskMs) },
    missed,
  };
}

/** Of the dashboard of a lively small site. */
async function measureScores(): Promise<Row[]> {
  const office = await openSeededOffice(browser);
  try {
    const { url } = office.service;
    const cookie = `sessionid=${await signIn(url)}`;
    return (['desktop', 'mobile'] as const).flatMap((form) => {
      const { scores, failed } = judge(`${url}/app/${SHOP}?period=30d`, form, cookie, isQuick ? 1 : 5);
      if (!isJson) console.error(`${form}: not passed: ${failed.join('; ') || 'nothing'}`);
      return CATEGORIES.map(
        (name): Row => ({
          case: `Lighthouse, ${form}, ${name}`,
          unit: 'score',
          ours: scores[name],
          others: {},
          missed: scores[name] < LEAST[form] ? [`under ${LEAST[form]}`] : [],
        }),
      );
    });
  } finally {
    await office.close();
  }
}

function print(machine: string, rows: readonly Row[]): void {
  console.log(`dashboard: a year of one site, ${count} pageviews\n${machine}\n`);
  console.log('| case | unit | ours | longest task, ms | missed |\n| --- | --- | --- | --- | --- |');
  for (const { case: name, unit, ours, others, missed } of rows)
    console.log(
      `| ${name} | ${unit} | ${ours} | ${others['longest task'] ?? ''} | ${missed.length === 0 ? '' : `**${missed.join('; ')}**`} |`,
    );
}
