/** One and many in French, where none is like one. A language keeps its own rule, so that its words arrive as one file. */

/** @param count a number, or a number as `Format.count` writes it: only these two are ever written `0` and `1` */
export function plural(count: number | string, one: string, many: string): string {
  return ['0', '1'].includes(String(count)) ? one : many;
}
