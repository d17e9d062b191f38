/** Adding, changing and removing sites. */
import { AppError } from '../domain/errors.ts';
import { goesAt, type RemovedSite, type Site, siteName } from '../domain/site.ts';
import { dateOf, dayAt } from '../lib/calendar.ts';
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
  /** Told of each site that was erased because its time was over. */
  onErased: (site: RemovedSite) => void;
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

  /** Sites that were removed and can be had back. */
  listRemoved(): RemovedSite[] {
    return this.#options.store.listRemoved();
  }

  /** There is no site, nor one that can be had back. */
  get isEmpty(): boolean {
    return this.list().length + this.listRemoved().length === 0;
  }

  /** Also one that was removed and can be had back: its visitors keep their rights, people and keys their roles there. */
  findKept(domain: string): Site | null {
    return this.find(domain) ?? this.#findRemoved(domain);
  }

  /** Looks all sites up at once. @returns the domain of a site's id, also of one that can be had back; undefined for one that is gone */
  domains(): (siteId: number) => string | undefined {
    const domains = new Map([...this.list(), ...this.listRemoved()].map(({ id, domain }) => [id, domain]));
    return (siteId) => domains.get(siteId);
  }

  /** @throws AppError `not_found` */
  get(domain: string): Site {
    return this.find(domain) ?? noSite();
  }

  /** As `findKept`. @throws AppError `not_found` */
  getKept(domain: string): Site {
    return this.findKept(domain) ?? noSite();
  }

  /** @throws AppError `invalid`, or `conflict` when the site exists */
  add(name: string, options: SiteOptions): Site {
    const domain = parseDomain(name);
    if (this.#options.store.find(domain))
      throw new AppError('conflict', `The site ${domain} exists; change it with \`passant site set\`.`);
    const removed = this.#findRemoved(domain);
    if (removed !== null)
      throw new AppError('conflict', sayKept(removed), [{ path: 'domain', message: 'It can be had back.' }]);
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

  /** Takes a site out of sight; nothing is counted for it any more. It can be had back until it is erased. @throws AppError `not_found` */
  remove(name: string): RemovedSite {
    const site = this.get(name);
    const removedAt = this.#options.now();
    this.#options.store.setAside(site.id, removedAt);
    this.#options.onChange();
    return { ...site, removedAt };
  }

  /** @throws AppError `not_found` */
  getRemoved(name: string): RemovedSite {
    const site = this.#findRemoved(name);
    if (site !== null) return site;
    throw new AppError('not_found', 'No site of that name was removed within the last seven days.');
  }

  /** Has a site back that was removed, with everything that was counted before. @throws AppError `not_found` */
  restore(name: string): Site {
    this.#options.store.takeBack(this.getRemoved(name).id);
    this.#options.onChange();
    return this.get(name);
  }

  /** Erases a site, whether or not it was removed before, with everything that was counted for it. @throws AppError `not_found` */
  async erase(name: string): Promise<void> {
    await this.#erase(this.#findRemoved(name) ?? this.get(name));
  }

  /** Erases the sites whose time is over since they were removed. */
  async eraseDue(): Promise<void> {
    for (const site of this.listRemoved()) {
      if (goesAt(site) > this.#options.now()) continue;
      await this.#erase(site, () => this.#options.onErased(site));
    }
  }

  /**
   * Removes everything that was counted for a site, which goes on with its settings, goals, keys and links.
   * @throws AppError `not_found`; `unavailable` while an import runs
   */
  async empty(name: string): Promise<void> {
    const site = this.get(name);
    const today = dayAt(this.#options.now(), site.timezone).day;
    if (!(await this.#options.eraser.emptySite(site.id, today)))
      throw new AppError('unavailable', 'Data is being imported; empty the site when that has ended.');
  }

  /** @param onGone is called when there is no way back any more; rows that a fault leaves are removed at the next start */
  async #erase({ id }: Site, onGone: () => void = () => {}): Promise<void> {
    // First out of sight of the collector; what was on its way is erased with the rest.
    this.#options.store.remove(id);
    this.#options.onChange();
    onGone();
    await this.#options.eraser.removeSite(id);
  }

  #findRemoved(domain: string): RemovedSite | null {
    const name = siteName(domain);
    return this.listRemoved().find((site) => site.domain === name) ?? null;
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

function noSite(): never {
  throw new AppError('not_found', `There is no site of that name; \`passant site list\` shows them.`);
}

/** The day on which a site that was removed goes, by its own clock: YYYY-MM-DD. */
export function dayOfErasure(site: RemovedSite): string {
  return dateOf(dayAt(goesAt(site), site.timezone).day);
}

function sayKept(site: RemovedSite): string {
  const [domain, until] = [site.domain, dayOfErasure(site)];
  return `The site ${domain} was removed and is kept until ${until}; have it back with \`passant site restore\`, or erase it now with \`passant site remove --now\`.`;
}
