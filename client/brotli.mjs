/** What a script weighs over the wire. */
import { brotliCompressSync, constants } from 'node:zlib';

/** As small as brotli makes a text. @param {Uint8Array | string} text */
export function brotli(text) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
  return brotliCompressSync(text, { params });
}
