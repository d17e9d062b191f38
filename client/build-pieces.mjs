/**
 * Compiles the tracker into pieces that the server joins for each site without a compiler. Every module shares one scope, as in
 * a bundle; short names are given once for all of them, so any selection fits together.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { transformSync } from 'esbuild';
import { minify } from 'terser';
import { shrinking } from './bundle-script.mjs';

const here = import.meta.dirname;
const ENTRY = 'tracker/main.ts';
const FEATURES = 'tracker/features';
const ADAPTERS = 'adapters';
const GLUE = 'tracker/consent-tool.ts';
/** The call in the entry that stands for the features. */
const SLOT = 'startFeatures()';
/** Forms of the core: the modules that take the place of others. */
const IDENTIFIERS = {
  cookie: {},
  storage: { 'tracker/identifier.ts': 'tracker/identifier-storage.ts' },
  server: { 'tracker/identifier.ts': 'tracker/identifier-server.ts' },
};
const PATHS = { plain: {}, hash: { 'tracker/path.ts': 'tracker/path-hash.ts' } };

/**
 * `cores`: everything but features, by identifier and path. `entry`: what starts it, in two parts; between them the features
 * are started.
 * `pieces`: texts by module. `features`, `adapters`: the pieces that each needs, in order, and what starts it; `safely` is the
 * name of the function that starts them.
 */
export async function compilePieces() {
  const modules = new Modules();
  const cores = {};
  for (const [identifier, first] of Object.entries(IDENTIFIERS))
    for (const [path, second] of Object.entries(PATHS))
      cores[`${identifier}-${path}`] = modules.collect(ENTRY, { ...first, ...second });
  const isCore = new Set(Object.values(cores).flat());
  const features = namesBelow(FEATURES).map((name) => [name, `${FEATURES}/${name}.ts`]);
  const adapters = namesBelow(ADAPTERS)
    .filter((name) => name !== 'adapter')
    .map((name) => [name, `${ADAPTERS}/${name}.ts`]);
  const collected = [...features.map(([, file]) => file), GLUE].flatMap((file) => modules.collect(file, {}));
  const others = [...new Set(collected)].filter((file) => !isCore.has(file));
  for (const files of Object.values(cores)) modules.checkNames([...files, ...others]);
  const users = [...others, ...adapters.flatMap(([, file]) => modules.collect(file, {}))].filter(
    (file) => !isCore.has(file),
  );
  const shared = new Set(
    [ENTRY, ...users].flatMap((file) =>
      modules.read(file).imports.flatMap(({ from, names }) => (isCore.has(from) ? names : [])),
    ),
  ).add('safely');

  const nameCache = {};
  /** Minifies a text that offers some of its names; returns it without that offer, and the short names by the long ones. */
  const shorten = async (text, exports) => {
    const offer = exports.size === 0 || exports.length === 0 ? '' : `\nexport { ${[...exports].join(', ')} };`;
    const { code } = await minify(text + offer, optionsWith(nameCache));
    const [clause, list] = /export\{([^}]*)\};?$/.exec(code) ?? ['', ''];
    const names = list.split(',').map((each) => each.split(' as '));
    return {
      text: code.slice(0, code.length - clause.length).replace(/;$/, ''),
      names: Object.fromEntries(names.map(([short, long]) => [long ?? short, short])),
    };
  };
  const made = { safely: '', entry: [], cores: {}, pieces: {}, features: {}, adapters: {} };
  for (const [name, files] of Object.entries(cores)) {
    const library = files.filter((file) => file !== ENTRY).map((file) => modules.read(file).text);
    const { text, names } = await shorten(library.join('\n'), shared);
    made.cores[name] = text;
    made.safely = names.safely;
    if (names.safely === 'e') throw new Error('The name of safely is taken where features are started.');
  }
  made.entry = (await shorten(modules.read(ENTRY).text, [])).text.split(SLOT);
  if (made.entry.length !== 2) throw new Error('The entry has no place for features.');
  const namesOf = {};
  for (const file of others) {
    const { text, names } = await shorten(modules.read(file).text, modules.read(file).exports);
    made.pieces[file] = text;
    namesOf[file] = names;
  }
  const needsOf = (file) => modules.collect(file, {}).filter((each) => !isCore.has(each));
  for (const [name, file] of features)
    made.features[name] = { pieces: needsOf(file), start: namesOf[file][camelCase(name)] };
  for (const [name, file] of adapters) {
    // Adapters are written one by one and stand alone in a script, so each keeps its names to itself.
    const inside = needsOf(file).map((each) => modules.read(each).text);
    const wrapped = `let adapter = (() => {${inside.join('\n')}\nreturn adapter})();`;
    const { text, names } = await shorten(wrapped, ['adapter']);
    made.pieces[file] = text;
    const start = `()=>${namesOf[GLUE].listenTo}(${JSON.stringify(name)},${names.adapter})`;
    made.adapters[name] = { pieces: [...needsOf(GLUE), file], start };
  }
  return made;
}

