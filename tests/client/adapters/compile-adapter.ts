/** Compiles one adapter alone, as small as the build makes scripts. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { minify } from 'terser';
import { BUNDLING, shrinking } from '../../../client/bundle-script.mjs';

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
  const { code = '' } = await minify(text, shrinking());
  return code;
}

/** One script of `contents` and all it imports. @param folder where its imports are looked for */
export async function bundle(contents: string, folder: string): Promise<string> {
  const { outputFiles } = await build({ ...BUNDLING, stdin: { contents, resolveDir: folder } });
  return outputFiles[0]?.text ?? '';
}
