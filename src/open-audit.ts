/** Joins everything that an audit looks at: settings, a stage, both databases, the files, what is served. */
import { join } from 'node:path';
import { findUsualPasswords } from './auth/usual-passwords.ts';
import type { Knowledge } from './collect/pipeline.ts';
import type { Config } from './config/config.ts';
import { firstDayKept } from './domain/retention.ts';
import type { Site } from './domain/site.ts';
import { Assets } from './http/assets.ts';
import { startOfDay } from './lib/calendar.ts';
import { PROGRAM_ROOT } from './lib/program-root.ts';
import type { Data } from './open-data.ts';
import { auditSite } from './privacy/audit/audit-site.ts';
import { makeRecord, type RecordOfProcessing } from './privacy/audit/record-of-processing.ts';
import type { AuditReport } from './privacy/audit/run-audit.ts';
import type { Recipients } from './privacy/audit/say-recipients.ts';
import { receiptBounds } from './privacy/receipt-bounds.ts';
import { findCallers } from './rehearsal/find-callers.ts';
import { lookAtClient } from './rehearsal/look-at-client.ts';
import { rehearse } from './rehearsal/rehearse.ts';
import { rehearseRights } from './rehearsal/rehearse-rights.ts';
import { openStage, type Stage } from './rehearsal/stage.ts';
import { look } from './store/audit/look-thread.ts';

export interface AuditOptions {
  config: Config;
  data: Pick<Data, 'sites' | 'users' | 'passwords' | 'lastRuns' | 'writer' | 'sharedLinks' | 'webhooks'>;
  knowledge: () => Promise<Knowledge>;
  version: string;
  /** UTC ms. */
  now: () => number;
  /** Of the running server; null for a command. */
  serving: { heldKeys: () => readonly string[]; outbound: () => readonly string[]; baseUrl: string } | null;
}

export interface Audit {
  /** @throws AppError `not_found`; `invalid` for the demo */
  report(domain: string): Promise<AuditReport>;
  /** Makes the record of processing, and remembers that it was made. */
  record(domain: string): Promise<RecordOfProcessing>;
}

export function openAudit(options: AuditOptions): Audit {
  const { config, data, version, now, serving } = options;
  const find = (domain: string) => data.sites.get(domain);
  return {
    async report(domain) {
      const site = find(domain);
      const client = new Assets(join(PROGRAM_ROOT, 'dist/client'));
      const dashboard = new Assets(join(PROGRAM_ROOT, 'dist/dashboard'));
      const baseUrl = serving?.baseUrl ?? config.baseUrl ?? `http://localhost:${config.port}`;
      const onStage = async <T>(play: (stage: Stage) => Promise<T>): Promise<T> => {
        const knowledge = await options.knowledge();
        const stage = await openStage({ site, knowledge, prefix: config.prefix, baseUrl, client, dashboard });
        try {
          return await play(stage);
        } finally {
          await stage.close();
        }
      };
      return auditSite(
        site,
        {
          service: async () => ({
            ...{ version, isServing: serving !== null, host: config.host, baseUrl: config.baseUrl },
            ...{ trustsProxies: config.trustedProxies.length > 0, hasKeysFolder: config.keysDir !== null },
            usualPasswords: await findUsualPasswords(data.users, data.passwords),
            outbound: serving?.outbound() ?? [],
            callers: findCallers(join(PROGRAM_ROOT, 'dist')),
            publicPages: data.sharedLinks.list(site.id).length,
          }),
          rehearse: () => onStage((stage) => rehearse(stage, site, config.prefix)),
          stored: async () => {
            // What waits for the disk is looked at too.
            await data.writer.drained();
            const firstKept = firstDayKept(site.retentionMonths, site.timezone, now());
            return look({
              ...{ eventsFile: join(config.dataDir, 'events.db'), appFile: join(config.dataDir, 'app.db') },
              stored: { site, firstDayKept: firstKept, detachBefore: receiptBounds(site, now()).detachBefore },
              files: {
                ...{ dataDir: config.dataDir, keysDir: config.keysDir, secrets: serving?.heldKeys() ?? null },
                keptSince: Number.isFinite(firstKept) ? startOfDay(firstKept, site.timezone) : firstKept,
              },
            });
          },
          client: async () => lookAtClient(client, dashboard, site),
          // Not the stage of `rehearse`: what those messages leave would be in the way.
          rights: () =>
            onStage((stage) => rehearseRights(stage, site, { prefix: config.prefix, baseUrl: config.baseUrl })),
        },
        now(),
      );
    },
    async record(domain) {
      const site = find(domain);
      const record = makeRecord(site, now(), version, recipientsOf(options, site));
      data.lastRuns.save(`record of site ${site.id}`, record.at);
      return record;
    },
  };
}

/** Who is told something because the operator, or an admin of the site, has named them. */
function recipientsOf({ config, data }: Pick<AuditOptions, 'config' | 'data'>, site: Site): Recipients {
  const { smtp, mailFrom, oidcIssuer } = config;
  return {
    mailServer: smtp === null || mailFrom === null ? null : smtp.host,
    signInProvider: oidcIssuer === null ? null : new URL(oidcIssuer).host,
    webhooks: [...new Set(data.webhooks.listOf(site.id).map(({ url }) => new URL(url).host))],
  };
}
