/** What the script tag, or `init` of the package, says: the site, how consent is learned, and where beacons go. */

/**
 * `cookie` reads and writes the remembered choice; `auto` too, but takes silence for a yes where no privacy signal is sent;
 * `denied` never identifies anybody. `manual`, and the name of a consent tool, wait for somebody to say by `passant.consent`
 * what was chosen.
 */
export type ConsentMode = 'cookie' | 'auto' | 'denied' | 'manual' | (string & {});

/** The attributes of a snippet, as `dataset` names them; those of features among them. */
export interface Attributes {
  site?: string | undefined;
  api?: string | undefined;
  consent?: ConsentMode | undefined;
  [name: string]: unknown;
}

export let attributes: Attributes;
export let site: string;
export let mode: ConsentMode;
/** Whether the choice is kept in a cookie of ours. */
export let isRemembered: boolean;
export let source: string | undefined;
/** Where `api/` is, for those who name it. */
let root: string | undefined;
/** Where the visitor came from; in an application of one page, the route before. */
export let referrer: string;
export const cameFrom = (address: string): void => {
  referrer = address;
};

/**
 * Beacons go to the folder the script was loaded from, so a proxy needs one rule; with `data-api`, or under the alias
 * `passant.js`, they go to `api/event`.
 * @param from the script's own address; unknown where another element carries the attributes, which then has to name `data-api`
 */
export const configure = (given: Attributes, from: string | undefined): void => {
  attributes = given;
  source = from;
  referrer = document.referrer;
  site = given.site || location.hostname.replace(/^www\./, '');
  useMode(given.consent || 'cookie');
  root = given.api || from?.match(/(.*)\/passant\.js/)?.[1];
};

/** From now on consent is learned in this way. */
export const useMode = (wanted: ConsentMode): void => {
  mode = wanted;
  isRemembered = /^(cookie|auto)$/.test(mode);
};

/** The collector's address for one kind of message. */
export const addressOf = (short: 'e' | 'f', long: 'event' | 'forget'): URL | string =>
  root ? root.replace(/\/?$/, `/api/${long}`) : new URL(short, source);
