/**
 * The identifier as a cookie that only we set and read (`--identifier server`): Safari keeps those of scripts for seven days only.
 * Set once and never extended; taken from the request only with consent; deleted with the answer to a withdrawal.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { nanoid } from 'nanoid';
import { IDENTIFIER_PATTERN } from '../domain/consent.ts';
import { CONSENT, PAGEVIEW } from '../domain/event.ts';
import { ownsHost, type Site, siteName } from '../domain/site.ts';

const NAME = 'passant_id';
/** 13 months at their shortest, as the script's own cookie. */
const LIFE_SECONDS = 393 * 86_400;

export interface IdentifierExchange {
  /** The message with the identifier of the cookie, or with none. */
  body: unknown;
  /** For every answer: who may read it, cookies included. */
  headers: Record<string, string>;
  /** For the answer to a message that was kept; to a withdrawal, whatever became of the message. */
  cookie: string | null;
  isWithdrawal: boolean;
  /** To be collected after it: a visitor who agreed elsewhere got an identifier now, and none is without its receipt. */
  receipt: unknown;
}

type Fields = Record<string, unknown>;

/** What a request and its message come to. Null where the site keeps its identifier otherwise: cookies are not looked at then. */
export function exchangeIdentifier(
  body: unknown,
  headers: IncomingHttpHeaders,
  findSite: (domain: string) => Site | undefined,
): IdentifierExchange | null {
  if (typeof body !== 'object' || body === null) return null;
  const { id: short, visitor: long, ...fields } = body as Fields;
  const url = textOf(fields.u ?? fields.url);
  const site = findSite(siteName(textOf(fields.d ?? fields.domain) ?? hostOf(url)));
  if (site?.identifier !== 'server') return null;
  const name = fields.n ?? fields.name;
  const isForgetting = name === undefined || name === 'forget';
  // Whoever wants to be forgotten may name an identifier that was shown to them.
  const given = isForgetting ? { ...fields, id: short ?? long } : fields;
  const exchange = {
    body: given,
    headers: corsOf(site, headers.origin),
    cookie: null,
    isWithdrawal: false,
    receipt: null,
  };
  // Elsewhere the browser would not keep the cookie, and every page would be another visitor.
  if (!isOwnHost(site, headers)) return exchange;

  const consent = fields.c ?? fields.consent;
  const held = readIdentifier(headers.cookie);
  const isSecure = url === null ? headers.origin?.startsWith('https:') === true : url.startsWith('https:');
  if (isForgetting || (name === CONSENT && fields.action === 'withdrawn')) {
    if (held === null) return exchange;
    return { ...exchange, body: { ...fields, id: held }, cookie: setCookie('', isSecure), isWithdrawal: true };
  }
  if (consent !== 'granted') return exchange;
  if (held !== null) return { ...exchange, body: { ...fields, id: held } };
  const id = nanoid();
  const cookie = setCookie(id, isSecure);
  if (name === CONSENT && fields.action === 'accepted') return { ...exchange, body: { ...fields, id }, cookie };
  if (name !== PAGEVIEW) return exchange;
  // Believed when it comes back: a browser that blocks cookies must not be a new visitor on each page.
  const receipt = { n: CONSENT, action: 'accepted', c: 'granted', id, u: url, d: site.domain, adapter: 'server' };
  return { ...exchange, cookie, receipt };
}

/** The browser's own word on where the request came from, or for old ones the comparison of host names. */
function isOwnHost(site: Site, { 'sec-fetch-site': from, host }: IncomingHttpHeaders): boolean {
  if (typeof from === 'string') return from === 'same-origin' || from === 'same-site';
  return ownsHost(site, hostOf(`http://${host}`));
}

function corsOf(site: Site, origin: string | undefined): Record<string, string> {
  if (origin === undefined || !ownsHost(site, hostOf(origin))) return {};
  return { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', vary: 'origin' };
}

function readIdentifier(cookies: string | undefined): string | null {
  const value = /(?:^|; )passant_id=([^;]*)/.exec(cookies ?? '')?.[1] ?? '';
  return IDENTIFIER_PATTERN.test(value) ? value : null;
}

function setCookie(id: string, isSecure: boolean): string {
  const life = id === '' ? 0 : LIFE_SECONDS;
  return `${NAME}=${id}; Path=/; Max-Age=${life}; SameSite=Lax; HttpOnly${isSecure ? '; Secure' : ''}`;
}

function hostOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? new URL(url).hostname : '';
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
