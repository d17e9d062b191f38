/** Which anonymous level the law of a country allows: one table, read by settings, audit and docs. */
import { ANONYMOUS_LEVELS, type AnonymousLevel, type Profile } from './site.ts';

export interface JurisdictionRule {
  highest: AnonymousLevel;
  defaultProfile: Profile;
  defaultLevel: AnonymousLevel;
}

const RULES = {
  exemption: { highest: 'two-day', defaultProfile: 'exempt', defaultLevel: 'two-day' },
  strict: { highest: 'visits', defaultProfile: 'consented', defaultLevel: 'visits' },
  europe: { highest: 'day', defaultProfile: 'consented', defaultLevel: 'day' },
  elsewhere: { highest: 'two-day', defaultProfile: 'consented', defaultLevel: 'two-day' },
  unstated: { highest: 'day', defaultProfile: 'consented', defaultLevel: 'day' },
} as const satisfies Record<string, JurisdictionRule>;

const EXEMPTION = new Set(['FR', 'ES', 'NL']);
const STRICT = new Set(['DE', 'BE', 'DK', 'IT', 'GB']);
const EUROPE = new Set(
  'AT BG CY CZ EE FI GR HR HU IE IS LI LT LU LV MT NO PL PT RO SE SI SK'.split(' '), // the rest of EU and EEA
);

/** The rule of an ISO 3166-1 alpha-2 country; null means that nobody has stated one. */
export function ruleFor(jurisdiction: string | null): JurisdictionRule {
  if (jurisdiction === null) return RULES.unstated;
  if (EXEMPTION.has(jurisdiction)) return RULES.exemption;
  if (STRICT.has(jurisdiction)) return RULES.strict;
  if (EUROPE.has(jurisdiction)) return RULES.europe;
  return RULES.elsewhere;
}

/** Whether `level` stays within what the jurisdiction allows. */
export function levelIsAllowed(level: AnonymousLevel, jurisdiction: string | null): boolean {
  return ANONYMOUS_LEVELS.indexOf(level) <= ANONYMOUS_LEVELS.indexOf(ruleFor(jurisdiction).highest);
}
