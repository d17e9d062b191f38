/** The sites as the collector sees them: all in memory, read again after a change. */
import type { CollectedSite, SiteDirectory } from '../../../collect/ports.ts';
import type { SiteRepository } from './site-repository.ts';

export class CachedSiteDirectory implements SiteDirectory {
  readonly #sites: SiteRepository;
  #byDomain = new Map<string, CollectedSite>();
  #removed = new Map<string, CollectedSite>();
  #byId = new Map<number, CollectedSite>();
  #isLoaded = false;

  constructor(sites: SiteRepository) {
    this.#sites = sites;
  }

  find(domain: string): CollectedSite | undefined {
    this.#load();
    return this.#byDomain.get(domain);
  }

  findKept(domain: string): CollectedSite | undefined {
    return this.find(domain) ?? this.#removed.get(domain);
  }

  findById(id: number): CollectedSite | undefined {
    const site = this.findKeptById(id);
    return site === undefined ? undefined : this.find(site.domain);
  }

  /** Also one that was removed and can be had back. */
  findKeptById(id: number): CollectedSite | undefined {
    this.#load();
    return this.#byId.get(id);
  }

  /** Call after every change of a site. */
  reload(): void {
    this.#isLoaded = false;
  }

  #load(): void {
    if (this.#isLoaded) return;
    const [sites, removed] = [this.#sites.listCollected(), this.#sites.listCollected('removed')];
    const byDomain = (some: CollectedSite[]) => new Map(some.map((site) => [site.domain, site]));
    this.#byDomain = byDomain(sites);
    this.#removed = byDomain(removed);
    this.#byId = new Map([...sites, ...removed].map((site) => [site.id, site]));
    this.#isLoaded = true;
  }
}
