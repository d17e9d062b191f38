/** What is stored for an identifier, for reading: proof of consent, then the newest visits. */
import type { AccessDocument } from '../../../privacy/describe-access.ts';
import { type Html, html } from '../html.ts';
import { type PageLanguage, sayTime } from '../say-words.ts';
import { type PrivacyTexts, privacyTexts } from './texts.ts';

/** Visits on the page; the file has all of them. */
const MOST_VISITS = 50;

/** @param timeZone of the site: its days are what is counted by */
export function foundData(found: AccessDocument, language: PageLanguage, timeZone: string): Html {
  const { found: words } = privacyTexts(language);
  const say = (time: string) => sayTime(Date.parse(time), language, timeZone);
  const newest = [...found.visits].reverse().slice(0, MOST_VISITS);
  const pages = found.visits.reduce((sum, { pageviews }) => sum + pageviews, 0);
  return html`<section aria-labelledby="p-found"><h2 id="p-found">${words.title}</h2>
${found.known ? html`<p>${words.summary(found.visits.length, pages)}</p>` : html`<p>${words.nothing}</p>`}
${!found.complete && html`<p class="p-notice">${words.incomplete}</p>`}
${
  found.consent_receipts.length > 0 &&
  html`<h3>${words.receipts}</h3><ul class="p-list">${found.consent_receipts.map(
    ({ action, minute, text_version }) =>
      html`<li>${words.actions[action]}, ${say(minute)}${text_version !== '' && html` (${words.textVersion} <code>${text_version}</code>)`}</li>`,
  )}</ul>`
}
${newest.length > 0 && html`<h3>${words.visits}</h3>`}
${newest.length < found.visits.length && html`<p class="p-quiet">${words.newest(newest.length)}</p>`}
<ul class="p-visits">${newest.map((visit) => html`<li>${visitDetails(visit, words, say)}</li>`)}</ul></section>`;
}

function visitDetails(
  visit: AccessDocument['visits'][number],
  words: PrivacyTexts['found'],
  say: (time: string) => string,
): Html {
  const text = (...names: string[]) =>
    names
      .map((name) => (visit as unknown as Record<string, unknown>)[name])
      .filter((value) => typeof value === 'string' && value !== '')
      .join(', ');
  const facts = [
    [words.facts.source, text('source', 'referrer', 'utm_campaign')],
    [words.facts.place, text('city', 'region', 'country')],
    [words.facts.technology, text('browser', 'browser_version', 'os', 'device')],
    [words.facts.language, text('language')],
  ].filter(([, value]) => value !== '');
  return html`<details><summary>${say(visit.started_at)} <small>· ${words.pages(visit.pageviews)} · ${visit.entry_page}</small></summary>
<ul>${facts.map(([name, value]) => html`<li>${name}: ${value}</li>`)}${visit.events.map((event) => html`<li>${eventLine(event, words, say)}</li>`)}</ul></details>`;
}

function eventLine(
  event: AccessDocument['visits'][number]['events'][number],
  words: PrivacyTexts['found'],
  say: (time: string) => string,
): Html {
  const name = Object.hasOwn(words.events, event.name)
    ? words.events[event.name as keyof typeof words.events]
    : event.name;
  const seconds =
    'engaged_ms' in event && typeof event.engaged_ms === 'number' ? Math.round(event.engaged_ms / 1000) : null;
  const properties = 'properties' in event ? Object.entries(event.properties ?? {}) : [];
  return html`${say(event.at)} · ${name} <code>${event.page}</code>${seconds !== null && ` · ${words.seconds(String(seconds))}`}${properties.map(
    ([key, value]) => html` · ${key} = ${value}`,
  )}`;
}
