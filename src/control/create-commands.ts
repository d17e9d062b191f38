/** The commands on data that this process owns. */
import type { Cookies } from '../admin/cookies.ts';
import type { Goals } from '../admin/goals.ts';
import type { Sites } from '../admin/sites.ts';
import type { Accounts } from '../auth/accounts.ts';
import type { ApiKeys } from '../auth/api-keys.ts';
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
import type { Importer } from '../transfer/importer.ts';
import type { Commands } from './commands.ts';

export interface CommandsOptions {
  data: {
    sites: Sites;
    goals: Goals;
    accounts: Accounts;
    apiKeys: ApiKeys;
    cookies: Cookies;
    rights: Rights;
    executor: StatsExecutor & ConsentReader;
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
  const { sites, goals, accounts, apiKeys, executor } = data;
  return {
    listSites: async () => sites.list(),
    addSite: async (domain, options) => sites.add(domain, options),
    setSite: async (domain, options) => sites.set(domain, options),
    removeSite: (domain) => sites.remove(domain),
    listGoals: async (domain) => goals.list(sites.get(domain).id),
    addGoal: async (domain, options) => goals.add(sites.get(domain).id, options),
    removeGoal: async (domain, name) => goals.remove(sites.get(domain).id, name),
    listCookies: async (domain) => data.cookies.list(sites.get(domain).id),
    addCookie: async (domain, options) => data.cookies.add(sites.get(domain).id, options),
    removeCookie: async (domain, name) => data.cookies.remove(sites.get(domain).id, name),
    accessVisitor: (domain, identifier) => data.rights.access(domain, identifier),
    eraseVisitor: (domain, identifier) => data.rights.erase(domain, identifier),
    listUsers: async () => accounts.list(),
    addUser: (email, password) => accounts.add(email, password, 'owner'),
    listKeys: async () => apiKeys.list(),
    issueKey: async (name, scopes, site) => apiKeys.issue(name, scopes, site === null ? null : sites.get(site).id),
    revokeKey: async (id) => apiKeys.revoke(id),
    listDayKeys: async (domain) => data.listDayKeys(sites.get(domain).id),
    seal: async (domain) => {
      const sealed = await data.seal(domain === null ? null : sites.get(domain).id);
      const reasons = sealed.flatMap(({ failed }) => failed.map(({ reason }) => ({ path: '', message: reason })));
      if (reasons.length > 0) throw new AppError('unavailable', 'Some days could not be sealed.', reasons);
      const nameOf = (id: number) => sites.list().find((site) => site.id === id)?.domain ?? '';
      return sealed.map(({ siteId, days, rows, bytes }) => ({ site: nameOf(siteId), days, rows, bytes }));
    },
    query: async (body) => {
      const site = sites.get(readSiteId(body));
      return answerQuery(body, { site, goals: goals.list(site.id), executor, now: now() });
    },
    audit: (domain) => audit.report(domain),
    exportRecord: (domain) => audit.record(domain),
    consent: async (body) => answerConsent(body, { site: sites.get(readSiteId(body)), executor, now: now() }),
    importData: (request, input, onProgress) => importer.run(request, input, onProgress),
  };
}
