/** Reads a request's body whole, within a limit. */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { AppError } from '../domain/errors.ts';

/**
 * @param limit bytes
 * @throws AppError `too_large`; `invalid` when the body is not UTF-8 or breaks off
 */
export function readBody(request: IncomingMessage, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      request.resume();
      reject(tooLarge(limit));
      return;
    }
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) {
        chunks.length = 0;
        reject(tooLarge(limit));
      } else {
        chunks.push(chunk);
      }
    });
    request.on('end', () => {
      const first = chunks[0];
      const bytes = chunks.length === 1 && first ? first : Buffer.concat(chunks);
      if (isUtf8(bytes)) resolve(bytes.toString('utf8'));
      else
        reject(
          new AppError('invalid', 'The body is not UTF-8.', [{ path: '', message: 'Send JSON encoded as UTF-8.' }]),
        );
    });
    request.on('aborted', () => reject(new AppError('invalid', 'The body broke off.')));
    request.on('error', () => reject(new AppError('invalid', 'The body broke off.')));
  });
}

/** Reads a body that must be one JSON object. @param limit bytes @throws AppError `too_large`, `invalid` */
export async function readJsonObject(request: IncomingMessage, limit: number): Promise<Record<string, unknown>> {
  const body = parseJson(await readBody(request, limit));
  if (typeof body === 'object' && body !== null) return body as Record<string, unknown>;
  throw new AppError('invalid', 'Send a JSON object.');
}

/** A text that has to be there. @throws AppError `invalid` */
export function readField(form: Record<string, unknown>, field: string): string {
  const value = form[field];
  if (typeof value === 'string' && value !== '') return value;
  throw new AppError('invalid', 'Fill in every field.', [{ path: field, message: 'This field is empty.' }]);
}

/** Parses JSON. @throws AppError `invalid` */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('invalid', 'The body is not JSON.', [{ path: '', message: 'Send one JSON object.' }]);
  }
}

function tooLarge(limit: number): AppError {
  return new AppError('too_large', `The body is longer than ${limit / 1024} KiB.`, [
    { path: '', message: `Send at most ${limit / 1024} KiB.` },
  ]);
}
