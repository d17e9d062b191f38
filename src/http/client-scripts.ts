/** The tracker as each site wants it: composed and compressed once per combination, then kept in memory. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { AppError } from '../domain/errors.ts';
import { IDENTIFIER_PLACES, type Site, siteName, USUAL_FEATURES } from '../domain/site.ts';
import { composeScript, nameScript, type ScriptChoice, type ScriptPieces } from '../snippet/compose-script.ts';
import { choiceOf } from '../snippet/render-snippet.ts';
import { type Asset, createAsset } from './assets.ts';

/** Combinations kept; each takes about ten kilobytes. Sites use a handful, and whoever asks for all of them gets no more memory. */
const MOST_KEPT = 100;
const USUAL: ScriptChoice = { features: USUAL_FEATURES, identifier: 'cookie', adapter: null };
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

export class ClientScripts {
  readonly #pieces: ScriptPieces;
  readonly #findSite: (domain: string) => Site | undefined;
  readonly #kept = new LRUCache<string, Promise<Asset>>({ max: MOST_KEPT });

  constructor(pieces: ScriptPieces, findSite: (domain: string) => Site | undefined) {
    this.#pieces = pieces;
    this.#findSite = findSite;
  }

  /**
   * The script that an address asks for: `site` for what the site has chosen, `with` for a list of features, `cmp` for a consent
   * tool, `identifier`; without any the usual one.
   * @throws AppError `invalid` or `not_found`
   */
  find(query: URLSearchParams): Promise<Asset> {
    const choice = this.#readChoice(query);
    const name = nameScript(this.#pieces, choice);
    const kept = this.#kept.get(name);
    if (kept) return kept;
    const made = pack(composeScript(this.#pieces, choice));
    this.#kept.set(name, made);
    return made;
  }

  #readChoice(query: URLSearchParams): ScriptChoice {
    const [domain, features, place] = [query.get('site'), query.get('with'), query.get('identifier')];
    const site = domain === null ? null : this.#findSite(siteName(domain));
    if (site === undefined) throw new AppError('not_found', 'There is no site of that name here; check `site`.');
    const base = site === null ? USUAL : choiceOf(site);
    const identifier = place === null ? base.identifier : IDENTIFIER_PLACES.find((each) => each === place);
    if (identifier === undefined) {
      const message = `Use one of ${IDENTIFIER_PLACES.join(', ')}.`;
      throw new AppError('invalid', 'This script cannot be composed; see details.', [{ path: 'identifier', message }]);
    }
    return {
      features: features === null ? base.features : features.split(',').filter((name) => name !== ''),
      identifier,
      adapter: query.get('cmp'),
    };
  }
}

async function pack(text: string): Promise<Asset> {
  const body = Buffer.from(text);
  const [br, packed] = await Promise.all([
    compressBrotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
    }),
    compressGzip(body, { level: 9 }),
  ]);
  return createAsset('s.js', body, br, packed);
}
