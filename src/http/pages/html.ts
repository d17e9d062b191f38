/** Markup from templates: every value is escaped, but for markup that was made here. */
import { escapeHtml } from '../../lib/escape-html.ts';

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type HtmlValue = Html | string | number | null | false | undefined | readonly HtmlValue[];

/** Tag of a template: arrays are joined; null, undefined and false are nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.map((text, index) => text + textOf(values[index])).join(''));
}

/** French sets a no-break space before its high punctuation and inside its quotation marks. */
export function setFrenchSpaces(text: string): string {
  return text.replace(/ ([:;!?»%])(?=[\s<.,)]|$)/g, '\u00a0$1').replace(/« /g, '«\u00a0');
}

function textOf(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(textOf).join('');
  return escapeHtml(String(value));
}
