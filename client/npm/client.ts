/** `passant/client`: the tracker for applications that are bundled; the same code as the script, feature by feature. */
import type { Adapter } from '../adapters/adapter.ts';
import { safely } from '../consent/browser.ts';
import { installApi } from '../tracker/api.ts';
import { listenTo } from '../tracker/consent-tool.ts';
import { type ConsentMode, configure } from '../tracker/settings.ts';

export type { Adapter } from '../adapters/adapter.ts';
export type { Choice, ConsentState } from '../consent/preferences.ts';
export type { ConsentDetails } from '../tracker/consent.ts';
export { dateFlag } from '../tracker/features/date-flag.ts';
export { downloads } from '../tracker/features/downloads.ts';
export { engagement } from '../tracker/features/engagement.ts';
export { exclude } from '../tracker/features/exclude.ts';
export { forms } from '../tracker/features/forms.ts';
export { links } from '../tracker/features/links.ts';
export { notFound } from '../tracker/features/not-found.ts';
export { optOut } from '../tracker/features/opt-out.ts';
export { props } from '../tracker/features/props.ts';
export { search } from '../tracker/features/search.ts';
export { sections } from '../tracker/features/sections.ts';
export { tagged } from '../tracker/features/tagged.ts';
export type { EventDetails } from '../tracker/tracker.ts';
export { consent, forget, track } from './calls.ts';

export interface InitOptions {
  /** The site, such as `example.org`; left out, the page's host without `www.`. */
  site?: string;
  /** Where Passant is, such as `https://count.example.org`; left out, the page's own host. */
  api?: string;
  /** How consent is learned: `cookie` when left out. */
  consent?: ConsentMode;
  /** Listens to the consent tool that `consent` names; from `passant/adapters/<name>`. */
  adapter?: Adapter;
  /** The consent tool's own name of our service or purpose. */
  key?: string;
  /** As the site's setting says; `cookie` when left out. */
  identifier?: 'cookie' | 'storage' | 'server';
  /** The fragment holds the route: `#/about`. */
  hash?: boolean;
  /** What else to notice, such as `[engagement, links]`; each is bundled only when it is named. */
  features?: readonly (() => void)[];
  /** For `downloads`: endings of files. */
  downloads?: readonly string[];
  /** For `search`: names of URL parameters. */
  search?: readonly string[];
  /** For `exclude`: patterns of paths, such as `/admin/**`. */
  exclude?: readonly string[];
  /** For `props`: sent with every pageview. */
  props?: Readonly<Record<string, string | number | boolean>>;
  /** For `sections`: the part of the site that this page belongs to. */
  section?: string;
  /** For `dateFlag`: the site's time zone. */
  timezone?: string;
}

/** Starts counting: this page, and everything that follows. A second call, and a call on a server, do nothing. */
export function init({ features = [], adapter, ...options }: InitOptions = {}): void {
  if (typeof window === 'undefined') return;
  safely(() => {
    configure({ ...options, api: options.api || '/' }, '');
    installApi(() => {
      for (const start of features) safely(start)();
      if (adapter) safely(() => listenTo(options.consent ?? 'adapter', adapter))();
    });
  })();
}
