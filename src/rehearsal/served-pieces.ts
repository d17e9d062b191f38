/** The pieces of the tracker among the files that are served. */
import type { Assets } from '../http/assets.ts';
import type { ScriptPieces } from '../snippet/compose-script.ts';

/** @throws Error when the client has not been built */
export function servedPieces(client: Assets): ScriptPieces {
  const asset = client.find('pieces.json');
  if (asset === undefined) throw new Error('the scripts were not built');
  return JSON.parse(asset.body.toString('utf8')) as ScriptPieces;
}
