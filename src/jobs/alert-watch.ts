/** Looks at every hour that is over for what is unusual, and tells those who asked: people by mail, programs by webhook. */
import type { Site } from '../domain/site.ts';
import { dateOf, dayAt } from '../lib/calendar.ts';
import { type Alert, type AlertContext, findAlerts, HOUR_MS } from '../reports/alerts/find-alerts.ts';
import { writeAlert } from '../reports/alerts/write-alert.ts';
import type { Webhooks } from '../reports/webhooks.ts';
import { findRecipient, type SiteMailSources } from './find-recipient.ts';
import type { Carrier, Outbox } from './outbox.ts';
import type { AlertMarks, Errand } from './ports.ts';

/** How long after its end an hour is looked at: retries of measured pages have come by then (ms). */
const SETTLED_MS = 10 * 60_000;

export interface AlertWatchOptions extends SiteMailSources {
  webhooks: Pick<Webhooks, 'list' | 'listOf'>;
  executor: AlertContext['executor'];
  marks: AlertMarks;
}

export class AlertWatch implements Carrier {
  readonly mayRepeat = false;
  /** After that it is no news any more. */
  readonly patienceMs = 12 * HOUR_MS;
  readonly #options: AlertWatchOptions;

  constructor(options: AlertWatchOptions) {
    this.#options = options;
  }

  /** Each hour of a site once, the last one only when the server was off. Of one kind a site alerts once a day. */
  async plan(outbox: Pick<Outbox, 'add'>): Promise<void> {
    const { findSite, marks, now } = this.#options;
    const endsAt = Math.floor((now() - SETTLED_MS) / HOUR_MS) * HOUR_MS;
    for (const siteId of this.#watchedSites()) {
      const site = findSite(siteId);
      const job = `alerts of site ${siteId}` as const;
      if (site === undefined || (marks.find(job) ?? 0) >= endsAt) continue;
      for (const alert of await this.#find(site, endsAt)) this.#tell(alert, site, outbox);
      marks.save(job, endsAt);
    }
  }

  /** Whoever has ended it meanwhile, or may not see the site any more, gets nothing. */
  async carry({ about }: Errand): Promise<void> {
    const { subscription: id, alert } = about as unknown as { subscription: number; alert: Alert };
    const { subscriptions, post, baseUrl } = this.#options;
    const found = findRecipient(subscriptions.find(id), this.#options);
    if (found === null) return;
    const { user, site, subscription } = found;
    const letter = writeAlert(
      {
        ...{ alert, site: site.domain, timezone: site.timezone, host: post.host },
        dashboardUrl: `${baseUrl()}/app/${encodeURIComponent(site.domain)}?${periodOfAlert(alert, site.timezone)}`,
        unsubscribeUrl: `${baseUrl()}/app/unsubscribe/${subscription.token}`,
      },
      subscription.language,
    );
    await post.send(user.email, letter);
  }

  #watchedSites(): ReadonlySet<number> {
    const { subscriptions, webhooks, post } = this.#options;
    const byMail = post.isOpen ? subscriptions.list().filter(({ kind }) => kind === 'alerts') : [];
    return new Set([...byMail, ...webhooks.list()].map(({ siteId }) => siteId));
  }

  #find(site: Site, endsAt: number): Promise<Alert[]> {
    const { goalsOf, executor, now } = this.#options;
    return findAlerts(endsAt, { site, goals: goalsOf(site.id), executor, now: now() });
  }

  #tell(alert: Alert, site: Site, outbox: Pick<Outbox, 'add'>): void {
    const { subscriptions, webhooks, post } = this.#options;
    const what = `alert ${alert.kind} of ${site.id}`;
    const when = dayOfAlert(alert, site.timezone);
    for (const { id, userId, siteId, kind } of post.isOpen ? subscriptions.list() : [])
      if (kind === 'alerts' && siteId === site.id)
        outbox.add({
          ...{ key: `${what} to ${userId} on ${when}`, kind: 'alert', userId, siteId },
          about: { subscription: id, alert },
        });
    for (const { id, siteId } of webhooks.listOf(site.id))
      outbox.add({
        ...{ key: `${what} by webhook ${id} on ${when}`, kind: 'webhook', userId: null, siteId, webhookId: id },
        about: { site: site.domain, alert },
      });
  }
}

/** What the dashboard shows of it: the day, which may be over when the mail is read; of a consent rate the weeks around. */
function periodOfAlert(alert: Alert, timezone: string): string {
  if (alert.kind === 'consent') return 'period=28d';
  const day = dayOfAlert(alert, timezone);
  return `period=custom&from=${day}&to=${day}`;
}

/** The day of a site that an alert is about; of a consent rate, which changes slowly, the week. */
function dayOfAlert({ kind, endsAt }: Alert, timezone: string): string {
  const { day } = dayAt(endsAt - 1, timezone);
  return dateOf(kind === 'consent' ? day - ((day + 3) % 7) : day);
}
