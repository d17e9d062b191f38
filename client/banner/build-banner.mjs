/** Builds the banner: one script for each language, what chooses between them, and every text that was ever asked with. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { bundleScript } from '../bundle-script.mjs';

const here = import.meta.dirname;
const TEXTS = join(here, 'texts');
/** The text that is asked with now. A landed folder is never changed: other words are a new number, and ask everybody again. */
const TEXT_VERSION = '2';
/** Bytes by brotli: a page pays them on a first visit. The build fails over them. */
const MOST_BYTES = { 'choice.js': 250, banner: 3000 };

/** @returns the languages of a text, in the order of the alphabet */
export async function listLanguages(version = TEXT_VERSION) {
  const names = await readdir(join(TEXTS, version));
  return names.map((name) => name.replace(/\.json$/, '')).sort();
}

/**
 * Compiles all scripts.
 * @returns {Promise<{ name: string, code: string, mostBytes: number }[]>} `choice.js` and `choice.<language>.js`
 */
export async function compileBanner() {
  const css = await readStyles();
  const languages = await listLanguages();
  const chooser = await bundleScript(join(here, 'choose-language.ts'));
  const banners = languages.map(async (language) => {
    const words = JSON.parse(await readFile(join(TEXTS, TEXT_VERSION, `${language}.json`), 'utf8'));
    const modules = {
      'passant:texts': { ...words, version: TEXT_VERSION, language },
      'passant:styles': { default: css },
    };
    const code = await bundleScript(join(here, 'main.ts'), modules);
    return { name: `choice.${language}.js`, code, mostBytes: MOST_BYTES.banner };
  });
  return [{ name: 'choice.js', code: chooser, mostBytes: MOST_BYTES['choice.js'] }, ...(await Promise.all(banners))];
}

/** Writes `<version>-<language>.json` for every text that was ever served: what somebody has agreed to can be read again. */
export async function writeTexts(outDir) {
  await mkdir(outDir, { recursive: true });
  for (const version of await readdir(TEXTS)) {
    for (const language of await listLanguages(version)) {
      const texts = JSON.parse(await readFile(join(TEXTS, version, `${language}.json`), 'utf8'));
      const proof = { version: `${version}-${language}`, language, texts };
      await writeFile(join(outDir, `${version}-${language}.json`), `${JSON.stringify(proof, null, 2)}\n`);
    }
  }
}

async function readStyles() {
  const source = await readFile(join(here, 'banner.css'), 'utf8');
  const { code } = await transform(source, {
    loader: 'css',
    minify: true,
    target: ['chrome90', 'firefox90', 'safari15'],
  });
  return code.trim();
}
