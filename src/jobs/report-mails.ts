/** Weekly and monthly reports: which are due, and the mail of each, made when it is sent. */
import { askReport } from '../reports/ask-report.ts';
import { type ReportDays, reportDays } from '../reports/report-days.ts';
import { writeReport } from '../reports/write-report.ts';
import type { StatsExecutor } from '../stats/ports.ts';
import { findRecipient, type SiteMailSources } from './find-recipient.ts';
import type { Carrier, Outbox } from './outbox.ts';
import type { Errand } from './ports.ts';

const DAY_MS = 86_400_000;

export interface ReportMailsOptions extends SiteMailSources {
  executor: StatsExecutor;
}

export class ReportMails implements Carrier {
  readonly mayRepeat = false;
  readonly patienceMs = 2 * DAY_MS;
  readonly #options: ReportMailsOptions;

  constructor(options: ReportMailsOptions) {
    this.#options = options;
  }

  /**
   * Adds each report whose days are over since it was asked for; those that were there before are not taken again. A server that was off
   * for long sends the last one only.
   */
  async plan(outbox: Pick<Outbox, 'add'>): Promise<void> {
    const { subscriptions, post, now } = this.#options;
    if (!post.isOpen) return;
    for (const each of subscriptions.list()) {
      const site = findRecipient(each, this.#options)?.site;
      if (each.kind === 'alerts' || site === undefined) continue;
      const days = reportDays(each.kind, site.timezone, now());
      if (each.createdAt >= days.endedAt) continue;
      const { userId, siteId, kind, id } = each;
      const key = `report ${kind} of ${siteId} to ${userId} for ${days.first}`;
      outbox.add({ key, kind: 'report', userId, siteId, about: { subscription: id, days } });
    }
  }

  /** Whoever has ended it meanwhile, or may not see the site any more, gets nothing. */
  async carry({ about }: Errand): Promise<void> {
    const { subscription: id, days } = about as unknown as { subscription: number; days: ReportDays };
    const { subscriptions, goalsOf, executor, post, baseUrl, now } = this.#options;
    const found = findRecipient(subscriptions.find(id), this.#options);
    if (found === null) return;
    const { user, site, subscription } = found;
    const answers = await askReport(days, { site, goals: goalsOf(site.id), executor, now: now() });
    const period = `period=custom&from=${days.first}&to=${days.last}`;
    const letter = writeReport(
      {
        ...{ site: site.domain, host: post.host, days, answers },
        dashboardUrl: `${baseUrl()}/app/${encodeURIComponent(site.domain)}?${period}`,
        unsubscribeUrl: `${baseUrl()}/app/unsubscribe/${subscription.token}`,
      },
      subscription.language,
    );
    await post.send(user.email, letter);
  }
}
