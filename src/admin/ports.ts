/** What site administration needs from outside. */
import type { DeclaredCookie } from '../domain/cookie.ts';
import type { Goal } from '../domain/goal.ts';
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

export interface GoalStore {
  /** In the order of their names. */
  list(siteId: number): Goal[];
  /** @returns false when the site has a goal of that name */
  insert(siteId: number, goal: Goal, createdAt: number): boolean;
  /** @returns false when it has none */
  remove(siteId: number, name: string): boolean;
}

export interface CookieStore {
  /** In the order in which they were declared. */
  list(siteId: number): DeclaredCookie[];
  /** @returns false when the site has declared one of that name */
  insert(siteId: number, cookie: DeclaredCookie, createdAt: number): boolean;
  /** @returns false when it has none */
  remove(siteId: number, name: string): boolean;
}
