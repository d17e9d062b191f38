/** What site administration needs from outside. */
import type { Annotation, AnnotationText } from '../domain/annotation.ts';
import type { Change, Refusal } from '../domain/change.ts';
import type { DeclaredCookie } from '../domain/cookie.ts';
import type { ErrorDetail } from '../domain/errors.ts';
import type { SavedFunnel } from '../domain/funnel.ts';
import type { Goal } from '../domain/goal.ts';
import type { Segment } from '../domain/segment.ts';
import type { RemovedSite, Site, SiteSettings } from '../domain/site.ts';

export interface SiteStore {
  list(): Site[];
  find(domain: string): Site | null;
  insert(domain: string, settings: SiteSettings, demo: boolean, createdAt: number): Site;
  update(id: number, settings: SiteSettings): void;
  /** Takes it out of `list` and `find`. */
  setAside(id: number, removedAt: number): void;
  takeBack(id: number): void;
  /** In the order of their names. */
  listRemoved(): RemovedSite[];
  /** For good. */
  remove(id: number): void;
}

export interface ChangeStore {
  insert(change: Omit<Change, 'id' | 'count'>): void;
  /** Those with a lower id, the newest first. @param only what was done, or what was refused; null: both */
  list(before: number, limit: number, only: ChangeKind | null): Change[];
}

export const CHANGE_KINDS = ['changes', 'refusals'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface CountedRefusal extends Omit<Change, 'id' | 'site'> {
  act: Refusal;
  /** Since 1970 (UTC). */
  hour: number;
  count: number;
}

export interface RefusalStore {
  /** To the line of that act, account and hour, which is made when there is none. */
  add(counted: CountedRefusal): void;
}

/** Removes everything that was counted for a site. */
export interface SiteEraser {
  removeSite(siteId: number): Promise<void>;
  /**
   * Of a site that stays; `today` is its day, as a day number.
   * @returns false, and nothing is removed, while an import runs
   */
  emptySite(siteId: number, today: number): Promise<boolean>;
}

export interface GoalStore {
  /** In the order of their names. */
  list(siteId: number): Goal[];
  /** @returns false when the site has a goal of that name */
  insert(siteId: number, goal: Goal, createdAt: number): boolean;
  /** In the place of one that is there. @returns false when another one has its name */
  replace(siteId: number, name: string, goal: Goal): boolean;
  /** @returns false when it has none */
  remove(siteId: number, name: string): boolean;
}

export interface FunnelStore {
  /** In the order of their names. */
  list(siteId: number): SavedFunnel[];
  /** @returns false when the site has a funnel of that name */
  insert(siteId: number, funnel: SavedFunnel, createdAt: number): boolean;
  /** In the place of one that is there. @returns false when another one has its name */
  replace(siteId: number, name: string, funnel: SavedFunnel): boolean;
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

export interface AnnotationStore {
  /** By day, then in the order in which they were written; both days are included. */
  list(siteId: number, from: string, to: string): Annotation[];
  count(siteId: number): number;
  /** @returns its number */
  insert(siteId: number, note: AnnotationText, createdAt: number): number;
  /** @returns false when the site has none of that number */
  update(siteId: number, id: number, note: AnnotationText): boolean;
  /** @returns false when the site has none of that number */
  remove(siteId: number, id: number): boolean;
}
export interface SegmentStore {
  /** In the order of their names. */
  list(siteId: number): Segment[];
  /** @returns null when the site has a segment of that name */
  insert(siteId: number, segment: Omit<Segment, 'id'>, createdAt: number): Segment | null;
  /** Replaces name and filters of one that is there. @returns false when another one has the name */
  update(siteId: number, segment: Segment, changedAt: number): boolean;
  /** @returns false when it has none */
  remove(siteId: number, id: number): boolean;
}

/** Every mistake in the filters of a segment, with its path; none when they can be asked. */
export type FilterCheck = (filters: readonly unknown[]) => readonly ErrorDetail[];
