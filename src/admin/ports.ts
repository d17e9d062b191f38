/** What site administration needs from outside. */
import type { Site, SiteSettings } from '../domain/site.ts';

export interface SiteStore {
  list(): Site[];
  find(domain: string): Site | null;
  insert(domain: string, settings: SiteSettings, demo: boolean, createdAt: number): Site;
  update(id: number, settings: SiteSettings): void;
  remove(id: number): void;
}

/** Removes everything that was counted for a site. */
export interface SiteEraser {
  removeSite(siteId: number): Promise<void>;
}
