/** The description of the API as a page, from the document that programs read. */
import type { ApiDocument, ApiOperation, ApiResponse, Json } from '../../api/describe-api.ts';
import type { Group } from '../../api/operation.ts';
import { type Html, html } from '../html.ts';
import type { PageLanguage } from '../say-words.ts';
import { curlLine } from './curl-line.ts';
import { sayField, sayFields, sayInline, sayKind } from './say-schema.ts';
import { type ApiTexts, apiTexts } from './texts.ts';

/** An operation with the address at which it is. */
interface Placed {
  path: string;
  method: string;
  operation: ApiOperation;
}

export function apiHead(language: PageLanguage): Html {
  const texts = apiTexts(language);
  return html`<p class="p-eyebrow">Passant</p>
<h1>${texts.title}</h1>
<p class="p-lead">${texts.lead}</p>
<p><a href="/api/openapi.json">${texts.file}</a></p>`;
}

export function apiBody(document: ApiDocument, language: PageLanguage): Html {
  const texts = apiTexts(language);
  const placed = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Placed => ({ path, method, operation })),
  );
  const groups = document.tags.map((tag) => ({
    ...{ name: tag.name, title: texts.groups[tag.name as Group] },
    placed: placed.filter(({ operation }) => operation.tags.includes(tag.name)),
  }));
  const server = document.servers[0]?.url ?? '';
  return html`<nav aria-labelledby="contents"><section><h2 id="contents">${texts.contents}</h2>
<div class="a-contents">${groups.map(
    ({ name, title, placed: inside }) => html`<div><a href="#${name}"><strong>${title}</strong></a>
<ul lang="en">${inside.map(({ operation }) => html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`)}</ul></div>`,
  )}<div><ul><li><a href="#keys">${texts.keys.title}</a></li><li><a href="#refusals">${texts.refusals.title}</a></li><li><a href="#forms">${texts.schemas.title}</a></li></ul></div></div></section></nav>
<section aria-labelledby="keys"><h2 id="keys">${texts.keys.title}</h2><div class="p-prose">${texts.keys.paragraphs.map((text) => html`<p>${sayInline(text)}</p>`)}</div></section>
${groups.map(
  ({ name, title, placed: inside }) => html`<section aria-labelledby="${name}"><h2 id="${name}">${title}</h2>
<div class="a-operations">${inside.map((each) => sayOperation(each, server, texts))}</div></section>`,
)}
${sayRefusals(document, texts)}
${sayForms(document, texts)}`;
}

function sayOperation({ path, method, operation }: Placed, server: string, texts: ApiTexts): Html {
  const { operationId: id, summary, description, security, parameters = [], requestBody, responses } = operation;
  const scopes = security.flatMap(({ key }) => (Array.isArray(key) ? key.map(String) : []));
  const body = requestBody && Object.values(requestBody.content)[0]?.schema;
  return html`<article class="a-operation" id="${id}" aria-labelledby="${id}-name">
<h3 id="${id}-name" lang="en"><a href="#${id}">${summary}</a></h3>
<p class="a-address"><span class="a-method">${method.toUpperCase()}</span> <code>${path}</code>
<span class="p-badge">${scopes.length === 0 ? texts.noKey : html`${texts.scope} ${scopes.join(', ')}`}</span></p>
${description !== undefined && html`<p lang="en">${sayInline(description)}</p>`}
${
  parameters.length > 0 &&
  html`<div><h4>${texts.address}</h4><dl class="a-fields">${parameters.map(
    ({ name, schema, required, description: text }) =>
      sayField(name, { ...schema, ...(text !== undefined && { description: text }) }, required, texts),
  )}</dl></div>`
}
${body && html`<details><summary>${texts.body}</summary>${sayForm(body, texts)}</details>`}
<details><summary>${texts.answers}</summary><dl class="a-fields">${Object.entries(responses).map(([status, response]) => sayResponse(status, response, texts))}</dl></details>
<div><h4>${texts.example}</h4><pre>${curlLine(server, path, method, operation)}</pre></div>
</article>`;
}

function sayResponse(
  status: string,
  { $ref, description, headers = {}, content = {} }: ApiResponse,
  texts: ApiTexts,
): Html {
  if ($ref !== undefined) {
    const code = $ref.slice($ref.lastIndexOf('/') + 1);
    return html`<div><dt><code>${status}</code> <a href="#refusal-${code}">${code}</a></dt><dd></dd></div>`;
  }
  const types = Object.entries(content).map(
    ([type, { schema }]) => html`<p><code>${type}</code></p>${schema && sayForm(schema, texts)}`,
  );
  const named = Object.entries(headers).map(
    ([name, header]) => html`<p lang="en"><code>${name}</code> ${header.description}</p>`,
  );
  return html`<div><dt><code>${status}</code> <span lang="en">${sayInline(description ?? '')}</span></dt><dd>${named}${types}</dd></div>`;
}

/** By its name where it has one, else field by field. */
function sayForm(schema: Json, texts: ApiTexts): Html {
  return sayFields(schema, texts) ?? html`<p>${sayKind(schema, texts)}</p>`;
}

function sayRefusals({ components }: ApiDocument, texts: ApiTexts): Html {
  return html`<section aria-labelledby="refusals"><h2 id="refusals">${texts.refusals.title}</h2><p class="p-lead">${texts.refusals.lead}</p>
<dl class="a-fields">${Object.entries(components.responses).map(
    ([code, { description }]) =>
      html`<div id="refusal-${code}"><dt><code>${code}</code></dt><dd><p lang="en">${sayInline(description ?? '')}</p></dd></div>`,
  )}</dl></section>`;
}

function sayForms({ components }: ApiDocument, texts: ApiTexts): Html {
  return html`<section aria-labelledby="forms"><h2 id="forms">${texts.schemas.title}</h2><p class="p-lead">${texts.schemas.lead}</p>
<div class="a-operations">${Object.entries(components.schemas).map(
    ([
      name,
      schema,
    ]) => html`<article class="a-operation" id="form-${name}" aria-labelledby="form-${name}-name"><h3 id="form-${name}-name"><a href="#form-${name}">${name}</a></h3>
${typeof schema.description === 'string' && html`<p lang="en">${sayInline(schema.description)}</p>`}${sayForm(schema, texts)}
<details><summary>${texts.asJson}<span class="p-hidden"> (${name})</span></summary><pre>${JSON.stringify(schema, null, 1)}</pre></details></article>`,
  )}</div></section>`;
}
