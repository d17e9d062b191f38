/** Builds the dashboard: one page in each language, hashed scripts and styles, and their compressed copies; on wish the gallery. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = import.meta.dirname;
const MAIN = { script: 'main.tsx', styles: 'styles/main.css' };
const PRINT = 'styles/print.css';
const GALLERY = { script: 'gallery/main.tsx', styles: 'gallery/gallery.css' };

/**
 * Writes `index.<language>.html` and `assets/` into `outDir`.
 * @param {string} outDir created when absent
 * @param {{ hasGallery?: boolean }} options with the gallery, `gallery.<language>.html` too; never for what is shipped
 * @returns the scripts and styles with their sizes in bytes, and the file that each begins with
 */
export async function buildDashboard(outDir, { hasGallery = false } = {}) {
  const assets = join(outDir, 'assets');
  const pages = [{ name: 'index', ...MAIN }, ...(hasGallery ? [{ name: 'gallery', ...GALLERY }] : [])];
  // Names change with the content: what an earlier build left would be served for ever.
  await rm(assets, { recursive: true, force: true });
  await mkdir(assets, { recursive: true });
  const entryPoints = [...pages.flatMap(({ script, styles }) => [script, styles]), PRINT].map((file) =>
    join(here, file),
  );
  const options = {
    entryPoints,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    outdir: assets,
    absWorkingDir: here,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfigRaw: {},
    define: { 'process.env.NODE_ENV': '"production"' },
    minify: true,
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'silent',
  };
  const { outputFiles, metafile } = await build({
    ...options,
    plugins: [joinFirst(latePartsOf(await build(options)))],
  });
  const icon = await writeCopy(assets, join(here, 'icon.svg'), 'icon', 'svg');
  // As plain text: a browser shows it as it is, and it is the documentation of this very version.
  const help = await writeCopy(assets, join(here, '../docs/how-we-count.md'), 'how-we-count', 'txt');
  const sources = new Map(
    Object.entries(metafile.outputs).map(([path, { entryPoint, imports }]) => {
      const needed = imports.filter(({ kind }) => kind === 'import-statement').map((each) => basename(each.path));
      return [basename(path), { source: entryPoint ?? null, needs: needed }];
    }),
  );
  const files = await Promise.all(outputFiles.map((file) => writeAsset(assets, file, sources)));
  const page = await readFile(join(here, 'index.html'), 'utf8');
  const addressOf = (source) => `/app/assets/${files.find((file) => file.source === source).name}`;
  const copies = { icon: `/app/assets/${icon}`, help: `/app/assets/${help}`, print: addressOf(PRINT) };
  for (const { source } of files) {
    const [, language] = /^i18n\/([a-z]+)\/texts\.ts$/.exec(source ?? '') ?? [];
    if (language === undefined) continue;
    const spoken = page.replace('<html lang="en">', `<html lang="${language}">`);
    for (const { name, script, styles } of pages) {
      const names = {
        ...copies,
        ...{ script: addressOf(script), styles: addressOf(styles), texts: addressOf(source) },
        chunks: preload(importsOf(metafile, script)),
      };
      await writeFile(
        join(outDir, `${name}.${language}.html`),
        spoken.replaceAll(/\{\{(\w+)\}\}/g, (_, place) => names[place]),
      );
    }
  }
  return files;
}

/** The files that a page asks for when it needs them, not at once. */
function latePartsOf({ metafile }) {
  const asked = Object.values(metafile.outputs).flatMap(({ imports }) => imports);
  const late = new Set(asked.filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => path));
  return new Set([...late].map((path) => join(here, metafile.outputs[path].entryPoint)));
}

/**
 * Has every late part import the first script, which is there long before it. What both use then lies in one file with all of the
 * first script, not in a file for each set of parts that share it: 12 requests in the place of 50.
 */
function joinFirst(late) {
  const first = join(here, MAIN.script);
  return {
    name: 'join-first',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^passant:first$/ }, () => ({ path: first, sideEffects: true }));
      onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
        if (!late.has(path) || /\/i18n\//.test(path)) return undefined;
        return {
          contents: `${await readFile(path, 'utf8')}\nimport 'passant:first';`,
          loader: path.endsWith('x') ? 'tsx' : 'ts',
        };
      });
    },
  };
}

/** Names of the files that an entry point imports at once, directly or not. */
function importsOf({ outputs }, entryPoint) {
  const entry = Object.keys(outputs).find((path) => outputs[path].entryPoint === entryPoint);
  const seen = new Set([entry]);
  for (const path of seen)
    for (const { path: imported, kind } of outputs[path].imports) if (kind === 'import-statement') seen.add(imported);
  return [...seen].slice(1).map((path) => basename(path));
}

/** What the first script imports is asked for beside it, not after it. */
function preload(names) {
  return names.map((name) => `\n    <link rel="modulepreload" href="/app/assets/${name}" />`).join('');
}

async function writeAsset(folder, { path, contents }, sources) {
  const raw = Buffer.from(contents);
  const gzip = gzipSync(raw, { level: 9 });
  const brotli = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const name = basename(path);
  await Promise.all([
    writeFile(join(folder, name), raw),
    writeFile(join(folder, `${name}.gz`), gzip),
    writeFile(join(folder, `${name}.br`), brotli),
  ]);
  return { name, ...(sources.get(name) ?? { source: null, needs: [] }), bytes: raw.length, gzip: gzip.length };
}

/** Under a name that changes with the content. */
async function writeCopy(folder, source, stem, ending) {
  const raw = await readFile(source);
  const name = `${stem}-${createHash('sha256').update(raw).digest('hex').slice(0, 8)}.${ending}`;
  await writeFile(join(folder, name), raw);
  return name;
}
