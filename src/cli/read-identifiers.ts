/** The identifiers that a command is about: one from an option, or one a line from standard input, out of sight of other users. */
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { AppError } from '../domain/errors.ts';

/** @throws AppError `invalid` unless exactly one of the two ways is chosen and brings something */
export async function readIdentifiers(
  { visitor, stdin }: { visitor?: string; stdin?: boolean },
  input: Readable,
): Promise<string[]> {
  if ((visitor === undefined) === (stdin !== true)) {
    throw new AppError('invalid', 'Say whom: --visitor with an identifier, or --stdin with one a line.');
  }
  if (visitor !== undefined) return [visitor];
  const lines = (await text(input))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) throw new AppError('invalid', 'Standard input is empty; give one identifier a line.');
  return lines;
}
