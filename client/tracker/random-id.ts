/** Random names of visitors and messages: 21 characters of nanoid's alphabet, 126 bits of the browser's own generator. */

/** Each character is six of the random bits as they are, so all are equally likely. */
export const randomId = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .slice(0, 21)
    .replace(/[+/]/g, (sign) => (sign > '+' ? '_' : '-'));
