/** Reads the JSON of a program: nothing nested without end, and no key that means something to the language instead of us. */
import type { IncomingMessage } from 'node:http';
import { AppError } from '../../domain/errors.ts';
import { parseJson, readBody } from '../read-body.ts';

/** Lists and objects inside each other. Filters, the deepest that is asked, may be 10 deep, of three lists each. */
const DEEPEST = 40;
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** @param limit bytes @throws AppError `too_large`, `invalid` */
export async function readPlainJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const body = parseJson(await readBody(request, limit));
  refuseUnplain(body);
  return body;
}

/** Without recursion: what is too deep to be walked is just what comes here. */
function refuseUnplain(body: unknown): void {
  const waiting: [value: unknown, depth: number][] = [[body, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, depth] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= DEEPEST) throw refuse('', `Nest lists and objects at most ${DEEPEST} deep.`);
    for (const [key, inner] of Object.entries(value)) {
      if (RESERVED.has(key)) throw refuse(key, 'A field cannot have this name.');
      waiting.push([inner, depth + 1]);
    }
  }
}

function refuse(path: string, message: string): AppError {
  return new AppError('invalid', 'The body cannot be read; see details.', [{ path, message }]);
}
