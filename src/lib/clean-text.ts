/** Removes what a text must not smuggle into a store, a terminal or a page: control and direction characters. */

const UNWANTED = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without control, zero-width and bidirectional characters; half characters become U+FFFD. */
export function cleanText(text: string): string {
  return text.replace(UNWANTED, '').replace(LONE_SURROGATE, '\ufffd');
}
