/** What the routes may call: built once in app.ts. */
import type { Cookies } from '../admin/cookies.ts';
import type { Goals } from '../admin/goals.ts';
import type { Sites } from '../admin/sites.ts';
import type { Accounts } from '../auth/accounts.ts';
import type { ApiKeys } from '../auth/api-keys.ts';
import type { Collector } from '../collect/collector.ts';
import type { Site } from '../domain/site.ts';
import type { Log } from '../observe/create-log.ts';
import type { Metric } from '../observe/metrics.ts';
import type { Rights } from '../privacy/rights.ts';
import type { ConsentReader } from '../stats/consent/ports.ts';
import type { Explorer } from '../stats/explorations/ports.ts';
import type { StatsExecutor } from '../stats/ports.ts';
import type { Assets } from './assets.ts';
import type { ClientScripts } from './client-scripts.ts';

export interface HttpServices {
  collector: Collector;
  sites: Sites;
  /** The site of a domain as the collector knows it. */
  findSite: (domain: string) => Site | undefined;
  goals: Pick<Goals, 'list'>;
  accounts: Accounts;
  apiKeys: ApiKeys;
  executor: StatsExecutor & Explorer & ConsentReader;
  rights: Rights;
  cookies: Pick<Cookies, 'list'>;
  /** Resolves when a write has reached the disk. */
  proveWritable: () => Promise<void>;
  metrics: readonly Metric[];
  log: Log;
  /** UTC ms. */
  now: () => number;
  client: Assets;
  scripts: ClientScripts;
  dashboard: Assets;
}

export interface HttpOptions {
  prefix: string;
  /** Beacons per address and second; 0 for no limit. */
  rateLimit: number;
  trustedProxies: readonly string[];
  metricsAllow: readonly string[];
  /** Public address without a trailing slash. */
  baseUrl: () => string;
  /** Where the demo pages are, or null. */
  demoUrl: () => string | null;
  version: string;
}
