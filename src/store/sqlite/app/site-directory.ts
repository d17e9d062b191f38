/** The sites as the collector sees them: all in memory, read again after a change. */
import type { CollectedSite, SiteDirectory } from '../../../collect/ports.ts';
import type { SiteRepository } from './site-repository.ts';

export class CachedSiteDirectory implements SiteDirectory {
  readonly #sites: SiteRepository;
  #byDomain = new Map<string, CollectedSite>();
  #byId = new Map<number, CollectedSite>();
  #isLoaded = false;

  constructor(sites: SiteRepository) {
    this.#sites = sites;
  }

  find(domain: string): CollectedSite | undefined {
    this.#load();
    return this.#byDomain.get(domain);
  }

  findById(id: number): CollectedSite | undefined {
    this.#load();
    return this.#byId.get(id);
  }

  /** Call after every change of a site. */
  reload(): void {
    this.#isLoaded = false;
  }

  #load(): void {
    if (this.#isLoaded) return;
    const sites = this.#sites.listCollected();
    this.#byDomain = new Map(sites.map((site) => [site.domain, site]));
    this.#byId = new Map(sites.map((site) => [site.id, site]));
    this.#isLoaded = true;
  }
}
