/** Every task of this repository: `node make.mjs start|dev|build|test|check|soak|bench|sbom|audit`. Plain JavaScript: it runs before anything is installed. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const ROOT = import.meta.dirname;
const INSTALL_STAMP = join(ROOT, 'node_modules/.passant-installed');
const BUILD_STAMP = join(ROOT, 'dist/.built');
/** The only package of ours that runs anything at its installation. */
const COMPILED = 'better-sqlite3';
const JEST = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
/** What the tests drive beside the service: where each may be, and the packages of Debian that bring it. */
const BROWSERS = [
  { name: 'Chromium', places: binaries('chromium', 'chromium-browser', 'google-chrome'), packages: ['chromium'] },
  {
    name: 'Chromium without a window',
    places: binaries('chromium-headless-shell'),
    packages: ['chromium-headless-shell'],
  },
  { name: 'Firefox ESR', places: binaries('firefox-esr'), packages: ['firefox-esr'] },
  { name: 'WebKitGTK', places: binaries('WebKitWebDriver'), packages: ['webkit2gtk-driver'] },
  { name: 'a virtual display', places: binaries('xvfb-run'), packages: ['xvfb', 'xauth', 'fonts-dejavu-core'] },
];
/** One process for both, since this one is busy with other tasks meanwhile. */
const APT = 'apt-get update -qq; exec apt-get install -y -qq --no-install-recommends "$@"';
const IN_BROWSERS = join('tests', 'e2e');
/** Each drives engines and services of its own: more of them at once need more memory than a usual machine has. */
const MOST_WORKERS = 8;
/** The recipe of docs/proxies.md is tried with it. */
const NGINX = {
  name: 'nginx',
  places: ['/usr/sbin/nginx', '/usr/local/sbin/nginx', ...binaries('nginx')],
  packages: ['nginx'],
};
/** Magic number of the file system (statfs(2)), and bytes that tests are glad to have. */
const [TMPFS, ROOM] = [0x01021994, 2 ** 31];
const tasks = { start, dev, build: () => ensureBuilt(true), test, check, soak, bench, sbom, audit };
/** They read the lock file alone. */
const BARE_TASKS = ['sbom', 'audit'];

const [task = 'start', ...args] = process.argv.slice(2);
if (!Object.hasOwn(tasks, task)) fail(`There is no task ${task}; use one of ${Object.keys(tasks).join(', ')}.`);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`Passant needs Node 20.19 or newer; this is ${process.versions.node}.`);
// Both wait for the network more than for a core: they arrive at the same time.
const toolsToCome = task === 'test' ? installMissing(toolsOfTests()) : undefined;
const compiled = BARE_TASKS.includes(task) ? undefined : ensureInstalled();
// Tests go on without what is compiled as far as they can.
if (task !== 'test') await compiled;
await tasks[task]();

async function start() {
  await ensureBuilt();
  const service = spawn(process.execPath, ['dist/main.js', 'serve', ...args], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => service.kill(signal));
  service.on('exit', (code) => process.exit(code ?? 1));
}

/** With the gallery of components at `/app/gallery`, which nothing else builds. */
async function dev() {
  await ensureBuilt(false, true);
  run(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'watch', 'src/main.ts', 'serve', ...args]);
}