/**
 * Joins a script as the server does (`src/snippet/compose-script.ts`; a test holds the two equal).
 * @param {{ core?: string, features?: readonly string[], adapter?: string | null }} choice
 */
export function joinPieces(made, { core = 'cookie-plain', features = [], adapter = null }) {
  const parts = [...features.map((name) => made.features[name]), ...(adapter ? [made.adapters[adapter]] : [])];
  const texts = [...new Set(parts.flatMap(({ pieces }) => pieces))].map((file) => made.pieces[file]);
  // A feature that fails must not take the others with it, nor the counting of pages.
  const starts = parts.length > 0 ? `[${parts.map(({ start }) => start)}].map(e=>${made.safely}(e)())` : '0';
  return `(()=>{${[made.cores[core], ...texts, made.entry.join(starts)].join(';')}})();`;
}

function namesBelow(folder) {
  const path = join(here, folder);
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith('.ts'))
        .map((name) => name.slice(0, -3))
        .sort()
    : [];
}

function camelCase(name) {
  return name.replace(/-(\w)/g, (_all, letter) => letter.toUpperCase());
}

function optionsWith(nameCache) {
  return { ...shrinking(), module: true, nameCache, mangle: { reserved: ['startFeatures'] } };
}

class Modules {
  #known = new Map();

  /** A module without types, imports and the word export. */
  read(file) {
    const known = this.#known.get(file);
    if (known) return known;
    const source = readFileSync(join(here, file), 'utf8');
    const { code } = transformSync(source, { loader: 'ts', target: 'es2021', tsconfigRaw: {} });
    const imports = [...code.matchAll(/^import \{([^}]*)\} from "(.*)";$/gm)].map(([, list, path]) => ({
      names: list.split(',').map((name) => name.trim()),
      from: relative(here, join(here, dirname(file), path)),
    }));
    // One word for both kinds of variables packs better, and so does the short sign: what the tracker compares is of one type.
    const short = code.replace(/\bconst (?=[\w{[])/g, 'let ');
    const text = (file.startsWith(ADAPTERS) ? short : short.replace(/([!=])==/g, '$1='))
      .replace(/^import .*;\n/gm, '')
      .replace(/^export /gm, '');
    const found = (pattern) => [...code.matchAll(pattern)].map(([, name]) => name);
    const made = {
      imports,
      text,
      declares: found(/^(?:export )?(?:const|let|function|class) (\w+)/gm),
      exports: found(/^export (?:const|let|function|class) (\w+)/gm),
    };
    this.#known.set(file, made);
    return made;
  }

  /** One scope has one thing of a name. */
  checkNames(files) {
    const seen = new Map();
    for (const file of files)
      for (const name of this.read(file).declares) {
        if (seen.has(name)) throw new Error(`${file} and ${seen.get(name)} both declare ${name}.`);
        seen.set(name, file);
      }
  }

  /** The module with everything it needs, what is needed first. */
  collect(file, instead, found = [], seen = new Set()) {
    const actual = instead[file] ?? file;
    if (seen.has(actual)) return found;
    seen.add(actual);
    for (const { from } of this.read(actual).imports) this.collect(from, instead, found, seen);
    found.push(actual);
    return found;
  }
}
