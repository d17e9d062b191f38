/** Asks the figures whether something is unusual: the same questions as the dashboard's, so that small figures stay hidden here too. */
import type { Site } from '../../domain/site.ts';
import { dateOf, dayAt, startOfDay } from '../../lib/calendar.ts';
import { answerQuery, type QueryContext } from '../../stats/answer-query.ts';
import { answerConsent, type ConsentContext } from '../../stats/consent/answer-consent.ts';
import {
  type AlertKind,
  type Answers,
  type Cause,
  CONSENT_DAYS,
  CONSENT_DAYS_BEFORE,
  findCause,
  hasConsentChanged,
  isSilent,
  judgeHour,
  type Part,
  SILENT_HOURS,
  WEEKS,
} from './rules.ts';

export const HOUR_MS = 3_600_000;
/** Values of each dimension that are looked at for a cause. */
const MOST_VALUES = 200;

export interface Alert {
  kind: AlertKind;
  /** UTC ms: the hours, or for consent the days, that are unusual. */
  startsAt: number;
  endsAt: number;
  /** Visits, or the consent rate in percent. */
  now: number;
  /** What is usual: the mean of the weeks before, or the rate of the days before. */
  usual: number;
  cause: Cause | null;
}

export type AlertContext = QueryContext & ConsentContext;

/** @param endsAt UTC ms: the end of an hour that is over */
export async function findAlerts(endsAt: number, context: AlertContext): Promise<Alert[]> {
  const found = [
    await findUnusualHour(endsAt, context),
    await findSilence(endsAt, context),
    await findConsent(endsAt, context),
  ];
  return found.filter((each) => each !== null);
}

async function findUnusualHour(endsAt: number, context: AlertContext): Promise<Alert | null> {
  const startsAt = endsAt - HOUR_MS;
  const [now, before] = await visitsOf(startsAt, endsAt, context);
  const kind = judgeHour(now, before);
  const firstDay = await context.executor.firstDay(context.site.id);
  // What is usual is not known yet.
  const isNew = firstDay === null || firstDay > dayAt(startsAt, context.site.timezone).day - 7 * WEEKS;
  if (kind === null || isNew) return null;
  const usual = meanOf(before);
  const parts = [
    ...(await partsOf('visit:source', startsAt, endsAt, context)),
    ...(await partsOf('event:page', startsAt, endsAt, context)),
  ];
  return { kind, startsAt, endsAt, now, usual: Math.round(usual), cause: findCause(now - usual, parts) };
}

async function findSilence(endsAt: number, context: AlertContext): Promise<Alert | null> {
  const startsAt = endsAt - SILENT_HOURS * HOUR_MS;
  const [now, before] = await visitsOf(startsAt, endsAt, context);
  if (!isSilent(now, before)) return null;
  return { kind: 'silence', startsAt, endsAt, now, usual: Math.round(meanOf(before)), cause: null };
}

/** Of whole days that are over: those of the last week beside those before them. */
async function findConsent(endsAt: number, context: AlertContext): Promise<Alert | null> {
  const { site } = context;
  const today = dayAt(endsAt, site.timezone).day;
  const from = today - CONSENT_DAYS;
  const now = await answersOf(from, today - 1, context);
  const before = await answersOf(from - CONSENT_DAYS_BEFORE, from - 1, context);
  if (!hasConsentChanged(now, before)) return null;
  const rateOf = ({ accepted, answered }: Answers) => Math.round((accepted / answered) * 100);
  const days = { startsAt: startOfDay(from, site.timezone), endsAt: startOfDay(today, site.timezone) };
  return { kind: 'consent', ...days, now: rateOf(now), usual: rateOf(before), cause: null };
}

async function answersOf(from: number, to: number, { site, executor, now }: AlertContext): Promise<Answers> {
  const body = { site_id: site.domain, date_range: [dateOf(from), dateOf(to)] };
  const [row] = (await answerConsent(body, { site, executor, now })).results;
  return { accepted: row?.accepted ?? 0, answered: row?.answered ?? 0 };
}

/** Visits of some hours, and of the same ones in the weeks before. What is hidden is next to nothing. */
async function visitsOf(
  startsAt: number,
  endsAt: number,
  context: AlertContext,
): Promise<[now: number, before: number[]]> {
  const ask = async ([from, to]: readonly [number, number]) => {
    const { results } = await answerQuery({ ...hours(from, to, context.site), metrics: ['visits'] }, context);
    const visits = results[0]?.metrics[0];
    return typeof visits === 'number' ? visits : 0;
  };
  const [now = 0, ...before] = await Promise.all(
    [[startsAt, endsAt] as const, ...weeksBefore(startsAt, endsAt, context.site)].map(ask),
  );
  return [now, before];
}

async function partsOf(
  dimension: Part['dimension'],
  startsAt: number,
  endsAt: number,
  context: AlertContext,
): Promise<Part[]> {
  const ask = async ([from, to]: readonly [number, number]) => {
    const asked = { metrics: ['visits'], dimensions: [dimension], pagination: { limit: MOST_VALUES } };
    const { results } = await answerQuery({ ...hours(from, to, context.site), ...asked }, context);
    return new Map(results.map(({ dimensions: [value = ''], metrics: [visits = 0] }) => [value, Number(visits ?? 0)]));
  };
  const now = await ask([startsAt, endsAt]);
  const before = await Promise.all(weeksBefore(startsAt, endsAt, context.site).map(ask));
  const values = new Set([...now.keys(), ...before.flatMap((each) => [...each.keys()])]);
  return [...values].map((value) => ({
    ...{ dimension, value, visits: now.get(value) ?? 0 },
    usual: meanOf(before.map((each) => each.get(value) ?? 0)),
  }));
}

function hours(from: number, to: number, { domain }: Site) {
  return { site_id: domain, date_range: [new Date(from).toISOString(), new Date(to).toISOString()] };
}

/** By the site's clock, so that the hour stays the same when the clocks change; on that day itself it may be off by one. */
function weeksBefore(startsAt: number, endsAt: number, { timezone }: Site): (readonly [number, number])[] {
  const day = dayAt(startsAt, timezone);
  return Array.from({ length: WEEKS }, (_, week) => {
    const from = startOfDay(day.day - 7 * (week + 1), timezone) + (startsAt - day.startsAt);
    return [from, from + (endsAt - startsAt)] as const;
  });
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
