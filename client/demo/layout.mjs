/** What every page of the demo site stands in: head, header, footer, and the small pieces of markup that pages share. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const LANGUAGE_NAMES = { en: 'English', fr: 'Français' };

/** The scripts under test and the demo's own; the server fills the placeholder in. */
const scriptsIn = (language) => `<script defer src="/{{prefix}}/s.js" data-site="demo"></script>
<script defer src="/{{prefix}}/choice.js?lang=${language}"></script>
<script defer src="/demo/site.js"></script>`;

const STYLES = ['site', 'pages', 'forms', 'scenes']
  .map((name) => `<link rel="stylesheet" href="/demo/${name}.css">`)
  .join('\n');

/** Address of a page or file of the demo site. */
export function urlOf(path) {
  return `/demo/${path}`;
}

/** Text made safe inside markup and attributes. */
export function escapeHtml(text) {
  return String(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** `text` with each `{name}` replaced. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** An illustration of `illustrations/`, to stand inside the page so that it takes the page's colours. */
export function illustration(name) {
  return readFileSync(join(here, 'illustrations', `${name}.svg`), 'utf8').trim();
}

/** A whole number as its readers write it. */
export function formatNumber(content, number) {
  return new Intl.NumberFormat(content.locale).format(number);
}

/**
 * A whole page.
 * @param content the words of its language
 * @param other those of the other language
 * @param page { key, title, description, body, trail, scripts, className }; `trail` lists the keys of the pages above it
 */
export function renderPage(
  content,
  other,
  { key, title, description, body, trail = [], scripts = '', className = '' },
) {
  const isHome = key === 'home';
  const fullTitle = isHome ? `${content.name} · ${title}` : `${title} · ${content.name}`;
  const html = `<!doctype html>
<html lang="${content.lang}">
<head>
<meta charset="utf-8">
<title>${fullTitle}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escapeHtml(description)}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#111917" media="(prefers-color-scheme: dark)">
<link rel="icon" href="/demo/favicon.svg" type="image/svg+xml">
${STYLES}
<link rel="alternate" hreflang="${content.lang}" href="${urlOf(content.paths[key])}">
<link rel="alternate" hreflang="${other.lang}" href="${urlOf(other.paths[key])}">
<link rel="alternate" hreflang="x-default" href="/demo/">
${scriptsIn(content.lang)}${scripts}
</head>
<body class="${className || key}">
<a class="skip" href="#content">${content.shell.skip}</a>
${header(content, other, key, trail)}
<main id="content" tabindex="-1">
${trail.length > 0 ? breadcrumb(content, trail, title) : ''}${body}
</main>
${footer(content)}
</body>
</html>
`;
  return content.lang === 'fr' ? setFrenchSpaces(html) : html;
}

/** The page that `/demo/` shows: the choice of a language, in both. */
export function renderLanding(contents) {
  const doors = contents.map(
    ({ lang, name, tagline, home, paths, shell }) => `<section class="door" lang="${lang}">
<p class="plate">${name}<small>${tagline}</small></p>
<p>${home.description}</p>
<p><a class="button" href="${urlOf(paths.home)}" hreflang="${lang}">${LANGUAGE_NAMES[lang]}</a></p>
<p class="quiet">${shell.demo} <a href="{{dashboard}}">${shell.dashboard}</a></p>
</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Passerelle · Open data · Données ouvertes</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/demo/favicon.svg" type="image/svg+xml">
${STYLES}
${contents.map(({ lang, paths }) => `<link rel="alternate" hreflang="${lang}" href="${urlOf(paths.home)}">`).join('\n')}
<link rel="alternate" hreflang="x-default" href="/demo/">
${scriptsIn('en')}
</head>
<body class="landing">
<main id="content">
<h1>Passerelle</h1>
<div class="doors">
${doors.map((door) => setFrenchSpaces(door)).join('\n')}
</div>
</main>
<div class="vista">${illustration('bridge')}</div>
</body>
</html>
`;
}

function header(content, other, key, trail) {
  const { shell } = content;
  const items = Object.entries(shell.menu).map(([target, label]) => {
    const current = target === key ? ' aria-current="page"' : trail.includes(target) ? ' aria-current="true"' : '';
    return `<li><a href="${urlOf(content.paths[target])}"${current}>${label}</a></li>`;
  });
  return `<aside class="ribbon" aria-label="Demo"><p>${shell.demo} <a href="{{dashboard}}">${shell.dashboard} <span aria-hidden="true">→</span></a></p></aside>
<header class="top">
<a class="brand" href="${urlOf(content.paths.home)}">${illustration('logo')}<span class="plate">${content.name}<small>${content.tagline}</small></span></a>
<nav aria-label="${shell.nav}"><ul>${items.join('')}</ul></nav>
<a class="language" href="${urlOf(other.paths[key])}" hreflang="${other.lang}" lang="${other.lang}">${LANGUAGE_NAMES[other.lang]}</a>
</header>
<div class="railing" aria-hidden="true"></div>`;
}

function breadcrumb(content, trail, title) {
  const names = { datasets: content.datasets.title, news: content.news.title, contact: content.contact.title };
  const links = trail.map((key) => `<li><a href="${urlOf(content.paths[key])}">${names[key]}</a></li>`);
  return `<nav class="trail" aria-label="${content.shell.breadcrumb}"><ol><li><a href="${urlOf(content.paths.home)}">${content.shell.home}</a></li>${links.join('')}<li aria-current="page">${title}</li></ol></nav>
`;
}

function footer({ lang, shell, name, tagline }) {
  return `<footer>
<div class="railing" aria-hidden="true"></div>
<div class="foot">
<p class="plate">${name}<small>${tagline}</small></p>
<p>${shell.footer}</p>
<p>${shell.licence}</p>
<ul aria-label="${shell.around}">
<li><a href="/{{prefix}}/charter/demo?lang=${lang}">${shell.charter}</a></li>
<li><a href="/{{prefix}}/privacy/demo?lang=${lang}">${shell.privacy}</a></li>
<li><a href="https://data.europa.eu/">${shell.europe}</a></li>
<li><a href="mailto:data@passerelle.example">${shell.mail}</a></li>
<li><a href="{{dashboard}}">${shell.dashboard}</a></li>
</ul>
</div>
</footer>`;
}

/** French sets a no-break space before its high punctuation and inside its quotation marks. */
function setFrenchSpaces(html) {
  return html.replace(/ ([:;!?»])(?=[\s<.,])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
}
