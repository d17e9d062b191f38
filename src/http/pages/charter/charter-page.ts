/** The cookie charter as markup: a page, a frame's content, or a piece for the site's own page. */
import { type Charter, type CharterEntry, cookieOf, needsConsent } from '../../../consent/charter.ts';
import type { CookieCategory } from '../../../domain/cookie.ts';
import type { Site } from '../../../domain/site.ts';
import { type Html, html } from '../html.ts';
import { hasGdpr } from '../privacy/authorities.ts';
import { type PageLanguage, sayCountry, sayDate, sayLifetime, sayWords } from '../say-words.ts';
import { type CharterTexts, charterTexts } from './texts.ts';

export interface CharterView {
  language: PageLanguage;
  /** Of the page about the visitor's rights. */
  rightsUrl: string;
  jsonUrl: string;
  /** UTC ms. */
  now: number;
  /** The markup is to stand in the site's own page, where the banner listens. */
  isOnSite: boolean;
}

export function charterHead({ site }: Charter, language: PageLanguage): Html {
  const texts = charterTexts(language);
  return html`<p class="p-eyebrow">${site.controller ?? site.domain}</p>
<h1>${texts.title}</h1>
<p class="p-lead">${texts.lead.replace('{site}', site.domain)}</p>`;
}

export function charterBody(charter: Charter, view: CharterView): Html {
  const texts = charterTexts(view.language);
  return html`${glance(charter, texts)}
${explanation(charter.site, texts)}
${kinds(texts)}
${list(charter, view, texts)}
${choice(charter.site, view, texts)}
<footer class="p-foot p-quiet"><p>${texts.foot.drawn.replace('{date}', sayDate(view.now, view.language, charter.site.timezone))}</p>
<p class="p-screen"><a href="${view.jsonUrl}">${texts.foot.json}</a></p></footer>`;
}

function glance({ groups }: Charter, { glance: words }: CharterTexts): Html {
  const entries = groups.flatMap((group) => group.entries);
  const waiting = entries.filter(needsConsent).length;
  const others = entries.filter((each) => 'declared' in each && Object.keys(each.declared.provider).length > 0).length;
  const figures: [number, string][] = [
    [entries.length - waiting, words.free(entries.length - waiting)],
    [waiting, words.consent(waiting)],
    [others, words.others(others)],
  ];
  return html`<dl class="p-glance" aria-label="${words.label}">${figures.map(
    ([figure, word]) => html`<div><dt>${word}</dt><dd>${figure}</dd></div>`,
  )}</dl>`;
}

function explanation(site: Site, { what }: CharterTexts): Html {
  const { jurisdiction } = site;
  const law =
    jurisdiction === 'FR'
      ? what.law.fr
      : jurisdiction === 'GB'
        ? what.law.gb
        : hasGdpr(jurisdiction)
          ? what.law.europe
          : what.law.elsewhere;
  return html`<section class="p-beside" aria-labelledby="p-what"><h2 id="p-what">${what.title}</h2>
<div class="p-prose">${[...what.paragraphs, law].map((text) => html`<p>${text}</p>`)}</div></section>`;
}

function kinds({ kinds: words, categories }: CharterTexts): Html {
  const cards = (title: string, all: readonly { name: string; text: string }[]) => html`<div class="p-group">
<h3>${title}</h3><ul class="p-cards">${all.map(({ name, text }) => html`<li class="p-card"><strong>${name}</strong><p>${text}</p></li>`)}</ul></div>`;
  return html`<section aria-labelledby="p-kinds"><h2 id="p-kinds">${words.title}</h2>
<div class="p-split">${cards(words.bySetter, words.setters)}${cards(words.byLife, words.lives)}</div>
${cards(words.byPurpose, Object.values(categories))}</section>`;
}

function list(charter: Charter, view: CharterView, texts: CharterTexts): Html {
  const { askedBy, dateFlag } = charter.site;
  return html`<section aria-labelledby="p-list"><h2 id="p-list">${texts.list.title}</h2>
<p class="p-lead">${texts.list.lead}</p>
${askedBy === 'nobody' && !dateFlag && html`<p class="p-notice">${texts.list.noMeasuring}</p>`}
${charter.groups.map(({ category, entries }) => group(charter.site, category, entries, view, texts))}</section>`;
}

