/** Reads the compiled pieces of the tracker. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScriptPieces } from './compose-script.ts';

/** @param folder where the client has been built */
export function readPieces(folder: string): ScriptPieces {
  return JSON.parse(readFileSync(join(folder, 'pieces.json'), 'utf8')) as ScriptPieces;
}
