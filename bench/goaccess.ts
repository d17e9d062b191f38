/**
 * Our reading of an access log beside GoAccess's on the same file, every difference put down to a rule.
 * `npm run bench -- goaccess [file]`; the table stands in docs/import-compared.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createBotDetector } from '../src/collect/bots/create-bot-detector.ts';
import { createDeviceDetector } from '../src/collect/device/create-device-detector.ts';
import { truncateAddress } from '../src/collect/truncate-address.ts';
import { LOG_FORMATS, type LogRecord } from '../src/transfer/log-formats.ts';
import { refusePage } from '../src/transfer/page-rules.ts';
import { ROOT } from './support/start-server.ts';

const CONF = '/etc/goaccess/goaccess.conf';
const file =
  process.argv.slice(2).find((arg) => !arg.startsWith('-')) ?? 'tests/fixtures/access-log-semicomplete-2015.log.gz';
const bytes = readFileSync(file);
const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
const folder = mkdtempSync(join(tmpdir(), 'passant-goaccess-'));
const log = join(folder, 'access.log');
writeFileSync(log, text);

interface GoAccessReport {
  general: { total_requests: number; unique_visitors: number };
  requests: { metadata: { hits: { total: { value: number } } } };
  static_requests: { metadata: { hits: { total: { value: number } } } };
  not_found: { metadata: { hits: { total: { value: number } } } };
}
function goaccess(...options: string[]): GoAccessReport {
  const out = join(folder, 'report.json');
  const { error, status } = spawnSync('goaccess', [
    log,
    '--log-format=COMBINED',
    '-o',
    out,
    '--no-progress',
    ...options,
  ]);
  if (error || status !== 0) {
    console.error('GoAccess is missing: `apt-get install goaccess`.');
    process.exit(1);
  }
  return JSON.parse(readFileSync(out, 'utf8')) as GoAccessReport;
}

const all = goaccess();
const withoutCrawlers = goaccess('--ignore-crawlers');

// GoAccess's own rule, repeated to see which lines it takes for pages: no static ending of its configuration, not a 404.
const endings = [...readFileSync(CONF, 'utf8').matchAll(/^static-file (\.\S+)/gm)].map(([, ending]) =>
  (ending ?? '').toLowerCase(),
);
const isStatic = ({ target }: LogRecord) => {
  const path = (target.split('?')[0] ?? '').toLowerCase();
  return endings.some((ending) => path.endsWith(ending));
};
const records = text
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => LOG_FORMATS.combined.read(line));
const read = records.filter((record) => record !== null);
const theirPages = read.filter((record) => !isStatic(record) && record.status !== 404);
const detectBot = createBotDetector();
const detectDevice = createDeviceDetector();
const isBot = ({ userAgent }: LogRecord) =>
  detectBot({ userAgent, purpose: null, fetchSite: null, hasReferrer: false, acceptLanguage: null }) !== null;

const steps: [string, number][] = [['pages by GoAccess (not static, not 404)', all.requests.metadata.hits.total.value]];
let left = theirPages;
steps.push(['the same rule, line by line, here', left.length]);
const leave = (name: string, test: (record: LogRecord) => boolean) => {
  const kept = left.filter((record) => !test(record));
  steps.push([name, kept.length - left.length]);
  left = kept;
};
leave('another method than GET', ({ method }) => method !== 'GET');
leave('redirections, errors, parts of files', (record) => refusePage({ ...record, target: '/' }) !== null);
leave(
  'feeds by their parameter or path',
  (record) =>
    refusePage(record) !== null && refusePage({ ...record, target: record.target.split('?')[0] ?? '' }) === null,
);
leave('files with an ending that GoAccess does not list', (record) => refusePage(record) !== null);
leave('robots (isbot and our marks)', isBot);
const ours = read.filter((record) => refusePage(record) === null && !isBot(record));
steps.push(['pages by GoAccess left', left.length]);
steps.push(['lines that GoAccess takes for static and we for pages', ours.length - left.length]);
steps.push(['our pageviews', ours.length]);

const dayOf = ({ at }: LogRecord) => Math.floor(at / 86_400_000);
const distinct = (lines: readonly LogRecord[], key: (record: LogRecord) => string) => new Set(lines.map(key)).size;
const theirKey = (record: LogRecord) => `${dayOf(record)} ${record.ip} ${record.userAgent}`;
const ourKey = (record: LogRecord) => {
  const { browser, browserVersion } = detectDevice(record.userAgent);
  return `${dayOf(record)} ${truncateAddress(record.ip)} ${browser} ${browserVersion}`;
};
steps.push(['visitors by GoAccess (day, address, User-Agent; every line)', all.general.unique_visitors]);
steps.push(['  with --ignore-crawlers', withoutCrawlers.general.unique_visitors]);
const not4xx = read.filter(({ status }) => status < 400 || status >= 500); // GoAccess leaves client errors out of visitors
steps.push(['the same key over every line but client errors, here', distinct(not4xx, theirKey)]);
steps.push(['the same key over our pageviews only', distinct(ours, theirKey)]);
steps.push([
  'the key of our instrument (day, /24 or /64, browser and major version) over our pageviews',
  distinct(ours, ourKey),
]);
rmSync(folder, { recursive: true });

const data = mkdtempSync(join(tmpdir(), 'passant-goaccess-'));
const passant = (...args: string[]) =>
  spawnSync(process.execPath, ['dist/main.js', ...args, '--data-dir', data], { cwd: ROOT, encoding: 'utf8' }).stdout;
passant('site', 'add', 'semicomplete.com', '--retention', 'none');
const report = JSON.parse(passant('import', 'log', file, '--site', 'semicomplete.com', '--json')) as {
  days: [string, string];
  kept: number;
};
const metrics = 'pageviews,visits,visitors_daily_sum,visitors_low,visitors_high';
const query = ['query', '--site', 'semicomplete.com', '--metrics', metrics, '--range', report.days.join(','), '--json'];
const answer = JSON.parse(passant(...query)) as { results: { metrics: number[] }[] };
for (const [index, metric] of metrics.split(',').entries()) {
  steps.push([`passant: ${metric}`, answer.results[0]?.metrics[index] ?? 0]);
}
rmSync(data, { recursive: true });
console.table(Object.fromEntries(steps));
