/** What every page for visitors stands in: head, language switch, styles under a hash, and the headers that go with them. */
import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import type { Site } from '../../domain/site.ts';
import { type Html, html, setFrenchSpaces } from './html.ts';
import { PAGE_LANGUAGES, type PageLanguage } from './say-words.ts';
import { FRAME_STYLES, PAGE_STYLES } from './styles.ts';

/** Those of any page; most are there in `PAGE_LANGUAGES` alone. */
const FRAME_LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'nl'] as const;
export type FrameLanguage = (typeof FRAME_LANGUAGES)[number];

/** How a page is wanted, from its address and `Accept-Language`. */
export interface PageView<Language extends FrameLanguage = PageLanguage> {
  language: Language;
  /** In which there is this page. */
  languages: readonly Language[];
  /** Inside a frame of the site's own page. */
  isEmbedded: boolean;
  theme: 'light' | 'dark' | null;
}

export interface PageParts {
  title: string;
  /** Header of the page; left out inside a frame. */
  head: Html;
  body: Html;
  /** Beside those of all pages. */
  styles?: string;
}

const SKIP: Readonly<Record<FrameLanguage, string>> = {
  en: 'Skip to the text',
  fr: 'Aller au texte',
  de: 'Zum Text springen',
  es: 'Ir al texto',
  it: 'Vai al testo',
  nl: 'Naar de tekst',
};
const CHOOSE: Readonly<Record<FrameLanguage, string>> = {
  en: 'Language',
  fr: 'Langue',
  de: 'Sprache',
  es: 'Idioma',
  it: 'Lingua',
  nl: 'Taal',
};
const NAMES: Readonly<Record<FrameLanguage, string>> = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
  it: 'Italiano',
  nl: 'Nederlands',
};

export function readView(ctx: Context): PageView {
  return readViewIn(ctx, PAGE_LANGUAGES);
}

/** The same of a page that is there in other languages, English among them. */
export function readViewIn<Language extends FrameLanguage>(
  ctx: Context,
  languages: readonly (Language | 'en')[],
): PageView<Language | 'en'> {
  const { lang, embed, theme } = ctx.query;
  const accepted = ctx.acceptsLanguages(...languages);
  const chosen = languages.find((each) => each === lang) ?? languages.find((each) => each === accepted);
  return {
    ...{ language: chosen ?? 'en', languages },
    isEmbedded: embed === '1',
    theme: theme === 'light' || theme === 'dark' ? theme : null,
  };
}

/** Answers with a page. @param site whose own pages may frame it; null for none */
export function sendPage(ctx: Context, view: PageView<FrameLanguage>, site: Site | null, parts: PageParts): void {
  const styles = (view.isEmbedded ? FRAME_STYLES : PAGE_STYLES) + (parts.styles ?? '');
  const framers = view.isEmbedded && site !== null ? hostsOf(site) : "'none'";
  ctx.set(
    'content-security-policy',
    [
      "default-src 'none'",
      `style-src '${hashOf(styles)}'`,
      "form-action 'self'",
      "base-uri 'none'",
      `frame-ancestors ${framers}`,
    ].join('; '),
  );
  if (view.isEmbedded && site !== null) ctx.remove('x-frame-options'); // it knows no list of hosts
  ctx.vary('accept-language');
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = render(view, parts, styles, (lang) => addressIn(ctx, lang));
}

function render(
  { language, languages, isEmbedded, theme }: PageView<FrameLanguage>,
  { title, head, body }: PageParts,
  styles: string,
  addressIn: (language: FrameLanguage) => string,
): string {
  const links = languages.map((each) =>
    each === language
      ? html`<li><a aria-current="true" href="${addressIn(each)}">${NAMES[each]}</a></li>`
      : html`<li><a href="${addressIn(each)}" lang="${each}" hreflang="${each}">${NAMES[each]}</a></li>`,
  );
  const shell = isEmbedded
    ? html`<main id="content"><h1 class="p-hidden">${title}</h1>${body}</main>`
    : html`<div class="p-shell"><a class="p-skip" href="#content">${SKIP[language]}</a>
<nav class="p-top p-screen" aria-label="${CHOOSE[language]}"><span></span><ul>${links}</ul></nav>
<main id="content"><header class="p-head">${head}<div class="p-trail" aria-hidden="true"></div></header>${body}</main></div>`;
  const themed = theme === null ? null : html` data-theme="${theme}"`;
  // Styles stand as they are: their hash is in the policy.
  const page = html`<!doctype html>
<html lang="${language}" class="passant-page"${themed}>
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<style>${STYLES_MARK}</style>
</head>
<body>
${shell}
</body>
</html>
`.text;
  return spaced(page, language).replace(STYLES_MARK, () => styles);
}

const STYLES_MARK = '/*styles*/';

/** The typography of the language. */
export function spaced(markup: string, language: FrameLanguage): string {
  return language === 'fr' ? setFrenchSpaces(markup) : markup;
}

function hashOf(styles: string): string {
  return `sha256-${createHash('sha256').update(styles).digest('base64')}`;
}

function hostsOf({ domain, hosts }: Site): string {
  return [domain, `*.${domain}`, ...hosts].map((host) => `${host}:*`).join(' ');
}

/** The address of this page in another language. */
function addressIn(ctx: Context, language: FrameLanguage): string {
  const query = new URLSearchParams(ctx.querystring);
  query.set('lang', language);
  return `?${query}`;
}
