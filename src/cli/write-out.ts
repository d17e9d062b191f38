/** Writes a stream no faster than it is read. */
import type { Writable } from 'node:stream';
import { AppError } from '../domain/errors.ts';

/** Resolves when the text is taken. @throws AppError `unavailable` when whoever read it, such as `head`, has gone */
export function writeOut(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EPIPE' ? new AppError('unavailable', 'Nobody reads the output any more.') : error);
    stream.once('error', fail); // it is told there as well, and would end the process if nobody listened
    stream.write(text, (error) => {
      if (error) return fail(error);
      stream.off('error', fail);
      resolve();
    });
  });
}
