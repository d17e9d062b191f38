/** The commands on data that this process owns. */
import type { Annotations } from '../admin/annotations.ts';
import type { ChangeLog } from '../admin/change-log.ts';
import type { Cookies } from '../admin/cookies.ts';
import type { Goals } from '../admin/goals.ts';
import type { Segments } from '../admin/segments.ts';
import { dayOfErasure, type Sites } from '../admin/sites.ts';
import type { Accounts } from '../auth/accounts.ts';
import type { ApiKeys } from '../auth/api-keys.ts';
import { parseKeptRole, parseStanding, type StandingOptions } from '../auth/parse-standing.ts';
import type { People } from '../auth/people.ts';
import type { SecondSteps } from '../auth/second-step/second-steps.ts';
import type { SharedLinks } from '../auth/shared-links.ts';
import type { KeyCustody } from '../domain/day-key.ts';
import { AppError } from '../domain/errors.ts';
import type { SealedSite } from '../domain/sealed-site.ts';
import type { RecordOfProcessing } from '../privacy/audit/record-of-processing.ts';
import type { AuditReport } from '../privacy/audit/run-audit.ts';
import type { Rights } from '../privacy/rights.ts';
import { answerQuery } from '../stats/answer-query.ts';
import { answerConsent } from '../stats/consent/answer-consent.ts';
import type { ConsentReader } from '../stats/consent/ports.ts';
import { readSiteId } from '../stats/parse-query.ts';
import type { StatsExecutor } from '../stats/ports.ts';
import { readExportDays, readExportFormat } from '../transfer/export-request.ts';
import { Exporter } from '../transfer/exporter.ts';
import type { Importer } from '../transfer/importer.ts';
import type { StoredEventReader } from '../transfer/ports.ts';
import type { Commands } from './commands.ts';
import { noteCommands } from './note-commands.ts';

export interface CommandsOptions {
  data: {
    sites: Sites;
    goals: Goals;
    annotations: Annotations;
    segments: Segments;
    accounts: Accounts;
    people: People;
    secondSteps: Pick<SecondSteps, 'demand' | 'isDemanded' | 'removeAll' | 'waysOf'>;
    changes: ChangeLog;
    apiKeys: ApiKeys;
    sharedLinks: SharedLinks;
    cookies: Cookies;
    rights: Rights;
    executor: StatsExecutor & ConsentReader & StoredEventReader;
    listDayKeys: (siteId: number) => Promise<KeyCustody[]>;
    seal: (siteId: number | null) => Promise<SealedSite[]>;
  };
  importer: Pick<Importer, 'run'>;
  audit: {
    report: (domain: string) => Promise<AuditReport>;
    record: (domain: string) => Promise<RecordOfProcessing>;
  };
  /** UTC ms. */
  now: () => number;
}

