/** Compiles one adapter alone, as small as the build makes scripts. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';

const FOLDER = join(import.meta.dirname, '../../../client/adapters');

/** Every adapter there is: files beside the interface. */
export const ADAPTERS = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts') && file !== 'adapter.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();

/** @param tell @param key page code: the function that is told, and the tool's name of our service */
export async function compileAdapter(name: string, tell = 'tell', key = 'key'): Promise<string> {
  const entry = `import { adapter } from './${name}.ts'; adapter(${tell}, ${key});`;
  const text = await bundle(entry, FOLDER);
  const compress = {
    passes: 8,
    unsafe: true,
    unsafe_arrows: true,
    unsafe_methods: true,
    pure_getters: true,
    hoist_funs: true,
  };
  const { code = '' } = await minify(text, { ecma: 2020, compress, format: { comments: false } });
  return code;
}

/** One script of `contents` and all it imports. @param folder where its imports are looked for */
export async function bundle(contents: string, folder: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2021',
    minifySyntax: true,
    tsconfigRaw: {},
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** Bytes over the wire. */
export function brotliSize(code: string): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
  return brotliCompressSync(code, { params }).length;
}
