/** The service's settings, read once at start; who reads them sees plain values, never the environment. */

export interface Config {
  host: string;
  /** 0 picks a free port. */
  port: number;
  /** The only folder written to; absolute. */
  dataDir: string;
  /** RAM-backed folder that lets a day survive a restart, absolute; null when a day ends with its process. */
  keysDir: string | null;
  /** Public address without a trailing slash; null means `http://localhost:<port>`. */
  baseUrl: string | null;
  /** Path prefix of what measured pages load and post to, without slashes. */
  prefix: string;
  /** An operator's .mmdb file, or null for the bundled country file. */
  geoDb: string | null;
  synchronous: 'full' | 'normal';
  /** Column cache of the readers, MiB. */
  cacheMb: number;
  /** Beacons per address and second; 0 switches the limit off. */
  rateLimit: number;
  /** CIDR list that may read /metrics. */
  metricsAllow: readonly string[];
  /** CIDR list whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[];
  adminEmail: string | null;
  adminPassword: string | null;
  log: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}