export function createCommands({ data, importer, audit, now }: CommandsOptions): Commands {
  const { sites, goals, segments, accounts, people, apiKeys, executor } = data;
  const standingOf = (options: StandingOptions) => parseStanding(options, (domain) => sites.findKept(domain));
  const commands: Commands = {
    listSites: async () => sites.list(),
    addSite: async (domain, options) => sites.add(domain, options),
    setSite: async (domain, options) => sites.set(domain, options),
    removeSite: async (domain) => ({ until: dayOfErasure(sites.remove(domain)) }),
    listRemovedSites: async () =>
      sites.listRemoved().map((site) => ({ domain: site.domain, until: dayOfErasure(site) })),
    restoreSite: async (domain) => sites.restore(domain),
    eraseSite: (domain) => sites.erase(domain),
    emptySite: (domain) => sites.empty(domain),
    giveSite: async (domain, to, before) => {
      const { id } = sites.get(domain);
      if (before === null) return people.giveSite(null, id, to);
      return people.giveSite(people.get(before.email), id, to, parseKeptRole(before.keep));
    },
    listGoals: async (domain) => goals.list(sites.get(domain).id),
    addGoal: async (domain, options) => goals.add(sites.get(domain).id, options),
    removeGoal: async (domain, name) => goals.remove(sites.get(domain).id, name),
    listAnnotations: async (domain, range) => data.annotations.list(sites.get(domain).id, range),
    addAnnotation: async (domain, note) => data.annotations.add(sites.get(domain).id, note),
    removeAnnotation: async (domain, id) => data.annotations.remove(sites.get(domain).id, id),
    listSegments: async (domain) => segments.list(sites.get(domain).id),
    addSegment: async (domain, name, filters) => segments.add(sites.get(domain).id, { name, filters }),
    removeSegment: async (domain, name) => segments.remove(sites.get(domain).id, name),
    listCookies: async (domain) => data.cookies.list(sites.get(domain).id),
    addCookie: async (domain, options) => data.cookies.add(sites.get(domain).id, options),
    removeCookie: async (domain, name) => data.cookies.remove(sites.get(domain).id, name),
    accessVisitor: (domain, identifier) => data.rights.access(domain, identifier),
    eraseVisitor: (domain, identifier) => data.rights.erase(domain, identifier),
    listUsers: async () =>
      people.list().map((each) => ({ ...each, hasSecondStep: data.secondSteps.waysOf(each) !== null })),
    addUser: (email, password, standing) => accounts.add(email, password, standingOf(standing)),
    setUser: async (email, standing) => people.setStanding(null, people.get(email).id, standingOf(standing)),
    setPassword: (email, password) => people.setPassword(email, password),
    endSecondStep: async (email) => data.secondSteps.removeAll(people.get(email)),
    isSecondStepDemanded: async () => data.secondSteps.isDemanded,
    demandSecondStep: async (isDemanded) => data.secondSteps.demand(isDemanded),
    endLogins: async (email) => void people.endLogins(null, people.get(email).id),
    removeUser: async (email) => people.removeByEmail(null, email),
    listInvitations: async () => people.invitations(),
    inviteUser: async (email, standing) => people.invite(null, email, standingOf(standing)),
    listKeys: async () => apiKeys.list(),
    issueKey: async (options, site) => apiKeys.issue(options, site === null ? null : sites.get(site).id),
    revokeKey: async (id) => void apiKeys.revoke(id),
    listChanges: async (before, limit, only = null) => data.changes.list({ before, limit, only }),
    listLinks: async (domain) => data.sharedLinks.list(sites.get(domain).id),
    addLink: async (domain, options) => data.sharedLinks.add(sites.get(domain), options),
    revokeLink: async (domain, id) => data.sharedLinks.revoke(sites.get(domain).id, id),
    listDayKeys: async (domain) => data.listDayKeys(sites.get(domain).id),
    seal: async (domain) => {
      const sealed = await data.seal(domain === null ? null : sites.get(domain).id);
      const reasons = sealed.flatMap(({ failed }) => failed.map(({ reason }) => ({ path: '', message: reason })));
      if (reasons.length > 0) throw new AppError('unavailable', 'Some days could not be sealed.', reasons);
      const domainOf = sites.domains();
      return sealed.map(({ siteId, days, rows, bytes }) => ({ site: domainOf(siteId) ?? '', days, rows, bytes }));
    },
    query: async (body) => {
      const site = sites.get(readSiteId(body));
      const kept = { goals: goals.list(site.id), segments: segments.list(site.id) };
      return answerQuery(body, { site, ...kept, executor, now: now() });
    },
    audit: (domain) => audit.report(domain),
    exportRecord: (domain) => audit.record(domain),
    consent: async (body) => answerConsent(body, { site: sites.get(readSiteId(body)), executor, now: now() }),
    importData: (request, input, onProgress) => importer.run(request, input, onProgress),
    exportData: async (request, onPiece) => {
      const [days, format] = [readExportDays(request, '--from'), readExportFormat(request.format, '--format')];
      const pieces = new Exporter({ reader: executor, now }).run(sites.get(request.site), days, format);
      for (let piece = await pieces.next(); ; piece = await pieces.next()) {
        if (piece.done) return piece.value;
        await onPiece(piece.value.text, piece.value.progress);
      }
    },
  };
  return noteCommands(commands, data.changes);
}
