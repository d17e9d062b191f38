/** The page about the visitor's rights: first what can be done, then what is measured, on what basis, how long, by whom. */
import type { Site } from '../../../domain/site.ts';
import type { AccessDocument } from '../../../privacy/describe-access.ts';
import type { SetUp } from '../../../privacy/set-up.ts';
import { type Html, html } from '../html.ts';
import { type PageLanguage, sayCountry } from '../say-words.ts';
import { authorityOf, hasGdpr } from './authorities.ts';
import { foundData } from './found-data.ts';
import { rightsPanel } from './rights-panel.ts';
import { type NoticeName, type PrivacyTexts, privacyTexts } from './texts.ts';

export interface PrivacyState {
  setUp: SetUp;
  /** The one that came as a cookie. */
  identifier: string | null;
  /** The one that was typed in. */
  pasted: string | null;
  hasObjected: boolean;
  notice: NoticeName | null;
  /** What was asked to be shown. */
  found: AccessDocument | null;
  charterUrl: string;
  formUrl: string;
}

export function privacyHead({ controller, domain }: Site, language: PageLanguage): Html {
  const texts = privacyTexts(language);
  return html`<p class="p-eyebrow">${controller ?? domain}</p>
<h1>${texts.title}</h1>
<p class="p-lead">${texts.lead.replace('{site}', domain)}</p>`;
}

export function privacyBody(site: Site, state: PrivacyState, language: PageLanguage): Html {
  const texts = privacyTexts(language);
  const { notice, found } = state;
  const tone = notice === 'invalid' || notice === 'nobody' ? 'p-notice p-wrong' : 'p-notice';
  return html`${notice !== null && html`<p class="${tone}" role="status">${texts.notices[notice]}</p>`}
${rightsPanel(site, state, texts)}
${found !== null && foundData(found, language, site.timezone)}
${measured(site, texts)}
${basis(site, language, texts)}
${kept(site, texts)}
${who(site, language, texts)}
<footer class="p-foot p-quiet p-screen"><p><a href="${state.charterUrl}">${texts.charter}</a></p></footer>`;
}

function measured(site: Site, { measured: words }: PrivacyTexts): Html {
  const list = (items: readonly string[]) => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
  const isAsked = site.askedBy !== 'nobody';
  return html`<section class="p-beside" aria-labelledby="p-measured"><h2 id="p-measured">${words.title}</h2>
<div class="p-prose"><p>${words.purpose.replace('{site}', site.domain)}</p>
<h3>${words.everybody}</h3>${list([...words.all, ...words.extra[site.profile]])}
<p>${words.levels[site.anonymous]}</p>
${site.dateFlag && html`<p>${words.dateFlag}</p>`}
${isAsked ? html`<h3>${words.consent}</h3>${list(words.consented)}<p>${words.refusal[site.onRefusal]}</p>` : html`<p>${words.nobodyAsked}</p>`}
<p>${words.signals[site.signals]}</p>
<h3>${words.never}</h3>${list(words.nevers)}</div></section>`;
}

function basis(site: Site, language: PageLanguage, { basis: words }: PrivacyTexts): Html {
  const { jurisdiction, profile, dateFlag, askedBy } = site;
  const paragraphs: (string | false)[] = hasGdpr(jurisdiction)
    ? [
        askedBy !== 'nobody' && words.consent,
        words.anonymous,
        words.device,
        profile === 'exempt' && (jurisdiction === 'FR' ? words.exemption.FR : words.exemption.other),
        dateFlag &&
          (profile === 'exempt'
            ? words.dateFlag.exempt
            : jurisdiction === 'GB'
              ? words.dateFlag.GB
              : words.dateFlag.other),
      ]
    : [jurisdiction === null ? words.unstated : words.elsewhere.replace('{place}', sayCountry(jurisdiction, language))];
  const said = [...paragraphs, words.caution].filter((text) => text !== false);
  return html`<section class="p-beside" aria-labelledby="p-basis"><h2 id="p-basis">${words.title}</h2>
<div class="p-prose">${said.map((text) => html`<p>${text}</p>`)}</div></section>`;
}

function kept({ retentionMonths, askedBy, anonymous }: Site, { kept: words }: PrivacyTexts): Html {
  const isAsked = askedBy !== 'nobody';
  const hasMemory = anonymous === 'day' || anonymous === 'two-day';
  const said = [
    retentionMonths === null ? words.forGood : words.events(retentionMonths),
    isAsked && words.identifier,
    isAsked && words.receipts,
    hasMemory && words.memory,
  ].filter((text) => text !== false);
  return html`<section class="p-beside" aria-labelledby="p-kept"><h2 id="p-kept">${words.title}</h2>
<div class="p-prose"><ul>${said.map((text) => html`<li>${text}</li>`)}</ul></div></section>`;
}

function who(site: Site, language: PageLanguage, { who: words }: PrivacyTexts): Html {
  const home = html`<a href="https://${site.domain}/" target="_top">${site.domain}</a>`;
  const authority = authorityOf(site.jurisdiction);
  const { contact, controller, hostingCountry } = site;
  const facts: [string, Html][] = [
    [words.controller, controller === null ? html`${words.noController} ${home}` : html`${controller}`],
    [words.contact, contact === null ? html`${words.noContact} ${home}` : contactLink(contact)],
    [words.hosting, html`${hostingCountry === null ? words.noHosting : sayCountry(hostingCountry, language)}`],
    [words.recipients, html`${words.nobodyElse}`],
    [
      words.authority,
      authority === null
        ? html`${words.anyAuthority}`
        : html`${words.answer} <a href="${authority.url}" target="_top">${authority.name}</a>`,
    ],
  ];
  return html`<section class="p-beside" aria-labelledby="p-who"><h2 id="p-who">${words.title}</h2>
<dl class="p-facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></section>`;
}

function contactLink(contact: string): Html {
  const url = contact.startsWith('https://') ? contact : `mailto:${contact}`;
  return html`<a href="${url}" target="_top">${contact}</a>`;
}
