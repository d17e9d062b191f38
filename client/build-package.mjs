/** Builds the entries of the npm package: modules that a bundler can take apart, with their types. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const TSC = join(here, '../node_modules/typescript/bin/tsc');
/** What is a form of the script is an option of the package: these choose while the page lives. */
const INSTEAD = { 'identifier.ts': 'npm/identifier.ts', 'path.ts': 'npm/path.ts' };

/** Writes `client.js`, `server.js`, `adapters/` and their `.d.ts` into `outDir`. */
export async function buildPackage(outDir) {
  const adapters = readdirSync(join(here, 'adapters')).filter((name) => name.endsWith('.ts') && name !== 'adapter.ts');
  await build({
    entryPoints: {
      client: join(here, 'npm/client.ts'),
      server: join(here, 'npm/server.ts'),
      ...Object.fromEntries(adapters.map((name) => [`adapters/${name.slice(0, -3)}`, join(here, 'adapters', name)])),
    },
    outdir: outDir,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    minifySyntax: true,
    target: 'es2021',
    tsconfigRaw: {},
    logLevel: 'silent',
    plugins: [
      {
        name: 'chosen-at-run-time',
        setup: (building) => building.onResolve({ filter: /\/(identifier|path)\.ts$/ }, choose),
      },
    ],
  });
  writeTypes(outDir, ['npm/client.ts', 'npm/server.ts', ...adapters.map((name) => `adapters/${name}`)]);
}

function choose({ path, importer }) {
  const instead = INSTEAD[path.split('/').pop()];
  return importer.includes('/npm/') ? undefined : { path: join(here, instead) };
}

function writeTypes(outDir, entries) {
  const options = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false', '--skipLibCheck', '--ignoreConfig'];
  const language = ['--target', 'es2023', '--module', 'nodenext', '--lib', 'es2023,dom,dom.iterable', '--strict'];
  const more = ['--allowImportingTsExtensions', '--exactOptionalPropertyTypes', '--types', ''];
  const folders = ['--rootDir', here, '--outDir', join(outDir, 'types')];
  const files = entries.map((entry) => join(here, entry));
  const { status, stdout } = spawnSync(
    process.execPath,
    [TSC, ...options, ...language, ...more, ...folders, ...files],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`The types of the package could not be written: ${stdout}`);
  // A declaration names a module by the file that runs.
  for (const file of filesBelow(join(outDir, 'types'))) {
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/(from ')(\.[^']*)\.ts'/g, "$1$2.js'"));
  }
  for (const entry of entries) {
    const name = entry.replace(/^npm\//, '').slice(0, -3);
    const back = name.includes('/') ? '../' : './';
    writeFileSync(join(outDir, `${name}.d.ts`), `export * from '${back}types/${entry.slice(0, -3)}.js';\n`);
  }
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
