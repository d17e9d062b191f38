/** What every page of a site is given. */
import type { Site } from '../api/server-state.ts';

export interface SitePageProps {
  site: Site;
  /** Where the site is. */
  today: string;
}
