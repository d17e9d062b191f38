/** What a rule of the audit is, and what checking it can end in. */
import type { AuditFacts } from './facts.ts';
import { say, type Words } from './words.ts';

/** `must`: without it the service may not measure so; `should`: it is expected; `info`: worth knowing. */
export const SEVERITIES = ['must', 'should', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** `exempt`: sites whose profile rests on the exemption from consent; `consent`: whatever is done after a yes. */
export const SCOPES = ['all', 'exempt', 'consent'] as const;
export type Scope = (typeof SCOPES)[number];

/** `unknown`: nothing shows it, and nothing shows the contrary. */
export const RESULTS = ['pass', 'fail', 'unknown', 'not-applicable'] as const;
export type AuditResult = (typeof RESULTS)[number];

export interface Verdict {
  result: AuditResult;
  /** What was found; of what did not pass, what to do. */
  message: Words;
}

export interface AuditRule {
  /** Such as `P-01`. */
  id: string;
  severity: Severity;
  scope: Scope;
  /** What must hold, for a data-protection officer. */
  title: Words;
  /** Where the rule comes from. */
  source: string;
  /** Only asked where the scope applies. */
  check: (facts: AuditFacts) => Verdict;
}

export function pass(en: string, fr: string): Verdict {
  return { result: 'pass', message: say(en, fr) };
}

export function fail(en: string, fr: string): Verdict {
  return { result: 'fail', message: say(en, fr) };
}

export function unknown(en: string, fr: string): Verdict {
  return { result: 'unknown', message: say(en, fr) };
}

export function notApplicable(en: string, fr: string): Verdict {
  return { result: 'not-applicable', message: say(en, fr) };
}

/** The worst of several verdicts on the parts of one rule: a failure, else something unknown, else the first. */
export function worst(first: Verdict, ...others: Verdict[]): Verdict {
  const all = [first, ...others];
  return all.find(({ result }) => result === 'fail') ?? all.find(({ result }) => result === 'unknown') ?? first;
}
