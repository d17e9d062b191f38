/** What the tracker's forms may weigh, by brotli: a page pays these bytes on every first visit. The build fails over them. */
import { brotli } from './brotli.mjs';
import { joinPieces } from './build-pieces.mjs';

/** What a site has that has chosen nothing (`USUAL_FEATURES` of src/domain/site.ts; a test holds the two equal). */
export const DEFAULT_FEATURES = ['engagement', 'opt-out'];
const LARGEST_ADAPTER = 300;
const BUDGETS = { core: 1610, default: 2155, everything: 3375 };

/** Bytes by brotli of each form; of an adapter, what it adds to the default. @returns {Record<string, number>} */
export function measure(pieces) {
  const size = (choice) => brotli(joinPieces(pieces, choice)).length;
  const usual = size({ features: DEFAULT_FEATURES });
  const all = Object.keys(pieces.features);
  const sizes = { core: size({}), default: usual, everything: size({ core: 'cookie-hash', features: all }) };
  for (const name of all)
    sizes[`feature ${name}`] =
      sizes.everything - size({ core: 'cookie-hash', features: all.filter((each) => each !== name) });
  for (const adapter of Object.keys(pieces.adapters))
    sizes[`adapter ${adapter}`] = size({ features: DEFAULT_FEATURES, adapter }) - usual;
  return sizes;
}

/** @throws Error naming every form that is over its budget */
export function checkBudgets(sizes) {
  const limitOf = (name) => BUDGETS[name] ?? (name.startsWith('adapter ') ? LARGEST_ADAPTER : Infinity);
  const over = Object.entries(sizes).filter(([name, bytes]) => bytes > limitOf(name));
  if (over.length === 0) return;
  const list = over.map(([name, bytes]) => `${name} has ${bytes} of ${limitOf(name)} bytes`).join(', ');
  throw new Error(`Over budget: ${list}.`);
}
