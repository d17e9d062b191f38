/** What of others' work ships with this program, and whether anything is known against it. Plain JavaScript, as make.mjs. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
/** Where a browser's parts come from: what they import is bundled, though npm knows it as needed for building only. */
const BUNDLED = ['client', 'dashboard'];
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

/** Asks the registry what is known against the packages that run. @returns what `judgeAudit` says of its answer */
export function auditPackages(root) {
  const options = ['audit', '--omit=dev', '--json', '--fetch-retries=0'];
  const { stdout, error } = spawnSync(NPM, options, { cwd: root, encoding: 'utf8', timeout: LONGEST_AUDIT_MS });
  return judgeAudit(error === undefined ? stdout : JSON.stringify({ message: error.message }));
}

/**
 * @param answer what `npm audit --json` has printed
 * @returns a sentence, and whether something has to be done; an audit that did not happen says why
 */
export function judgeAudit(answer) {
  const { metadata, vulnerabilities = {}, message } = parse(answer);
  const counts = metadata?.vulnerabilities;
  if (counts === undefined)
    return {
      isBad: false,
      sentence: `Audit: NOT DONE, the registry gave no answer (${message ?? 'no reason given'}).`,
    };
  const { total = 0, high = 0, critical = 0 } = counts;
  const names = Object.values(vulnerabilities).map(({ name, severity }) => `${name} (${severity})`);
  const found = total === 0 ? 'nothing is known against' : `${names.join(', ')} among`;
  return {
    isBad: high + critical > 0,
    sentence: `Audit: ${found} the ${metadata.dependencies?.prod ?? 'installed'} packages that run.`,
  };
}

function parse(answer) {
  try {
    return JSON.parse(answer);
  } catch {
    return {};
  }
}
