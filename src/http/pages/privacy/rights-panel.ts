/** What the visitor can do, as plain forms: each sends itself to this page, with the identifier in its body or in a cookie. */
import type { Site } from '../../../domain/site.ts';
import { type Html, html } from '../html.ts';
import type { PrivacyState } from './privacy-page.ts';
import type { PrivacyTexts } from './texts.ts';

export function rightsPanel(site: Site, state: PrivacyState, { rights: words }: PrivacyTexts): Html {
  const { setUp, identifier, pasted, hasObjected } = state;
  const named = (text: string) => text.replace('{site}', site.domain);
  const isKnown = identifier !== null || pasted !== null;
  const isIdentifying = site.askedBy !== 'nobody';
  const isVisible = setUp === 'own-host' && site.identifier !== 'storage';
  const unknown = isVisible ? words.unknown : named(words.unknownElsewhere);
  const said =
    pasted !== null ? words.pasted : identifier !== null ? words.known : isIdentifying ? unknown : words.unknown;
  return html`<section aria-labelledby="p-rights"><h2 id="p-rights">${words.title}</h2>
<div class="p-panel">
<div class="p-prose"><p class="${isKnown ? 'p-state p-on' : 'p-state'}">${said}</p>
${setUp !== 'foreign' && html`<p class="${hasObjected ? 'p-state p-on' : 'p-state'}">${hasObjected ? words.objected : words.counted}</p>`}</div>
${isIdentifying && (isKnown ? ownRights(state, words) : pasteForm(state, words, named))}
<div class="p-rights">${objection(state, words, named)}</div>
</div></section>`;
}

type Words = PrivacyTexts['rights'];

function ownRights(state: PrivacyState, words: Words): Html {
  const row = (name: 'see' | 'download' | 'withdraw') =>
    rightRow(
      words[name],
      form(
        name === 'see' ? { ...state, formUrl: `${state.formUrl}#p-found` } : state,
        html`<button class="p-button p-plain" name="do" value="${name}">${words[name].button}</button>`,
      ),
    );
  const { erase } = words;
  // Two steps without a script: the second button is inside what the first one opens.
  const eraseForm = html`<details><summary class="p-button p-grave">${erase.button}</summary><p>${erase.sure}</p>
${form(state, html`<button class="p-button p-grave" name="do" value="erase">${erase.really}</button>`)}</details>`;
  return html`<div class="p-rights">${row('see')}${row('download')}${row('withdraw')}${rightRow(erase, eraseForm)}</div>`;
}

function pasteForm(state: PrivacyState, words: Words, named: (text: string) => string): Html {
  const button = (name: 'see' | 'download' | 'withdraw') =>
    html`<button class="p-button p-plain" name="do" value="${name}">${words[name].button}</button>`;
  const fields = html`<form method="post" action="${state.formUrl}" class="p-prose">
<div class="p-field"><label for="p-id">${words.paste.label}</label>
<input id="p-id" name="id" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="64" aria-describedby="p-id-help" required></div>
<p id="p-id-help" class="p-quiet">${named(words.paste.help)}</p>
<div class="p-actions">${button('see')}${button('download')}${button('withdraw')}
<button class="p-button p-grave" name="do" value="erase">${words.erase.really}</button></div></form>`;
  // On the site's own host nothing was looked for in vain: there is simply none.
  return state.setUp === 'own-host'
    ? html`<details><summary class="p-quiet">${words.paste.open}</summary>${fields}</details>`
    : fields;
}

function objection(state: PrivacyState, words: Words, named: (text: string) => string): Html {
  const { object, again } = words;
  if (state.setUp === 'foreign')
    return html`<div class="p-right"><div><h3>${object.name}</h3><p>${named(words.foreign)}</p></div></div>`;
  if (state.hasObjected)
    return rightRow(
      again,
      form(state, html`<button class="p-button p-plain" name="do" value="count">${again.button}</button>`),
    );
  const text = state.setUp === 'same-domain' ? `${object.text} ${words.sameDomain}` : object.text;
  return rightRow(
    { ...object, text },
    form(state, html`<button class="p-button" name="do" value="object">${object.button}</button>`),
  );
}

function rightRow({ name, text }: { name: string; text: string }, control: Html): Html {
  return html`<div class="p-right"><div><h3>${name}</h3><p>${text}</p></div>${control}</div>`;
}

function form({ formUrl, pasted }: PrivacyState, button: Html): Html {
  const id = pasted !== null && html`<input type="hidden" name="id" value="${pasted}">`;
  return html`<form method="post" action="${formUrl}">${id}${button}</form>`;
}
