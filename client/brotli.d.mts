/** As small as brotli makes a text. */
export function brotli(text: Uint8Array | string): Buffer;
