/** Makes one small script of an entry and all that it imports. */
import { build } from 'esbuild';
import { minify } from 'terser';

/**
 * esbuild strips the types and joins the files; terser makes them small (measured: 4 % better than esbuild alone).
 * @param {string} entry
 * @param {{ internalNames?: RegExp, modules?: Record<string, Record<string, string>> }} options `internalNames`: properties that
 *   never leave the script, so that they may be one letter long; none may be a property of the browser that the same script uses,
 *   nor a word that pages write. `modules`: what modules of such names export
 * @returns {Promise<string>}
 */
export async function bundleScript(entry, { internalNames, modules = {} }) {
  const bundle = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2021',
    minifySyntax: true,
    tsconfigRaw: {},
    logLevel: 'silent',
    plugins: [providing(modules)],
  });
  const { code } = await minify(bundle.outputFiles[0].text, {
    ecma: 2021,
    compress: {
      passes: 8,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      pure_getters: true,
      hoist_funs: true,
    },
    mangle: internalNames === undefined ? true : { properties: { regex: internalNames, builtins: true } },
    format: { comments: false },
  });
  return code;
}

/** An esbuild plugin: modules that are no files. */
function providing(modules) {
  return {
    name: 'modules-without-a-file',
    setup(build) {
      build.onResolve({ filter: /^passant:/ }, ({ path }) => ({ path, namespace: 'provided' }));
      build.onLoad({ filter: /.*/, namespace: 'provided' }, ({ path }) => ({
        contents: Object.entries(modules[path])
          .map(
            ([name, value]) =>
              `${name === 'default' ? 'export default' : `export const ${name} =`} ${JSON.stringify(value)};`,
          )
          .join('\n'),
      }));
    },
  };
}
