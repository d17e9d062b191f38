/** What the routes may call: built once in app.ts. */
import type { Annotations } from '../admin/annotations.ts';
import type { ChangeLog } from '../admin/change-log.ts';
import type { Cookies } from '../admin/cookies.ts';
import type { Funnels } from '../admin/funnels.ts';
import type { Goals } from '../admin/goals.ts';
import type { Refusals } from '../admin/refusals.ts';
import type { Segments } from '../admin/segments.ts';
import type { Sites } from '../admin/sites.ts';
import type { Accounts } from '../auth/accounts.ts';
import type { ApiKeys } from '../auth/api-keys.ts';
import type { Identities } from '../auth/identities.ts';
import type { LinkEntry } from '../auth/link-entry.ts';
import type { Logins } from '../auth/logins.ts';
import type { People } from '../auth/people.ts';
import type { DeviceWords, IdentityProvider } from '../auth/ports.ts';
import type { Resets } from '../auth/resets.ts';
import type { CodeApps } from '../auth/second-step/code-apps.ts';
import type { Passkeys } from '../auth/second-step/passkeys.ts';
import type { PendingSignIns } from '../auth/second-step/pending-sign-ins.ts';
import type { SecondSteps } from '../auth/second-step/second-steps.ts';
import type { SharedLinks } from '../auth/shared-links.ts';
import type { Collector } from '../collect/collector.ts';
import type { Site } from '../domain/site.ts';
import type { MailLanguage } from '../mail/ports.ts';
import type { PostOffice } from '../mail/post-office.ts';
import type { Log } from '../observe/create-log.ts';
import type { Metric } from '../observe/metrics.ts';
import type { Rights } from '../privacy/rights.ts';
import type { Webhook } from '../reports/ports.ts';
import type { Subscriptions } from '../reports/subscriptions.ts';
import type { Webhooks } from '../reports/webhooks.ts';
import type { ConsentReader } from '../stats/consent/ports.ts';
import type { Explorer } from '../stats/explorations/ports.ts';
import type { StatsExecutor } from '../stats/ports.ts';
import type { QualityReader } from '../stats/quality/ports.ts';
import type { StoredEventReader } from '../transfer/ports.ts';
import type { Assets } from './assets.ts';
import type { ClientScripts } from './client-scripts.ts';
import type { RealtimeStreams } from './realtime-streams.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';

/** What may be asked beside the password. */
export interface SecondStepServices {
  steps: SecondSteps;
  apps: CodeApps;
  passkeys: Passkeys;
  pending: PendingSignIns;
}

/** With which people may sign in who are known there. */
export interface SignInProvider {
  provider: IdentityProvider;
  identities: Identities;
  /** On the button. */
  name: string;
  /** Whether the button stands above the password. */
  isFirst: boolean;
}

export interface HttpServices {
  collector: Collector;
  sites: Sites;
  /** The site of a domain as the collector knows it, also one that was removed and can be had back. */
  findSite: (domain: string) => Site | undefined;
  findSiteById: (id: number) => Site | undefined;
  subscriptions: Pick<Subscriptions, 'listOf' | 'set' | 'findByToken' | 'endByToken'>;
  webhooks: Pick<Webhooks, 'listOf' | 'get' | 'add' | 'remove'>;
  /** What was sent to a webhook lately, as it is shown. */
  deliveries: { listOf: (webhook: Webhook) => object[]; sendTest: (webhook: Webhook, domain: string) => void };
  goals: Goals;
  funnels: Funnels;
  annotations: Pick<Annotations, 'list' | 'add' | 'change' | 'remove'>;
  segments: Pick<Segments, 'list' | 'add' | 'change' | 'remove'>;
  accounts: Accounts;
  logins: Logins;
  secondStep: SecondStepServices;
  people: People;
  post: Pick<PostOffice, 'isOpen' | 'sendInvitation'>;
  changes: Pick<ChangeLog, 'note' | 'list'>;
  refusals: Pick<Refusals, 'note'>;
  signInThrottle: SignInThrottle;
  /** null when the operator has set none. */
  signInProvider: SignInProvider | null;
  resets: Pick<Resets, 'find' | 'accept'>;
  resetThrottle: Pick<SignInThrottle, 'admitStranger'>;
  /** A mail with a link will come, if there is such an account. @throws AppError `unavailable` where mail is not set up */
  askForReset: (email: string, language: MailLanguage) => void;
  /** The two words of a User-Agent that are kept with a login. */
  describeDevice: (userAgent: string) => DeviceWords;
  apiKeys: ApiKeys;
  executor: StatsExecutor & Explorer & ConsentReader & QualityReader & StoredEventReader;
  sharedLinks: SharedLinks;
  linkEntry: LinkEntry;
  realtimeStreams: RealtimeStreams;
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
