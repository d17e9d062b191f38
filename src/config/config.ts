/** The service's settings, read once at start; who reads them sees plain values, never the environment. */

import type { DomainRole } from './oidc-settings.ts';

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
  /** The operator's mail server, and who mails come from; null: no mail is sent. */
  smtp: SmtpSettings | null;
  mailFrom: { name: string; address: string } | null;
  adminEmail: string | null;
  adminPassword: string | null;
  /** The provider that people may sign in with, as it writes itself; null for none. The three belong together. */
  oidcIssuer: string | null;
  oidcClientId: string | null;
  oidcClientSecret: string | null;
  /** On the button; null means the issuer's host. */
  oidcName: string | null;
  /** By domain of a verified address in lower case: what somebody gets who first comes from there. Nobody else gets an account. */
  oidcDomains: DomainRole;
  /** Where the button stands beside the password. */
  oidcButton: 'above' | 'below';
  log: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

export interface SmtpSettings {
  host: string;
  port: number;
  /** `tls`: from the first byte; `starttls`: before anything is told; `none`: never. */
  security: 'tls' | 'starttls' | 'none';
  user: string | null;
  password: string | null;
}
