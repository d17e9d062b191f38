/** Makes one small script of an entry and all that it imports. */
import { build } from 'esbuild';
import { minify } from 'terser';

/** How esbuild joins files for browsers: into one text, in memory. */
export const BUNDLING = {
  ...{ bundle: true, write: false, format: 'iife', platform: 'browser', target: 'es2021' },
  ...{ minifySyntax: true, tsconfigRaw: {}, logLevel: 'silent' },
};
/** How terser makes what visitors load small. Made anew for each text: terser writes into what it is given. */
export const shrinking = () => ({
  ecma: 2021,
  compress: {
    ...{ passes: 8, unsafe: true, unsafe_arrows: true, unsafe_methods: true, pure_getters: true, hoist_funs: true },
  },
  format: { comments: false },
});

/**
 * esbuild strips the types and joins the files; terser makes them small (measured: 4 % better than esbuild alone).
 * @param {string} entry
 * @param {Record<string, Record<string, string>>} modules what modules of such names export
 * @returns {Promise<string>}
 */
export async function bundleScript(entry, modules = {}) {
  const bundle = await build({ ...BUNDLING, entryPoints: [entry], plugins: [providing(modules)] });
  const { code } = await minify(bundle.outputFiles[0].text, shrinking());
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