function group(
  site: Site,
  category: CookieCategory,
  entries: readonly CharterEntry[],
  view: CharterView,
  texts: CharterTexts,
): Html {
  const id = `p-${category}`;
  const { name } = texts.categories[category];
  if (entries.length === 0)
    return html`<div class="p-group"><header><h3>${name}</h3><p class="p-quiet">${texts.list.nothing[category]}</p></header></div>`;
  const { columns } = texts;
  // The roles say again what the elements say: shown as cards on a small screen, they would lose them.
  return html`<div class="p-group"><header><h3 id="${id}">${name}</h3></header>
<div class="p-table"><table role="table" aria-labelledby="${id}">
<thead role="rowgroup"><tr role="row">${Object.values(columns).map((title) => html`<th role="columnheader" scope="col">${title}</th>`)}</tr></thead>
<tbody role="rowgroup">${entries.map((entry) => row(site, entry, view.language, texts))}</tbody></table></div></div>`;
}

function row(site: Site, entry: CharterEntry, language: PageLanguage, texts: CharterTexts): Html {
  const { columns } = texts;
  const { name, kind, lifetime } = cookieOf(entry);
  const { purpose, provider, service, countries, when } = describe(site, entry, language, texts);
  const where = countries.map((code) => sayCountry(code, language)).join(', ') || texts.unstated;
  const badge = needsConsent(entry) ? 'p-badge p-ask' : 'p-badge';
  return html`<tr role="row"><th role="rowheader" scope="row"><code>${name}</code><small>${texts.storage[kind]}</small></th>
<td role="cell" data-label="${columns.purpose}">${purpose} <span class="${badge}">${when}</span></td>
<td role="cell" data-label="${columns.provider}">${provider}</td>
<td role="cell" data-label="${columns.service}">${service}${service !== null && html`<br>`}<span class="p-quiet">${where}</span></td>
<td role="cell" data-label="${columns.lifetime}">${sayLifetime(lifetime, language)}</td></tr>`;
}

interface Described {
  purpose: Html;
  provider: Html;
  service: Html | null;
  countries: readonly string[];
  when: string;
}

function describe(site: Site, entry: CharterEntry, language: PageLanguage, texts: CharterTexts): Described {
  const self = html`${site.controller ?? site.domain}`;
  if ('own' in entry) {
    const { use, when, httpOnly } = entry.own;
    return {
      purpose: html`${texts.purposes[use]}${httpOnly && ` ${texts.httpOnly}`}`,
      provider: self,
      service: html`${texts.ownService}`,
      countries: site.hostingCountry === null ? [] : [site.hostingCountry],
      when: texts.when[when],
    };
  }
  const { purpose, provider, service, countries } = entry.declared;
  const words = (texts_: typeof purpose): Html | null => {
    const { text, lang } = sayWords(texts_, language);
    if (text === '') return null;
    return lang === null ? html`${text}` : html`<span lang="${lang}">${text}</span>`;
  };
  return {
    purpose: words(purpose) ?? html``,
    provider: words(provider) ?? self,
    service: words(service),
    countries,
    when: needsConsent(entry) ? texts.declaredWhen.consent : texts.declaredWhen.free,
  };
}

function choice({ askedBy }: Site, { rightsUrl, isOnSite }: CharterView, { choice: words }: CharterTexts): Html {
  const text = { passant: words.byPassant, other: words.byOther, nobody: words.byNobody }[askedBy];
  // The banner listens for this mark on the site's own page; anywhere else the link leads to the visitor's rights.
  const change =
    askedBy === 'passant' &&
    html`<a class="p-button" href="${rightsUrl}"${isOnSite && html` data-passant-choice`} target="_top">${words.change}</a>`;
  return html`<section class="p-beside" aria-labelledby="p-choice"><h2 id="p-choice">${words.title}</h2>
<div class="p-prose"><p>${text}</p></div>
<div class="p-actions p-screen">${change}<a class="p-button p-plain" href="${rightsUrl}" target="_top">${words.rights}</a></div>
<p class="p-quiet p-prose">${words.browser}</p></section>`;
}
