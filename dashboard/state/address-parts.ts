/** Parts of one parameter of the address, parted by a sign that browsers leave as it is: `is~visit:source~Google`. */

export const SEPARATOR = '~';

/** A text that anybody may have written, so that it cannot be taken for two. */
export function escapePart(text: string): string {
  return text.replaceAll('%', '%25').replaceAll(SEPARATOR, '%7E');
}

export function unescapePart(part: string): string {
  return part.replaceAll('%7E', SEPARATOR).replaceAll('%25', '%');
}
