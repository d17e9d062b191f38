/** Joins the tracker from the pieces that the build has compiled: the core and exactly what was asked for. */
import { AppError, type ErrorDetail } from '../domain/errors.ts';
import type { IdentifierPlace } from '../domain/site.ts';

/** What `client/build-pieces.mjs` writes to `pieces.json`; explained there. */
export interface ScriptPieces {
  safely: string;
  entry: readonly [string, string];
  cores: Readonly<Record<string, string>>;
  pieces: Readonly<Record<string, string>>;
  features: Readonly<Record<string, ScriptPart>>;
  adapters: Readonly<Record<string, ScriptPart>>;
}
interface ScriptPart {
  pieces: readonly string[];
  start: string;
}

/** What a script shall do. */
export interface ScriptChoice {
  /** Names of features; the date flag counts as one here. */
  features: readonly string[];
  identifier: IdentifierPlace;
  /** The consent tool to listen to, or null. */
  adapter: string | null;
}

/** The feature that is a form of the core. */
const HASH = 'hash';

/** What makes two choices the same script. @throws AppError `invalid` naming every feature and consent tool that does not exist */
export function nameScript(pieces: ScriptPieces, { features, identifier, adapter }: ScriptChoice): string {
  const mistakes: ErrorDetail[] = [];
  const known = [...Object.keys(pieces.features), HASH].sort();
  for (const name of features) {
    if (known.includes(name)) continue;
    mistakes.push({ path: 'with', message: `There is no feature ${quote(name)}; use ${known.join(', ')}.` });
  }
  if (adapter !== null && !Object.hasOwn(pieces.adapters, adapter)) {
    const tools = Object.keys(pieces.adapters).sort().join(', ');
    mistakes.push({ path: 'cmp', message: `There is no consent tool ${quote(adapter)}; use ${tools}.` });
  }
  if (mistakes.length > 0) throw new AppError('invalid', 'This script cannot be composed; see details.', mistakes);
  return [identifier, adapter ?? '', ...known.filter((name) => features.includes(name))].join(' ');
}

/** The script's text. @throws AppError as `nameScript` */
export function composeScript(pieces: ScriptPieces, choice: ScriptChoice): string {
  const [identifier = '', adapter = '', ...features] = nameScript(pieces, choice).split(' ');
  const parts = [
    ...features.filter((name) => name !== HASH).map((name) => pieces.features[name]),
    ...(adapter === '' ? [] : [pieces.adapters[adapter]]),
  ].filter((part) => part !== undefined);
  const texts = [...new Set(parts.flatMap((part) => part.pieces))].map((name) => pieces.pieces[name]);
  // A feature that fails must not take the others with it, nor the counting of pages.
  const starts = parts.length > 0 ? `[${parts.map(({ start }) => start)}].map(e=>${pieces.safely}(e)())` : '0';
  const core = pieces.cores[`${identifier}-${features.includes(HASH) ? HASH : 'plain'}`];
  return `(()=>{${[core, ...texts, pieces.entry.join(starts)].join(';')}})();`;
}

function quote(name: string): string {
  return JSON.stringify(name.slice(0, 60));
}
