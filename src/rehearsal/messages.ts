/** The messages that an audit sends to the stage, as a page of the site would. */
import type { Site } from '../domain/site.ts';

/** Documentation addresses (RFC 5737) and a word that no browser says: wherever they come out again, something leaks. */
export const MARKED_ADDRESS = '203.0.113.213';
export const MARKED_WORD = 'Passantrehearsal/4711';
export const IDENTIFIER = 'rehearsal_of_an_audit';
/** An identifier as a site might send it, of the length of ours and of another. */
export const CUSTOMER = 'customer-4711';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

export function headersOf(site: Site, more: Record<string, string> = {}): Record<string, string> {
  return {
    'content-type': 'text/plain',
    origin: `https://${site.domain}`,
    'user-agent': `${BROWSER} ${MARKED_WORD}`,
    'x-forwarded-for': MARKED_ADDRESS,
    'accept-language': 'fr-FR,fr;q=0.9',
    // A cookie of the server needs the site's own host; everything else must hold wherever the collector stands.
    'sec-fetch-site': site.identifier === 'server' ? 'same-origin' : 'cross-site',
    ...more,
  };
}

/** Another browser of somebody else. */
export function otherHeadersOf(site: Site): Record<string, string> {
  return headersOf(site, {
    'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'x-forwarded-for': '198.51.100.7',
    'accept-language': 'de-DE,de;q=0.9',
  });
}

/** A page shown, by an address that says all that may come along. */
export function pageview(site: Site, fields: Record<string, unknown> = {}): Record<string, unknown> {
  const query =
    'utm_source=a&utm_medium=cpc&utm_campaign=b&utm_term=c&utm_content=d&gclid=e&fbclid=f&passant_rehearsal=g';
  return {
    ...{ n: 'pageview', u: `https://${site.domain}/rehearsal?${query}#h`, d: site.domain },
    ...{ r: 'https://news.example.net/path/of/an/article?from=somebody', c: 'unset' },
    ...fields,
  };
}

export function customEvent(site: Site, name: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return pageview(site, { n: name, p: { colour: 'blue' }, $: { amount: 12, currency: 'EUR' }, ...fields });
}
