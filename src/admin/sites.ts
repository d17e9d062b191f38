/** Adding, changing and removing sites. */
import { AppError } from '../domain/errors.ts';
import { type Site, siteName } from '../domain/site.ts';
import { parseDomain, parseSiteSettings, type SiteOptions } from './parse-site-settings.ts';
import type { SiteEraser, SiteStore } from './ports.ts';

export const DEMO_DOMAIN = 'demo';

export interface SitesOptions {
  store: SiteStore;
  eraser: SiteEraser;
  /** UTC ms. */
  now: () => number;
  /** Told after every change, so that who remembers sites can look again. */
  onChange: () => void;
}

export class Sites {
  readonly #options: SitesOptions;

  constructor(options: SitesOptions) {
    this.#options = options;
  }

  list(): Site[] {
    return this.#options.store.list();
  }

  find(domain: string): Site | null {
    return this.#options.store.find(siteName(domain));
  }

  /** @throws AppError `not_found` */
  get(domain: string): Site {
    const site = this.find(domain);
    if (site) return site;
    throw new AppError('not_found', `There is no site of that name; \`passant site list\` shows them.`);
  }

  /** @throws AppError `invalid`, or `conflict` when the site exists */
  add(name: string, options: SiteOptions): Site {
    const domain = parseDomain(name);
    if (this.#options.store.find(domain))
      throw new AppError('conflict', `The site ${domain} exists; change it with \`passant site set\`.`);
    const site = this.#options.store.insert(domain, parseSiteSettings(options, null), false, this.#options.now());
    this.#options.onChange();
    return site;
  }

  /** @throws AppError `not_found` or `invalid` */
  set(name: string, options: SiteOptions): Site {
    const site = this.get(name);
    this.#options.store.update(site.id, parseSiteSettings(options, site));
    this.#options.onChange();
    return this.get(name);
  }

  /** Removes a site with everything that was counted for it. @throws AppError `not_found` */
  async remove(name: string): Promise<void> {
    const site = this.get(name);
    // First out of sight of the collector; what was on its way is erased with the rest.
    this.#options.store.remove(site.id);
    this.#options.onChange();
    await this.#options.eraser.removeSite(site.id);
  }

  /** Where the demo pages are served may have changed since they were made. */
  setDemoHosts(hosts: readonly string[]): void {
    const demo = this.#options.store.find(DEMO_DOMAIN);
    if (demo === null || hosts.every((host) => demo.hosts.includes(host))) return;
    const { id, domain: _domain, demo: _demo, createdAt: _createdAt, ...settings } = demo;
    this.#options.store.update(id, { ...settings, hosts: [...new Set([...demo.hosts, ...hosts])] });
    this.#options.onChange();
  }

  /** The demo site of a first start. @param hosts under which the demo pages are served */
  addDemo(timezone: string, hosts: readonly string[]): Site {
    const settings = parseSiteSettings({ timezone, hosts: hosts.join(',') }, null);
    const demo = { ...settings, profile: 'consented', anonymous: 'two-day', retentionMonths: 13 } as const;
    const site = this.#options.store.insert(DEMO_DOMAIN, demo, true, this.#options.now());
    this.#options.onChange();
    return site;
  }
}
