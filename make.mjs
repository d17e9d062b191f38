/** Every task of this repository: `node make.mjs start|dev|build|test|check|soak|bench`. Plain JavaScript: it runs before anything is installed. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = import.meta.dirname;
const INSTALL_STAMP = join(ROOT, 'node_modules/.passant-installed');
const BUILD_STAMP = join(ROOT, 'dist/.built');
const JEST = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'];
/** What browser tests drive: where each may be, and the packages of Debian that bring it. */
const BROWSERS = [
  { name: 'Chromium', places: ['chromium', 'chromium-browser', 'google-chrome'], packages: ['chromium'] },
  { name: 'Firefox ESR', places: ['firefox-esr'], packages: ['firefox-esr'] },
  { name: 'WebKitGTK', places: ['WebKitWebDriver'], packages: ['webkit2gtk-driver'] },
  { name: 'a virtual display', places: ['xvfb-run'], packages: ['xvfb', 'xauth'] },
];
const tasks = { start, dev, build: () => ensureBuilt(true), test, check, soak, bench };

const [task = 'start', ...args] = process.argv.slice(2);
if (!Object.hasOwn(tasks, task)) fail(`There is no task ${task}; use one of ${Object.keys(tasks).join(', ')}.`);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`Passant needs Node 20.19 or newer; this is ${process.versions.node}.`);
ensureInstalled();
await tasks[task]();

async function start() {
  await ensureBuilt();
  const service = spawn(process.execPath, ['dist/main.js', 'serve', ...args], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => service.kill(signal));
  service.on('exit', (code) => process.exit(code ?? 1));
}

async function dev() {
  await ensureBuilt();
  run(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'watch', 'src/main.ts', 'serve', ...args]);
}

/** `npm test` runs everything; `npm test -- tests/stats` only what matches. */
async function test() {
  await ensureBuilt();
  const wanted = args.filter((arg) => !arg.startsWith('-'));
  const needsBrowser = wanted.length === 0 || wanted.some((path) => path.includes('e2e') || path.includes('dashboard'));
  if (needsBrowser) ensureBrowsers();
  if (wanted.length === 0 || wanted.some((path) => 'tests/process/nginx.test.ts'.includes(path))) ensureNginx();
  const totals = { passed: 0, failed: 0 };
  for (const [project, workers] of [
    ['unit', 2],
    ['process', 2],
    ['e2e', 2],
  ]) {
    const { passed, failed } = jest(project, workers);
    totals.passed += passed;
    totals.failed += failed;
  }
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;
}

async function check() {
  run(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.']);
  run(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit']);
  await test();
}

/** The tests that take counts from PASSANT_SOAK, with the full counts of the promises; prints a table. */
async function soak() {
  await ensureBuilt();
  run(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'bench/soak.ts', ...args]);
}

async function bench() {
  await ensureBuilt();
  const [name = '', ...rest] = args;
  const file = `bench/${name}.ts`;
  if (!/^[a-z]+$/.test(name) || !existsSync(join(ROOT, file))) {
    const known = readdirSync(join(ROOT, 'bench'))
      .filter((each) => each.endsWith('.ts'))
      .map((each) => each.slice(0, -3));
    fail(`There is no benchmark ${name}; use one of ${known.join(', ')}.`);
  }
  run(process.execPath, ['node_modules/tsx/dist/cli.mjs', file, ...rest]);
}

function jest(project, workers) {
  const file = join(ROOT, `node_modules/.passant-${project}.json`);
  rmSync(file, { force: true });
  const options = [
    '--selectProjects',
    project,
    '--maxWorkers',
    String(workers),
    '--passWithNoTests',
    '--json',
    '--outputFile',
    file,
  ];
  const { status } = spawnSync(process.execPath, [...JEST, ...options, ...args], {
    cwd: ROOT,
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return { passed: result.numPassedTests, failed: status === 0 ? failed : Math.max(1, failed) };
}

/** Installs the locked packages when they are missing or the lock has changed. */
function ensureInstalled() {
  const wanted = digestOf(['package-lock.json'], process.versions.modules);
  if (readStamp(INSTALL_STAMP) === wanted) return;
  console.log('Installing packages (once; better-sqlite3 may have to be compiled, which takes a minute or two) …');
  run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund']);
  writeFileSync(INSTALL_STAMP, wanted);
}

/** Builds server, client and dashboard when a source has changed. */
async function ensureBuilt(isForced = false) {
  const sources = ['src', 'client', 'dashboard'].flatMap((folder) => filesBelow(folder));
  const others = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'docs/how-we-count.md'];
  const wanted = digestOf([...others, ...sources], '');
  if (!isForced && readStamp(BUILD_STAMP) === wanted) return;
  console.log('Building …');
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  mkdirSync(join(ROOT, 'dist'));
  run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
  const { buildClient } = await import('./client/build.mjs');
  const { buildPackage } = await import('./client/build-package.mjs');
  const { buildDashboard } = await import('./dashboard/build.mjs');
  const built = [
    ...(await buildClient(join(ROOT, 'dist/client'))),
    ...(await buildDashboard(join(ROOT, 'dist/dashboard'))),
  ];
  await buildPackage(join(ROOT, 'dist/npm'));
  writeFileSync(join(ROOT, 'dist/sizes.json'), JSON.stringify(built, null, 2));
  writeFileSync(BUILD_STAMP, wanted);
}

/** Browser tests drive Debian's Chromium, Firefox and WebKit; one that is missing is an error, never a test left out. */
function ensureBrowsers() {
  const missing = BROWSERS.filter(({ places }) => !places.some((place) => existsSync(join('/usr/bin', place))));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  installByApt(names, [...missing.flatMap(({ packages }) => packages), 'fonts-dejavu-core']);
}

/** The recipe of docs/proxies.md is tried with Debian's nginx; its service is not started. */
function ensureNginx() {
  if (NGINX.some((path) => existsSync(path))) return;
  const policy = '/usr/sbin/policy-rc.d';
  const isOurs = process.getuid?.() === 0 && !existsSync(policy);
  if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  if (isOurs) process.on('exit', () => rmSync(policy, { force: true })); // also when it fails
  installByApt('nginx', ['nginx']);
  if (isOurs) rmSync(policy, { force: true });
}

function installByApt(what, packages) {
  const canInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!canInstall)
    fail(
      `The tests need ${what}: install it (Debian: \`apt-get install ${packages.join(' ')}\`) and run \`npm test\` again.`,
    );
  console.log(`Installing ${what} for the tests …`);
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  const { status } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) fail(`${what} could not be installed by apt-get; install it and run \`npm test\` again.`);
}

function run(command, options) {
  const { status } = spawnSync(command, options, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function digestOf(files, extra) {
  const hash = createHash('sha256').update(extra);
  for (const file of files) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

function filesBelow(folder) {
  return readdirSync(join(ROOT, folder))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(join(ROOT, path)).isDirectory() ? filesBelow(path) : [path];
    });
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
