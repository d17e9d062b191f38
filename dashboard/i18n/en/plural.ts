/** One and many in English. A language keeps its own rule, so that its words arrive as one file. */

/** @param count a number, or a number as `Format.count` writes it: only one is ever written `1` */
export function plural(count: number | string, one: string, many: string): string {
  return String(count) === '1' ? one : many;
}
