/** What of others' work ships with this program, whether anything is known against it, and how old it is. Plain JavaScript, as make.mjs. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
/** Where a browser's parts come from: what they import is bundled, though npm knows it as needed for building only. */
const BUNDLED = ['client', 'dashboard'];
/** Days that SECURITY.md promises: for what is known and not grave; for a newer version, and for one of another major. */
const [MEND_DAYS, UPDATE_DAYS, MAJOR_DAYS] = [30, 90, 365];
const DAY_MS = 86_400_000;
/** What is known, not grave, and being mended: days by the names of packages. */
const SEEN = 'known-weaknesses.json';
/** As long as a registry may think (ms). */
const LONGEST_AUDIT_MS = 30_000;

/**
 * A bill of materials (CycloneDX 1.5) of every package that ships, from the lock file: nothing is fetched.
 * @param root folder of package-lock.json
 */
export function createSbom(root) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const options = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
  const { status, stdout, stderr } = spawnSync(NPM, options, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`npm could not list the packages: ${stderr}`);
  const bom = JSON.parse(stdout);
  const shipped = findShipped(bom, root);
  const isShipped = (ref) => shipped.has(ref);
  return {
    ...bom,
    metadata: { ...bom.metadata, component: { ...bom.metadata.component, name, version } },
    components: bom.components.filter((each) => isShipped(each['bom-ref'])),
    dependencies: bom.dependencies
      .filter(({ ref }) => isShipped(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter(isShipped) })),
  };
}

/** References of what is installed to run it, and of what is bundled, with all that they need. */
function findShipped({ metadata, components, dependencies }, root) {
  const needs = new Map(dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const isForBuilding = ({ properties = [] }) =>
    properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');
  const imported = BUNDLED.flatMap((folder) => importsBelow(join(root, folder)));
  const waiting = components
    .filter((each) => !isForBuilding(each) || imported.includes(each.name))
    .map((each) => each['bom-ref']);
  const found = new Set([metadata.component['bom-ref']]);
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    if (found.has(ref)) continue;
    found.add(ref);
    waiting.push(...(needs.get(ref) ?? []));
  }
  return found;
}

/** Names of packages that sources below a folder import for more than their types. */
function importsBelow(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const found = text.matchAll(/^import\s+(?!type\s)[^;'"]*?from\s+'([^.'][^']*)'|import\('([^.'][^']*)'\)/gm);
      return [...found].map(([, still, lazy]) => packageOf(still ?? lazy));
    });
}

