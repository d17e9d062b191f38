/** Builds the server: the program and its threads, each one file with what they share beside them, since loading many takes longer than most commands. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
/** Packages with a part that is compiled for the machine. */
const NATIVE = ['better-sqlite3', '@node-rs/argon2'];

/**
 * Writes `main.js`, the `*-worker.js` and the chunks that they share into `outDir`, and `licences.txt` of the packages inside.
 * Every part begins with a comment that names its source: `rehearsal/find-callers.ts` reads them.
 * @param {string} outDir
 * @param {string[]} more further modules below `src/` that tests load as they ship
 */
export async function buildServer(outDir, more = []) {
  const workers = readdirSync(here, { recursive: true }).filter((path) => path.endsWith('-worker.ts'));
  const { metafile } = await build({
    entryPoints: ['main.ts', ...workers, ...more].map((path) => join(here, path)),
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    outdir: outDir,
    absWorkingDir: join(here, '..'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: NATIVE,
    // Packages that are no modules ask for others by `require`.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    sourcemap: 'linked',
    legalComments: 'inline',
    metafile: true,
    logLevel: 'warning',
  });
  writeFileSync(join(outDir, 'licences.txt'), licencesOf(Object.keys(metafile.inputs)));
}

/** What the packages ask to be kept with their code. */
function licencesOf(sources) {
  const folders = sources.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean);
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(here, '..', folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(here, '..', folder)).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? '' : readFileSync(join(here, '..', folder, file), 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}`;
  });
  return `${texts.join('\n\n----\n\n')}\n`;
}
