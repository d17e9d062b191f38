/** Reads a site's settings as texts, as a command or a form gives them; every mistake at once. */
import { CLICK_IDENTIFIERS } from '../domain/click-identifiers.ts';
import { AppError, type ErrorDetail } from '../domain/errors.ts';
import { defaultLevelOf, levelFitsProfile, levelIsAllowed, ruleFor } from '../domain/jurisdiction.ts';
import { ANONYMOUS_LEVELS, type AnonymousLevel } from '../domain/levels.ts';
import {
  ASKED_BY,
  IDENTIFIER_PLACES,
  ON_REFUSAL,
  PROFILES,
  SCRIPT_FEATURES,
  type ScriptFeature,
  SIGNAL_POLICIES,
  type SiteSettings,
  USUAL_FEATURES,
} from '../domain/site.ts';
import { isTimeZone } from '../lib/calendar.ts';
import { DECLARED_OPTIONS, parseDeclaredFacts } from './parse-declared-facts.ts';
import { EXCLUSION_OPTIONS, parseExclusions } from './parse-exclusions.ts';
import { describeMistake, type Mistake } from './settings-mistakes.ts';

/** Option names as on the command line, without the dashes. */
export const SITE_OPTIONS = {
  timezone: 'IANA time zone of the site’s days, such as Europe/Paris',
  jurisdiction: 'ISO country whose law applies, such as FR; caps the anonymous level and the date flag',
  anonymous: `how far anonymous visitors are told apart: ${ANONYMOUS_LEVELS.join(', ')}`,
  'date-flag': 'the device keeps the date of its last visit, for unique visitors of a day, week and month: on, off',
  profile: `what is kept: ${PROFILES.join(', ')}`,
  retention: 'months that events are kept, such as 25mo or 13mo, or none to keep them',
  'on-refusal': `what a refusal means: ${ON_REFUSAL.join(', ')}`,
  signals: `what Global Privacy Control and Do Not Track mean: ${SIGNAL_POLICIES.join(', ')}`,
  identifier: `where the identifier lives after consent: ${IDENTIFIER_PLACES.join(', ')}`,
  features: `what the site’s script does, separated by commas, all or none: ${SCRIPT_FEATURES.join(', ')}`,
  hosts: 'further hosts of the site, separated by commas; its domain and subdomains are included',
  'query-parameters': 'URL query parameters that stay part of the page, separated by commas',
  'asked-by': `who asks visitors for consent: ${ASKED_BY.join(', ')}`,
  ...EXCLUSION_OPTIONS,
  ...DECLARED_OPTIONS,
} as const;
export type SiteOption = keyof typeof SITE_OPTIONS;
export type SiteOptions = Partial<Record<SiteOption, string>>;

const USUAL_RETENTION_MONTHS = 25;
const LONGEST_RETENTION_MONTHS = 999;
const HOST = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
const PARAMETER = /^[\w.~-]{1,60}$/;

/**
 * Settings of a new site (`current` null: what is not given follows the jurisdiction), or of one that changes.
 * @throws AppError `invalid` with one detail per mistake
 */
export function parseSiteSettings(options: SiteOptions, current: SiteSettings | null): SiteSettings {
  const mistakes: ErrorDetail[] = [];
  const refuse: Refuse = (option, ...mistake) => void mistakes.push(describeMistake(option, mistake));
  const choose = <T extends string>(option: SiteOption, known: readonly T[], fallback: T): T => {
    const given = options[option];
    if (given === undefined) return fallback;
    const value = known.find((each) => each === given);
    if (value === undefined) refuse(option, 'one-of', { values: known.join(', ') });
    return value ?? fallback;
  };
  const jurisdiction = readJurisdiction(options.jurisdiction, current, refuse);
  const rule = ruleFor(jurisdiction);
  const profile = choose('profile', PROFILES, current?.profile ?? rule.defaultProfile);
  const settings: SiteSettings = {
    timezone: options.timezone ?? current?.timezone ?? 'UTC',
    jurisdiction,
    profile,
    anonymous: choose(
      'anonymous',
      ANONYMOUS_LEVELS,
      current === null ? defaultLevelOf(jurisdiction, profile) : lowered(current, options, { jurisdiction, profile }),
    ),
    dateFlag: readDateFlag(options['date-flag'], current, jurisdiction, refuse),
    onRefusal: choose('on-refusal', ON_REFUSAL, current?.onRefusal ?? 'anonymous'),
    signals: choose('signals', SIGNAL_POLICIES, current?.signals ?? 'anonymous'),
    identifier: choose('identifier', IDENTIFIER_PLACES, current?.identifier ?? 'cookie'),
    features: readFeatures(options.features, current, refuse),
    retentionMonths: readRetention(options.retention, current, refuse),
    hosts: readList('hosts', options.hosts?.toLowerCase(), current?.hosts ?? [], HOST, 'host-entry', refuse),
    queryParameters: readList(
      'query-parameters',
      options['query-parameters'],
      current?.queryParameters ?? [],
      PARAMETER,
      'parameter-entry',
      refuse,
    ),
    askedBy: choose('asked-by', ASKED_BY, current?.askedBy ?? 'passant'),
    ...parseExclusions(options, current, refuse),
    ...parseDeclaredFacts(options, current, refuse),
  };
  if (!isTimeZone(settings.timezone)) refuse('timezone', 'time-zone');
  const unwanted = settings.queryParameters.find((name) => CLICK_IDENTIFIERS.has(name.toLowerCase()));
  if (unwanted !== undefined) refuse('query-parameters', 'click-identifier', { name: unwanted });
  if (settings.profile === 'exempt' && settings.queryParameters.some((name) => /^utm_/i.test(name))) {
    refuse('query-parameters', 'no-campaigns');
  }
  if (!levelIsAllowed(settings.anonymous, jurisdiction)) {
    refuse('anonymous', 'highest-level', { country: jurisdiction ?? '', level: rule.highest });
  }
  if (mistakes.length > 0) throw new AppError('invalid', 'The site’s settings cannot be used; see details.', mistakes);
  return settings;
}

