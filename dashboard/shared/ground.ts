/** The colour behind a page in a frame, as its address asks: `transparent`, or hexadecimal digits without the sharp. */
const DIGITS = /^[0-9a-f]{3,4}$|^[0-9a-f]{6}$|^[0-9a-f]{8}$/i;

/** @returns a colour of CSS; null for the page's own */
export function readGround(search: string): string | null {
  const given = new URLSearchParams(search).get('background') ?? '';
  if (given === 'transparent') return given;
  return DIGITS.test(given) ? `#${given}` : null;
}
