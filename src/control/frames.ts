/** Bytes of an import on the socket, in frames: the end is a mark of its own, so that a client that was cut off is no end of input. */
import { AppError } from '../domain/errors.ts';

const HEAD = 4;

/** Each chunk behind its length; at the end a length of 0. */
export async function* toFrames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    yield headOf(chunk.length);
    yield Buffer.from(chunk);
  }
  yield headOf(0);
}

/** The chunks again. @throws AppError `invalid` when the stream ends before its mark */
export async function* fromFrames(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  for await (const chunk of stream) {
    held = Buffer.concat([held, chunk]);
    while (held.length >= HEAD) {
      const length = held.readUInt32BE(0);
      if (length === 0) return;
      if (held.length < HEAD + length) break;
      yield held.subarray(HEAD, HEAD + length);
      held = Buffer.from(held.subarray(HEAD + length));
    }
  }
  throw new AppError('invalid', 'The input broke off; run the same import again, it continues where it was.');
}

function headOf(length: number): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeUInt32BE(length);
  return head;
}