/** `npm test` runs everything; `npm test -- tests/stats` only what matches. */
async function test() {
  // Neither the build nor the unit tests need them: they arrive meanwhile.
  const tools = toolsToCome ?? installMissing(toolsOfTests());
  await ensureBuilt();
  const early = args.length === 0 && !isCompiled() ? listTestsWithoutDatabase() : null;
  /** What became of each file of tests, by its path; what a later run says of one stands. */
  const files = new Map();
  const runJest = (projects, chosen, beyondCores = 0) => {
    for (const [path, outcome] of jest(projects, chosen, beyondCores)) files.set(path, outcome);
  };
  if (early !== null) runJest(['unit'], ['--runTestsByPath', ...early.now]);
  await compiled;
  runJest(['unit'], early === null ? args : ['--runTestsByPath', ...early.later]);
  await tools;
  // One run for both: at the end of each, one core has nothing to do. Their tests wait for others a quarter of their time.
  runJest(['process', 'e2e'], args, 1);
  if (args.length === 0)
    tryAgain(
      [...files].filter(([path, { failed }]) => failed > 0 && path.includes(IN_BROWSERS)),
      runJest,
    );
  const sum = (count) => [...files.values()].reduce((total, outcome) => total + outcome[count], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}

/** Runs failed files of browser tests once more and names them: two cores are shared with three engines. Whole files, since a test goes on where the one before it ended. */
function tryAgain(failed, runJest) {
  const paths = failed.map(([path]) => path);
  if (paths.length === 0) return;
  for (const path of paths) console.log(`tried a second time: ${path.slice(ROOT.length + 1)}`);
  runJest(['e2e'], ['--runTestsByPath', ...paths]);
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
  if (!/^[a-z-]+$/.test(name) || !existsSync(join(ROOT, file))) {
    const known = readdirSync(join(ROOT, 'bench'))
      .filter((each) => each.endsWith('.ts'))
      .map((each) => each.slice(0, -3));
    fail(`There is no benchmark ${name}; use one of ${known.join(', ')}.`);
  }
  run(process.execPath, ['node_modules/tsx/dist/cli.mjs', file, ...rest]);
}

/** Prints the bill of materials of what ships, as JSON (CycloneDX). */
async function sbom() {
  const { createSbom } = await import('./supply-chain.mjs');
  console.log(JSON.stringify(createSbom(ROOT), null, 2));
}

/** Says what is known against the packages that run; ends with status 1 when it is grave. */
async function audit() {
  const { auditPackages } = await import('./supply-chain.mjs');
  const { isBad, sentence } = auditPackages(ROOT);
  console.log(sentence);
  if (isBad) process.exitCode = 1;
}

/** Unit tests that open no database, and those that do: the former can run while it is compiled. */
function listTestsWithoutDatabase() {
  const list = (...more) =>
    spawnSync(process.execPath, [...JEST, '--selectProjects', 'unit', '--listTests', ...more], {
      cwd: ROOT,
      // What Jest has found out serves the run too, which looks for it there.
      env: { ...process.env, ...inMemory() },
    })
      .stdout.toString()
      .split('\n')
      .filter((line) => line.endsWith('.ts') || line.endsWith('.tsx'));
  const files = ['src', 'tests'].flatMap((folder) => filesBelow(folder));
  const users = files.filter((path) => readFileSync(join(ROOT, path), 'utf8').includes(`from '${COMPILED}'`));
  const later = new Set(list('--findRelatedTests', ...users));
  return { now: list().filter((path) => !later.has(path)), later: [...later] };
}

/** Runs tests. @param beyondCores files at a time beside one on each core @returns what became of each file, by its path: how many tests passed, and how many failed; a file that could not run has failed once */
function jest(projects, chosen, beyondCores) {
  const file = join(ROOT, `node_modules/.passant-${projects.join('-')}.json`);
  rmSync(file, { force: true });
  const options = [
    '--selectProjects',
    ...projects,
    '--maxWorkers',
    String(Math.min(MOST_WORKERS, Math.max(2, availableParallelism()) + beyondCores)),
    '--passWithNoTests',
    '--json',
    '--outputFile',
    file,
  ];
  const { status } = spawnSync(process.execPath, [...JEST, ...options, ...chosen], {
    cwd: ROOT,
    env: { ...process.env, ...inMemory() },
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).testResults : [];
  const files = new Map(
    results.map(({ name, status: state, assertionResults }) => {
      const count = (wanted) => assertionResults.filter((each) => each.status === wanted).length;
      return [name, { passed: count('passed'), failed: Math.max(count('failed'), state === 'failed' ? 1 : 0) }];
    }),
  );
  const isKnown = status === 0 || [...files.values()].some(({ failed }) => failed > 0);
  if (!isKnown) files.set(`${projects} as a whole`, { passed: 0, failed: 1 });
  return files;
}

/** Has tests keep their data in memory where there is room: they kill processes, never the machine, and need not wait for a disk. */
function inMemory() {
  const isGiven = process.env.TMPDIR !== undefined || process.platform !== 'linux' || !existsSync('/dev/shm');
  if (isGiven) return {};
  const { type, bavail, bsize } = statfsSync('/dev/shm');
  return type === TMPFS && bavail * bsize > ROOM ? { TMPDIR: '/dev/shm' } : {};
}

/**
 * Installs the locked packages when they are missing or the lock has changed, and begins to compile the one that has to be.
 * @returns a promise of the end of that
 */
async function ensureInstalled() {
  const wanted = digestOf(['package-lock.json'], process.versions.modules);
  if (readStamp(INSTALL_STAMP) === wanted) return;
  console.log(`Installing packages (once; ${COMPILED} may have to be compiled, which takes a minute or two) …`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  rmSync(INSTALL_STAMP, { force: true });
  run(npm, ['ci', '--no-audit', '--no-fund', '--ignore-scripts']);
  // All cores compile: node-gyp would use one.
  const env = { ...process.env, JOBS: process.env.JOBS ?? 'max' };
  if ((await runBeside(npm, ['rebuild', COMPILED], env)) !== 0)
    fail(`${COMPILED} could not be compiled: it needs python3, make and a C++ compiler.`);
  writeFileSync(INSTALL_STAMP, wanted);
}

function isCompiled() {
  return existsSync(INSTALL_STAMP);
}

/** Builds server, client and dashboard when a source has changed. */
async function ensureBuilt(isForced = false, hasGallery = false) {
  const sources = ['src', 'client', 'dashboard'].flatMap((folder) => filesBelow(folder));
  const others = ['package-lock.json', 'docs/how-we-count.md'];
  // What was built with the gallery is never what is shipped or tested.
  const wanted = digestOf([...others, ...sources], hasGallery ? 'gallery' : '');
  if (!isForced && readStamp(BUILD_STAMP) === wanted) return;
  console.log('Building …');
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  mkdirSync(join(ROOT, 'dist'));
  const { buildServer } = await import('./src/build.mjs');
  const { buildClient } = await import('./client/build.mjs');
  const { buildPackage } = await import('./client/build-package.mjs');
  const { buildDashboard } = await import('./dashboard/build.mjs');
  await buildServer(join(ROOT, 'dist'));
  const built = [
    ...(await buildClient(join(ROOT, 'dist/client'))),
    ...(await buildDashboard(join(ROOT, 'dist/dashboard'), { hasGallery })),
  ];
  await buildPackage(join(ROOT, 'dist/npm'));
  writeFileSync(join(ROOT, 'dist/sizes.json'), JSON.stringify(built, null, 2));
  writeFileSync(BUILD_STAMP, wanted);
}

/** What the tests drive that are asked for. */
function toolsOfTests() {
  const wanted = args.filter((arg) => !arg.startsWith('-'));
  const needsBrowser = wanted.length === 0 || wanted.some((path) => path.includes('e2e') || path.includes('dashboard'));
  const needsNginx = wanted.length === 0 || wanted.some((path) => 'tests/process/nginx.test.ts'.includes(path));
  return [...(needsBrowser ? BROWSERS : []), ...(needsNginx ? [NGINX] : [])];
}

/** Installs what the tests drive and is not there: one that is missing is an error, never a test left out. */
async function installMissing(tools) {
  const missing = tools.filter(({ places }) => !places.some((place) => existsSync(place)));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  const packages = missing.flatMap((tool) => tool.packages);
  const canInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!canInstall)
    fail(
      `The tests need ${names}: install it (Debian: \`apt-get install ${packages.join(' ')}\`) and run \`npm test\` again.`,
    );
  console.log(`Installing ${names} for the tests …`);
  // A service that comes with a package, such as nginx, is not to be started.
  const policy = '/usr/sbin/policy-rc.d';
  const isOurs = !existsSync(policy);
  if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  if (isOurs) process.on('exit', () => rmSync(policy, { force: true })); // also when it fails
  const status = await runBeside('sh', ['-c', APT, 'sh', ...packages], {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
  });
  if (isOurs) rmSync(policy, { force: true });
  if (status !== 0) fail(`${names} could not be installed by apt-get; install it and run \`npm test\` again.`);
}

/** Runs a program while this one goes on. @returns its exit status */
function runBeside(command, options, env) {
  const child = spawn(command, options, { stdio: ['ignore', 'ignore', 'inherit'], env });
  return new Promise((resolve) => child.on('close', resolve));
}

function binaries(...names) {
  return names.map((name) => `/usr/bin/${name}`);
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
