/** What the law of a country allows for anonymous visitors: one table, read by settings, audit and docs. */
import { ANONYMOUS_LEVELS, type AnonymousLevel, isHashLevel } from './levels.ts';
import type { Profile } from './site.ts';

export interface JurisdictionRule {
  highest: AnonymousLevel;
  /** Whether the device may keep the date of its last visit before any consent. */
  dateFlag: boolean;
  defaultProfile: Profile;
  defaultLevel: AnonymousLevel;
}

const RULES = {
  exemption: { highest: 'two-day', dateFlag: true, defaultProfile: 'exempt', defaultLevel: 'two-day' },
  strict: { highest: 'visits', dateFlag: false, defaultProfile: 'consented', defaultLevel: 'visits' },
  /** With notice and a way to object: `passant.forget()`, a refusal, a privacy signal. */
  britain: { highest: 'visits', dateFlag: true, defaultProfile: 'consented', defaultLevel: 'visits' },
  europe: { highest: 'day', dateFlag: false, defaultProfile: 'consented', defaultLevel: 'day' },
  elsewhere: { highest: 'two-day', dateFlag: true, defaultProfile: 'consented', defaultLevel: 'two-day' },
  unstated: { highest: 'day', dateFlag: false, defaultProfile: 'consented', defaultLevel: 'day' },
} as const satisfies Record<string, JurisdictionRule>;

const EXEMPTION = new Set(['FR', 'ES', 'NL']);
const STRICT = new Set(['DE', 'BE', 'DK', 'IT']);
const EUROPE = new Set(
  'AT BG CY CZ EE FI GR HR HU IE IS LI LT LU LV MT NO PL PT RO SE SI SK'.split(' '), // the rest of EU and EEA
);

/** The rule of an ISO 3166-1 alpha-2 country; null means that nobody has stated one. */
export function ruleFor(jurisdiction: string | null): JurisdictionRule {
  if (jurisdiction === null) return RULES.unstated;
  if (EXEMPTION.has(jurisdiction)) return RULES.exemption;
  if (STRICT.has(jurisdiction)) return RULES.strict;
  if (jurisdiction === 'GB') return RULES.britain;
  if (EUROPE.has(jurisdiction)) return RULES.europe;
  return RULES.elsewhere;
}

/** Whether `level` stays within what the jurisdiction allows. */
export function levelIsAllowed(level: AnonymousLevel, jurisdiction: string | null): boolean {
  return ANONYMOUS_LEVELS.indexOf(level) <= ANONYMOUS_LEVELS.indexOf(ruleFor(jurisdiction).highest);
}

/** The highest level without hashes. */
const WITHOUT_HASHES: AnonymousLevel = 'visits';

/** Where hashes are allowed as the exemption has it, they need its profile. */
export function levelFitsProfile(level: AnonymousLevel, jurisdiction: string | null, profile: Profile): boolean {
  return ruleFor(jurisdiction).defaultProfile !== 'exempt' || profile === 'exempt' || !isHashLevel(level);
}

/** The level of a site whose owner has named none. */
export function defaultLevelOf(jurisdiction: string | null, profile: Profile): AnonymousLevel {
  const { defaultLevel } = ruleFor(jurisdiction);
  return levelFitsProfile(defaultLevel, jurisdiction, profile) ? defaultLevel : WITHOUT_HASHES;
}
