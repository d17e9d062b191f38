/** Builds what measured pages load (tracker and banner, with compressed copies) and the demo site's static files. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compileBanner, writeTexts } from './banner/build-banner.mjs';
import { brotli } from './brotli.mjs';
import { checkBudgets, DEFAULT_FEATURES, measure } from './budgets.mjs';
import { compilePieces, joinPieces } from './build-pieces.mjs';
import { bundleScript } from './bundle-script.mjs';
import { buildDemo } from './demo/build-demo.mjs';

const here = import.meta.dirname;
/** The tracker, under names that no block list goes by, as it is served to whoever asks for nothing else; the server joins all other forms from `pieces.json`. */
const TRACKERS = { 's.js': DEFAULT_FEATURES, 'sd.js': ['date-flag', ...DEFAULT_FEATURES] };

/**
 * Writes `s.js`, `sd.js`, `rights.js`, the banner in every language, their `.gz` and `.br` copies, `pieces.json`, `texts/` and `demo/` into `outDir`.
 * @param {string} outDir created when absent
 * @returns the scripts with their sizes in bytes and the SHA-256 that the audit compares
 * @throws Error naming a script that is over its budget
 */
export async function buildClient(outDir) {
  await mkdir(outDir, { recursive: true });
  const pieces = await compilePieces();
  checkBudgets(measure(pieces));
  const scripts = await Promise.all([
    ...Object.entries(TRACKERS).map(([name, features]) =>
      pack(outDir, { name, code: joinPieces(pieces, { features }) }),
    ),
    pack(outDir, { name: 'rights.js', code: await bundleScript(join(here, 'rights/main.ts')) }),
    ...(await compileBanner()).map((script) => pack(outDir, script)),
    writeFile(join(outDir, 'pieces.json'), JSON.stringify(pieces)),
  ]);
  await writeTexts(join(outDir, 'texts'));
  await buildDemo(join(outDir, 'demo'));
  return scripts.filter((script) => script !== undefined);
}

async function pack(outDir, { name, code, mostBytes = Number.POSITIVE_INFINITY }) {
  const raw = Buffer.from(code);
  const gzip = gzipSync(raw, { level: 9 });
  const packed = brotli(raw);
  if (packed.length > mostBytes) throw new Error(`${name} has ${packed.length} of ${mostBytes} bytes.`);
  await Promise.all([
    writeFile(join(outDir, name), raw),
    writeFile(join(outDir, `${name}.gz`), gzip),
    writeFile(join(outDir, `${name}.br`), packed),
  ]);
  const sha256 = createHash('sha256').update(raw).digest('hex');
  return { name, bytes: raw.length, gzip: gzip.length, brotli: packed.length, sha256 };
}