function packageOf(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Asks the registry what is known against the packages that ship, and how old they are. @returns sentences, and whether something has to be done */
export function auditPackages(root, now = Date.now()) {
  const seen = JSON.parse(readFileSync(join(root, SEEN), 'utf8'));
  const known = judgeAudit(ask(root, ['audit', '--omit=dev', '--json', '--fetch-retries=0']), seen, now);
  const aged = judgeAges(listAges(root), now);
  return { isBad: known.isBad || aged.isBad, sentence: `${known.sentence}\n${aged.sentence}` };
}

/** What `judgeAges` takes, of the packages that we name ourselves and that ship: what they need in their turn comes with them. */
function listAges(root) {
  const behind = parse(ask(root, ['outdated', '--json']));
  if (behind.error !== undefined || behind.message !== undefined) return null;
  // From the lock: nothing may be installed yet. Then npm says nothing of what is bundled, so that it is asked for by name.
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const bundled = BUNDLED.flatMap((folder) => importsBelow(join(root, folder)));
  return [...new Set([...Object.keys(dependencies), ...bundled])]
    .filter((name) => Object.hasOwn(packages, `node_modules/${name}`))
    .map((name) => [name, packages[`node_modules/${name}`].version])
    .filter(([name, version]) =>
      Object.hasOwn(behind, name) ? behind[name].latest !== version : !Object.hasOwn(dependencies, name),
    )
    .map(([name, version]) => [name, version, parse(ask(root, ['view', name, 'time', '--json']))]);
}

/** What npm prints; it ends with a status of its own when it has found something. */
function ask(root, options) {
  const { stdout, error } = spawnSync(NPM, options, { cwd: root, encoding: 'utf8', timeout: LONGEST_AUDIT_MS });
  return error === undefined ? stdout : JSON.stringify({ message: error.message });
}

/**
 * What is grave has to be done at once; the rest is written down with the day it was seen, and has its time from then on.
 * @param answer what `npm audit --json` has printed
 * @param seen days such as 2026-11-29, by the names of packages
 * @param now UTC ms
 * @returns a sentence, and whether something has to be done; an audit that did not happen says why
 */
export function judgeAudit(answer, seen, now) {
  const { metadata, vulnerabilities = {}, message } = parse(answer);
  const counts = metadata?.vulnerabilities;
  if (counts === undefined)
    return {
      isBad: false,
      sentence: `Audit: NOT DONE, the registry gave no answer (${message ?? 'no reason given'}).`,
    };
  const { total = 0, high = 0, critical = 0 } = counts;
  const listed = Object.values(vulnerabilities);
  const names = listed.map(({ name, severity }) => `${name} (${severity})`);
  const found = total === 0 ? 'nothing is known against' : `${names.join(', ')} among`;
  const inTime = ({ name }) => Object.hasOwn(seen, name) && daysSince(seen[name], now) <= MEND_DAYS;
  const late = listed.filter((each) => !inTime(each)).map(({ name }) => name);
  const advice =
    late.length === 0
      ? ''
      : ` Mend ${late.join(', ')}, or write the day it was seen into ${SEEN}: ${MEND_DAYS} days are left then.`;
  return {
    isBad: high + critical > 0 || late.length > 0,
    sentence: `Audit: ${found} the ${metadata.dependencies?.prod ?? 'installed'} packages that run.${advice}`,
  };
}

/**
 * @param packages name, version in use, and days of release by version, as `npm view <name> time --json` prints them, of those that are not the newest; null when nobody could be asked
 * @param now UTC ms
 * @returns a sentence, and whether one of them is older than SECURITY.md allows
 */
export function judgeAges(packages, now) {
  if (packages === null) return { isBad: false, sentence: 'Ages: NOT LOOKED AT, the registry gave no answer.' };
  const behind = packages
    .map(([name, current, times]) => ({ name, current, newer: newerThan(current, times) }))
    .filter(({ newer }) => newer.length > 0);
  const late = behind.filter(({ current, newer }) =>
    newer.some(({ numbers: [major], day }) => {
      const days = major === Number(current.split('.')[0]) ? UPDATE_DAYS : MAJOR_DAYS;
      return daysSince(day, now) > days;
    }),
  );
  const names = late.map(({ name, current }) => `${name} ${current}`).join(', ');
  return {
    isBad: late.length > 0,
    sentence:
      late.length === 0
        ? `Ages: ${behind.length} of our packages have a newer version, none for longer than it may be left.`
        : `Ages: ${names} have to be renewed.`,
  };
}

/** Releases above the one in use, with their days; what is tried out before a release is none. */
function newerThan(current, times) {
  const own = current.split('.').map(Number);
  return Object.entries(times)
    .map(([version, day]) => ({ numbers: /^(\d+)\.(\d+)\.(\d+)$/.exec(version)?.slice(1).map(Number), day }))
    .filter(({ numbers }) => numbers !== undefined && isAfter(numbers, own));
}

/** Whole ones; NaN for what is no day. */
function daysSince(day, now) {
  return Math.floor((now - Date.parse(day)) / DAY_MS);
}

function isAfter(one, other) {
  const place = one.findIndex((number, index) => number !== other[index]);
  return place >= 0 && one[place] > other[place];
}

function parse(answer) {
  try {
    return JSON.parse(answer);
  } catch {
    return { message: 'no reason given' };
  }
}
