/** Joins everything that leaves the server: mails and webhooks, the queue that sends each once, and what puts them into it. */
import type { Config } from './config/config.ts';
import { SERVICE } from './domain/change.ts';
import { AlertWatch } from './jobs/alert-watch.ts';
import { Outbox } from './jobs/outbox.ts';
import { ReportMails } from './jobs/report-mails.ts';
import { ResetMails } from './jobs/reset-mails.ts';
import { Scheduler } from './jobs/scheduler.ts';
import { WebhookDeliveries } from './jobs/webhook-deliveries.ts';
import { WebhookLog } from './jobs/webhook-log.ts';
import { VERSION } from './lib/program-version.ts';
import { PostOffice } from './mail/post-office.ts';
import type { Log } from './observe/create-log.ts';
import type { Outbound } from './observe/outbound.ts';
import type { Data } from './open-data.ts';
import { SmtpSender } from './outside/smtp-sender.ts';
import { HttpsSender } from './outside/webhook-sender.ts';

export interface MailOptions {
  config: Pick<Config, 'smtp' | 'mailFrom'>;
  data: Data;
  outbound: Outbound;
  /** Public address without a trailing slash. */
  baseUrl: string;
  log: Log;
  /** UTC ms. */
  now: () => number;
}

export interface Mail {
  post: PostOffice;
  resetMails: ResetMails;
  outbox: Outbox;
  deliveries: WebhookLog;
  /** Not started yet. */
  scheduler: Scheduler;
}

/** Ends what the process before has left half sent. */
export function openMail(options: MailOptions): Mail {
  const { data, outbound, log, now } = options;
  const baseUrl = () => options.baseUrl;
  const post = openPostOffice(options);
  const resetMails = new ResetMails({
    ...{ users: data.users, resets: data.resets, post, pageUrl: () => `${baseUrl()}/app/reset` },
  });
  const sources = {
    ...{ subscriptions: data.subscriptions, users: data.users, executor: data.executor, post, baseUrl, now },
    findSite: (id: number) => data.directory.findById(id),
    goalsOf: (siteId: number) => data.goals.list(siteId),
  };
  const reportMails = new ReportMails(sources);
  const alertWatch = new AlertWatch({ ...sources, webhooks: data.webhooks, marks: data.lastRuns });
  const sender = new HttpsSender({
    ...{ now, userAgent: `Passant/${VERSION}`, during: (work) => outbound.during('webhook', work) },
    onRefusedAddress: () => data.refusals.note({ who: SERVICE, act: 'address_refused' }),
  });
  const webhook = new WebhookDeliveries({ webhooks: data.webhooks, sender });
  const carriers = { reset: resetMails, report: reportMails, alert: alertWatch, webhook };
  const outbox = new Outbox({ store: data.outboxStore, carriers, log, now });
  const planners = [() => reportMails.plan(outbox), () => alertWatch.plan(outbox)];
  const deliveries = new WebhookLog(data.outboxStore, outbox);
  return { post, resetMails, outbox, deliveries, scheduler: new Scheduler({ outbox, planners, log }) };
}

/** Where mails are given to the operator's mail server, if there is one. */
function openPostOffice({ config: { smtp, mailFrom }, outbound, log, ...options }: MailOptions): PostOffice {
  const baseUrl = () => options.baseUrl;
  if (smtp === null || mailFrom === null) return new PostOffice({ sender: null, baseUrl, log });
  const sender = new SmtpSender({
    ...{ server: smtp, from: mailFrom, name: () => new URL(options.baseUrl).hostname },
    during: (work) => outbound.during('mail', work),
  });
  return new PostOffice({ sender, baseUrl, log });
}
