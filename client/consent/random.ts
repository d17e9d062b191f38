/** Random text for identifiers and messages. */

/**
 * Up to 21 letters and digits from the platform's cryptographic generator: of 43 in base64 those two that are neither are left
 * out, so that every character is as likely (125 bits in all). An alphabet written out would be three per cent of the script.
 */
export function randomText(length = 21): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replace(/\W/g, '')
    .slice(0, length);
}
