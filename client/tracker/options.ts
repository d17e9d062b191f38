/** What the script tag says: the site, how consent is learned, and where beacons go. */

/**
 * `cookie` reads and writes the remembered choice; `auto` too, but takes silence for a yes where no privacy signal is sent;
 * `denied` never identifies anybody. `manual`, and the name of a consent tool that this build has no adapter for, wait for the
 * page to say by `passant.consent` what was chosen.
 */
export type ConsentMode = 'cookie' | 'auto' | 'denied' | 'manual' | (string & {});

export interface Options {
  site: string;
  mode: ConsentMode;
  eventUrl: string;
  forgetUrl: string;
}

/** The attributes of a snippet, as `dataset` names them. */
export interface Attributes {
  site?: string;
  api?: string;
  consent?: string;
}

/**
 * Options from the attributes, the script's own address and the page's. Beacons go to the folder the script was loaded from, so
 * a proxy needs one rule; with `data-api`, or under the alias `passant.js`, they go to `api/event`.
 */
export function readOptions(
  { site, api, consent }: Attributes,
  source: string,
  page: Pick<Location, 'href' | 'hostname'>,
): Options {
  const base = new URL(api ? api.replace(/\/?$/, '/') : source, page.href);
  const isAlias = api || /\/passant\.js/.test(source);
  return {
    site: site || page.hostname.replace(/^www\./, ''),
    mode: consent || 'cookie',
    eventUrl: new URL(isAlias ? 'api/event' : 'e', base).href,
    forgetUrl: new URL(isAlias ? 'api/forget' : 'f', base).href,
  };
}
