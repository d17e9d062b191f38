/** JSON Schema as markup: the kind of a value in a few words, and the fields of an object as a list. */
import type { Json } from '../../api/describe-api.ts';
import { type Html, html } from '../html.ts';
import type { ApiTexts } from './texts.ts';

const SCHEMAS = '#/components/schemas/';
const CONSTRAINTS: Readonly<Record<string, string>> = {
  minimum: '≥',
  maximum: '≤',
  minLength: 'length ≥',
  maxLength: 'length ≤',
  minItems: 'entries ≥',
  maxItems: 'entries ≤',
};

/** Words with code between backticks. */
export function sayInline(text: string): Html[] {
  return text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : html`${piece}`));
}

/** The fields of an object; null for what has none. */
export function sayFields(schema: Json, texts: ApiTexts): Html | null {
  const { properties, required = [] } = schema as { properties?: Record<string, Json>; required?: string[] };
  if (properties === undefined) return null;
  const fields = Object.entries(properties);
  return fields.length === 0
    ? null
    : html`<dl class="a-fields">${fields.map(([name, field]) => sayField(name, field, required.includes(name), texts))}</dl>`;
}

export function sayField(name: string, schema: Json, isNeeded: boolean, texts: ApiTexts): Html {
  const { description } = schema;
  const inner = sayFields(schema, texts) ?? sayFields((schema.items ?? {}) as Json, texts);
  return html`<div><dt><code>${name}</code> <span class="p-quiet">${sayKind(schema, texts)}${sayBounds(schema)}</span> ${
    isNeeded ? html`<strong class="a-needed">${texts.needed}</strong>` : null
  }</dt><dd>${typeof description === 'string' && html`<p lang="en">${sayInline(description)}</p>`}${inner}</dd></div>`;
}

/** Such as `list of Filter or null`. */
export function sayKind(schema: Json, texts: ApiTexts): Html {
  const { $ref, type, const: only, items } = schema;
  if (typeof $ref === 'string') {
    const name = $ref.slice(SCHEMAS.length);
    return html`<a href="#form-${name}">${name}</a>`;
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choices))
    return join(
      (choices as Json[]).map((each) => sayKind(each, texts)),
      texts.or,
    );
  if (Array.isArray(schema.enum))
    return join(
      (schema.enum as unknown[]).map((each) => html`<code>${String(each)}</code>`),
      '|',
    );
  if (only !== undefined) return html`<code>${String(only)}</code>`;
  if (Array.isArray(schema.prefixItems))
    return html`[${join(
      (schema.prefixItems as Json[]).map((each) => sayKind(each, texts)),
      ',',
    )}]`;
  if (type === 'array') return html`${texts.listOf} ${sayKind((items ?? {}) as Json, texts)}`;
  if (Array.isArray(type)) return html`${type.join(` ${texts.or} `)}`;
  return html`${typeof type === 'string' ? type : texts.anything}`;
}

function sayBounds(schema: Json): string {
  const bounds = Object.entries(CONSTRAINTS).flatMap(([key, word]) =>
    typeof schema[key] === 'number' ? [`${word} ${schema[key]}`] : [],
  );
  return bounds.length === 0 ? '' : ` (${bounds.join(', ')})`;
}

function join(parts: readonly Html[], between: string): Html {
  const space = between === ',' ? ', ' : ` ${between} `;
  return html`${parts.map((part, index) => html`${index > 0 && space}${part}`)}`;
}
