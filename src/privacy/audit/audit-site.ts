/** Gathers the facts of one site, and checks them. */
import { AppError } from '../../domain/errors.ts';
import type { Site } from '../../domain/site.ts';
import type { AuditSources } from './ports.ts';
import { type AuditReport, runAudit } from './run-audit.ts';

/** @param now UTC ms @throws AppError `invalid` for the demo */
export async function auditSite(site: Site, sources: AuditSources, now: number): Promise<AuditReport> {
  if (site.demo) throw new AppError('invalid', 'The demo is outside the audit; name a site of your own.');
  const [service, rehearsal, { stored, files }, client, rights] = await Promise.all([
    sources.service(site),
    sources.rehearse(site),
    sources.stored(site),
    sources.client(site),
    sources.rights(site),
  ]);
  return runAudit({ site, now, service, rehearsal, stored, files, client, rights });
}
