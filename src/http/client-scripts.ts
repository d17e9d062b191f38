/** The tracker as each site wants it: composed and compressed once per combination, then kept in memory. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { AppError } from '../domain/errors.ts';
import { IDENTIFIER_PLACES, type Site, siteName, USUAL_FEATURES } from '../domain/site.ts';
import { Turns } from '../lib/turns.ts';
import { composeScript, nameScript, type ScriptChoice, type ScriptPieces } from '../snippet/compose-script.ts';
import { choiceOf } from '../snippet/render-snippet.ts';
import { type Asset, createAsset } from './assets.ts';

/** Combinations kept; each takes about ten kilobytes. Sites use a handful, and whoever asks for all of them gets no more memory. */
const MOST_KEPT = 100;
/** Combinations that may be in the making: each takes a core for some hundredths of a second, and anybody may ask for another one. */
const MOST_IN_THE_MAKING = 32;
const RETRY_AFTER_S = 2;
const USUAL: ScriptChoice = { features: USUAL_FEATURES, identifier: 'cookie', adapter: null };
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

export class ClientScripts {
  readonly #pieces: ScriptPieces;
  readonly #findSite: (domain: string) => Site | undefined;
  readonly #kept = new LRUCache<string, Promise<Asset>>({ max: MOST_KEPT });
  readonly #turns = new Turns();
  #inTheMaking = 0;

  constructor(pieces: ScriptPieces, findSite: (domain: string) => Site | undefined) {
    this.#pieces = pieces;
    this.#findSite = findSite;
  }

  /**
   * The script that an address asks for: `site` for what the site has chosen, `with` for a list of features, `cmp` for a consent
   * tool, `identifier`; without any the usual one.
   * @throws AppError `invalid` or `not_found`; `unavailable` when too many others are being made
   */
  find(query: URLSearchParams): Promise<Asset> {
    const choice = this.#readChoice(query);
    const name = nameScript(this.#pieces, choice);
    const kept = this.#kept.get(name);
    if (kept) return kept;
    // Those of sites are few, and their visitors must not be kept waiting by whoever makes up others.
    const isMadeUp = query.has('with') || query.has('identifier');
    if (isMadeUp && this.#inTheMaking >= MOST_IN_THE_MAKING)
      throw new AppError('unavailable', 'Too many scripts are being made; come back in a moment.', [], {
        retryAfterS: RETRY_AFTER_S,
      });
    const made = this.#make(composeScript(this.#pieces, choice));
    this.#kept.set(name, made);
    return made;
  }

  /** One at a time, so that a flood of combinations takes one core and no more. */
  #make(text: string): Promise<Asset> {
    this.#inTheMaking += 1;
    return this.#turns.take(() => pack(text)).finally(() => (this.#inTheMaking -= 1));
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
