/** Who a subscription is of, as long as they may see its site. */
import { mayOnSite } from '../auth/permissions.ts';
import type { User, UserStore } from '../auth/ports.ts';
import type { Goal } from '../domain/goal.ts';
import type { Site } from '../domain/site.ts';
import type { PostOffice } from '../mail/post-office.ts';
import type { Subscription } from '../reports/ports.ts';
import type { Subscriptions } from '../reports/subscriptions.ts';

export interface RecipientSources {
  users: Pick<UserStore, 'find'>;
  findSite: (id: number) => Site | undefined;
}

/** What mails about a site are made of. */
export interface SiteMailSources extends RecipientSources {
  subscriptions: Pick<Subscriptions, 'list' | 'find'>;
  goalsOf: (siteId: number) => readonly Goal[];
  post: Pick<PostOffice, 'isOpen' | 'host' | 'send'>;
  baseUrl: () => string;
  /** UTC ms. */
  now: () => number;
}

export function findRecipient(
  subscription: Subscription | null,
  { users, findSite }: RecipientSources,
): { user: User; site: Site; subscription: Subscription } | null {
  if (subscription === null) return null;
  const [user, site] = [users.find(subscription.userId), findSite(subscription.siteId)];
  return user !== null && site !== undefined && mayOnSite(user, 'read', site.id) ? { user, site, subscription } : null;
}
