/** Builds the dashboard: one page, hashed scripts and styles, and their compressed copies. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = import.meta.dirname;

/**
 * Writes `index.html` and `assets/` into `outDir`.
 * @param {string} outDir created when absent
 * @returns the scripts and styles with their sizes in bytes
 */
export async function buildDashboard(outDir) {
  const assets = join(outDir, 'assets');
  // Names change with the content: what an earlier build left would be served for ever.
  await rm(assets, { recursive: true, force: true });
  await mkdir(assets, { recursive: true });
  const { outputFiles, metafile } = await build({
    entryPoints: [join(here, 'main.tsx'), join(here, 'styles/main.css')],
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
  });
  const icon = await writeCopy(assets, join(here, 'icon.svg'), 'icon', 'svg');
  // As plain text: a browser shows it as it is, and it is the documentation of this very version.
  const help = await writeCopy(assets, join(here, '../docs/how-we-count.md'), 'how-we-count', 'txt');
  const files = await Promise.all(outputFiles.map((file) => writeAsset(assets, file)));
  const page = await readFile(join(here, 'index.html'), 'utf8');
  const names = { script: entryName(metafile, 'main.tsx'), styles: entryName(metafile, 'styles/main.css'), icon, help };
  await writeFile(
    join(outDir, 'index.html'),
    page.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => `/app/assets/${names[name]}`),
  );
  return files;
}

function entryName(metafile, entry) {
  const found = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entry);
  return basename(found[0]);
}

async function writeAsset(folder, { path, contents }) {
  const raw = Buffer.from(contents);
  const gzip = gzipSync(raw, { level: 9 });
  const brotli = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const name = basename(path);
  await Promise.all([
    writeFile(join(folder, name), raw),
    writeFile(join(folder, `${name}.gz`), gzip),
    writeFile(join(folder, `${name}.br`), brotli),
  ]);
  return { name, bytes: raw.length, gzip: gzip.length };
}

/** Under a name that changes with the content. */
async function writeCopy(folder, source, stem, ending) {
  const raw = await readFile(source);
  const name = `${stem}-${createHash('sha256').update(raw).digest('hex').slice(0, 8)}.${ending}`;
  await writeFile(join(folder, name), raw);
  return name;
}
