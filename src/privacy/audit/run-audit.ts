/** Checks every rule against the facts of one site. */
import type { Site } from '../../domain/site.ts';
import { AUDIT_RULES } from './all-rules.ts';
import type { AuditFacts } from './facts.ts';
import type { ReportedSetting } from './report-texts.ts';
import { type AuditResult, type AuditRule, notApplicable, type Scope, type Severity, type Verdict } from './rule.ts';
import { sayExclusions } from './say-exclusions.ts';
import { say, type Words } from './words.ts';

export interface AuditedRule {
  id: string;
  severity: Severity;
  scope: Scope;
  result: AuditResult;
  message: Words;
}

/** What an audit of one site has found; plain JSON, so that the running server can answer with it. */
export interface AuditReport {
  site: string;
  /** UTC ms. */
  at: number;
  version: string;
  isServing: boolean;
  /** As they were in force; null for what nobody has declared. A text is the same in every language. */
  settings: Record<ReportedSetting, string | Words | null>;
  rules: AuditedRule[];
}

export function runAudit(facts: AuditFacts): AuditReport {
  return {
    site: facts.site.domain,
    at: facts.now,
    version: facts.service.version,
    isServing: facts.service.isServing,
    settings: settingsOf(facts.site),
    rules: AUDIT_RULES.map((rule) => {
      const { id, severity, scope } = rule;
      return { id, severity, scope, ...check(rule, facts) };
    }),
  };
}

function settingsOf(site: Site): AuditReport['settings'] {
  const { controller, contact, jurisdiction, profile, anonymous, retentionMonths, identifier } = site;
  const { signals, onRefusal, hostingCountry, analysis, reviewOn } = site;
  return {
    ...{ controller, contact, jurisdiction, profile, anonymous },
    retention: retentionMonths === null ? 'none' : `${retentionMonths}mo`,
    ...{ identifier, signals, onRefusal },
    notCounted: sayExclusions(site) ?? say('nothing is left out', 'rien n’est exclu'),
    ...{ hostingCountry, analysis, reviewOn },
  };
}

/** Whether a rule that must hold does not. */
export function hasFailed({ rules }: AuditReport): boolean {
  return rules.some(({ severity, result }) => severity === 'must' && result === 'fail');
}

function check({ scope, check: ask }: AuditRule, facts: AuditFacts): Verdict {
  if (scope === 'exempt' && facts.site.profile !== 'exempt')
    return notApplicable(
      'The profile of the site is consented: the exemption from consent is not relied on.',
      'Le profil du site est « consented » : l’exemption de consentement n’est pas invoquée.',
    );
  return ask(facts);
}
