/** A page's path as people write it: `/données/été` for what travels as `/donn%C3%A9es/%C3%A9t%C3%A9`. */

/** What cannot be seen, or would turn the direction of the text around, stays as it travels. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\u00a0\u2000-\u200b\u202f\u205f\u3000]/gu;

/** @returns the path as it came when its percent signs are no encoding */
export function sayPath(path: string): string {
  if (!path.includes('%')) return path;
  try {
    // Separators stay encoded, so that two paths never look the same for those.
    return decodeURI(path).replace(UNSEEN, encodeURIComponent);
  } catch {
    return path;
  }
}