/** Checks a new site's name. @throws AppError `invalid` */
export function parseDomain(given: string): string {
  const domain = given
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '')
    .replace(/^www\./, '');
  if (HOST.test(domain)) return domain;
  throw new AppError('invalid', 'A site is named by its domain, such as example.org.', [
    { path: 'domain', message: 'Give the host name alone, without a scheme or a path.' },
  ]);
}

type Refuse = (option: SiteOption, ...mistake: Mistake) => void;

function readJurisdiction(given: string | undefined, current: SiteSettings | null, refuse: Refuse): string | null {
  if (given === undefined) return current?.jurisdiction ?? null;
  if (given === 'none') return null;
  const country = given.toUpperCase();
  if (/^[A-Z]{2}$/.test(country)) return country;
  refuse('jurisdiction', 'country');
  return null;
}

/** A flag that was on stays on where the law of the jurisdiction allows it. */
function readDateFlag(
  given: string | undefined,
  current: SiteSettings | null,
  jurisdiction: string | null,
  refuse: Refuse,
): boolean {
  const isAllowed = ruleFor(jurisdiction).dateFlag;
  if (given === undefined) return isAllowed && current?.dateFlag === true;
  if (given !== 'on' && given !== 'off') refuse('date-flag', 'on-off');
  if (given === 'on' && !isAllowed) {
    refuse('date-flag', 'no-date', { country: jurisdiction ?? '' });
  }
  return given === 'on';
}

function readRetention(given: string | undefined, current: SiteSettings | null, refuse: Refuse): number | null {
  if (given === undefined) return current === null ? USUAL_RETENTION_MONTHS : current.retentionMonths;
  if (given === 'none') return null;
  const months = Number(/^(\d{1,4})mo$/.exec(given)?.[1]);
  if (months >= 1 && months <= LONGEST_RETENTION_MONTHS) return months;
  refuse('retention', 'months', { most: LONGEST_RETENTION_MONTHS });
  return null;
}

function readFeatures(
  given: string | undefined,
  current: SiteSettings | null,
  refuse: Refuse,
): readonly ScriptFeature[] {
  if (given === undefined) return current?.features ?? USUAL_FEATURES;
  if (given === 'all') return SCRIPT_FEATURES;
  const names = given === 'none' ? [] : given.split(',').map((each) => each.trim());
  const unknown = names.filter((name) => !SCRIPT_FEATURES.some((known) => known === name));
  if (unknown.length > 0) {
    refuse('features', 'unknown-features', { names: unknown.join(', '), known: SCRIPT_FEATURES.join(', ') });
  }
  return SCRIPT_FEATURES.filter((known) => names.includes(known));
}

function readList(
  option: SiteOption,
  given: string | undefined,
  fallback: readonly string[],
  pattern: RegExp,
  wrongEntry: 'host-entry' | 'parameter-entry',
  refuse: Refuse,
): readonly string[] {
  if (given === undefined) return fallback;
  const list = given
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const wrong = list.findIndex((each) => !pattern.test(each));
  if (wrong >= 0) refuse(option, wrongEntry, { entry: wrong + 1 });
  return list;
}

/**
 * A level that was chosen stays where the law of the jurisdiction allows it, else the highest that it allows. A change of country or
 * profile that takes the exemption away takes with it what needs the exemption.
 */
function lowered(
  { anonymous }: SiteSettings,
  options: SiteOptions,
  { jurisdiction, profile }: Pick<SiteSettings, 'jurisdiction' | 'profile'>,
): AnonymousLevel {
  const level = levelIsAllowed(anonymous, jurisdiction) ? anonymous : ruleFor(jurisdiction).highest;
  const isMoved = options.profile !== undefined || options.jurisdiction !== undefined;
  return isMoved && !levelFitsProfile(level, jurisdiction, profile) ? defaultLevelOf(jurisdiction, profile) : level;
}
