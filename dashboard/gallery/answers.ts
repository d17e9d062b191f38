/** The server's answers in the gallery: fixed, made from the state alone, in the shape of the API. */
import { asFields, asList, asText, type Fields } from '../api/decode.ts';
import type { State } from './states.ts';

const DAY_MS = 86_400_000;
const LAST_DAY = Date.UTC(2026, 2, 30);
const DAYS = 28;
const CONSENT = ['granted', 'anonymous'] as const;
/** Their shares. */
const SIDES = [0.4, 0.6];
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'visit:channel': ['Direct', 'Organic Search', 'Referral', 'Organic Social', 'Email', 'AI Assistants'],
  'visit:country': ['FR', 'DE', 'ES', 'IT', 'NL', 'BE', 'US', 'CH', 'PL'],
  'visit:device': ['desktop', 'mobile', 'tablet', 'other'],
  'event:language': ['fr', 'de', 'es', 'it', 'nl', 'en'],
};

/** @param body of a question to `/app/api/v2/query` */
export function answerQuery(state: State, body: Fields): object {
  const metrics = asList(body.metrics).map((each) => asText(each));
  const dimensions = asList(body.dimensions).map((each) => asText(each));
  const isCompared = asFields(body.include).comparisons !== undefined;
  const limit = Number(asFields(body.pagination).limit ?? 1000);
  const all = valuesOf(state, dimensions);
  const labels = dimensions[0]?.startsWith('time') ? daysOf().map(({ label }) => label) : [];
  const range = [daysOf()[0]?.label, daysOf().at(-1)?.label];
  return {
    results: all.slice(0, limit).map(({ values, size }) => rowOf(state, metrics, values, size, isCompared)),
    query: { date_range: range },
    meta: {
      total_rows: all.length,
      time_labels: labels,
      visitors_method: methodOf(state),
      ...(state.smallest !== undefined && { disclosure: { rounded_to: 10, smallest: state.smallest } }),
      ...(isCompared && { comparison: { date_range: ['2026-02-03', '2026-03-02'], visitors_method: methodOf(state) } }),
    },
  };
}

/** @param body of a question to `/app/api/v2/consent` */
export function answerConsent(state: State, body: Fields): object {
  const dimensions = asList(body.dimensions).map((each) => asText(each));
  const all = valuesOf(state, dimensions);
  return {
    results: all.map(({ values, size }) => {
      const asked = Math.round(state.most * size);
      const [accepted, refused] = [Math.round(asked * 0.4), Math.round(asked * 0.35)];
      return {
        dimensions: values,
        ...{ asked, accepted, refused, ignored: Math.round(asked * 0.2), withdrawn: Math.round(accepted * 0.05) },
      };
    }),
    meta: {
      total_rows: all.length,
      time_labels: dimensions[0]?.startsWith('time') ? daysOf().map(({ label }) => label) : [],
    },
  };
}

interface Sized {
  values: readonly string[];
  /** 1 for the largest. */
  size: number;
}

function valuesOf(state: State, dimensions: readonly string[]): Sized[] {
  const [first, ...others] = dimensions;
  if (first === undefined) return [{ values: [], size: 1 }];
  const own = first.startsWith('time')
    ? daysOf().map(({ label, size }) => ({ value: label, size }))
    : namesOf(state, first);
  return own.flatMap(({ value, size }) => {
    if (others.length === 0) return [{ values: [value], size }];
    // The second is always consent.
    return CONSENT.map((consent, index) => ({ values: [value, consent], size: size * (SIDES[index] ?? 0) }));
  });
}

function namesOf({ rows, names }: State, dimension: string): { value: string; size: number }[] {
  if (rows === 0) return [];
  if (dimension === 'visit:consent') return CONSENT.map((value, index) => ({ value, size: SIDES[index] ?? 0 }));
  const known = NAMES[dimension];
  const count = known === undefined ? rows : Math.min(rows, known.length);
  return Array.from({ length: count }, (_, index) => ({
    value: known?.[index] ?? names?.[index] ?? `/section/page-${index + 1}`,
    size: 0.72 ** index,
  }));
}

function daysOf(): { label: string; size: number }[] {
  return Array.from({ length: DAYS }, (_, index) => ({
    label: new Date(LAST_DAY - (DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10),
    size: 0.06 * (1 + ((index * 7) % 5) / 5),
  }));
}

function rowOf(
  state: State,
  metrics: readonly string[],
  values: readonly string[],
  size: number,
  isCompared: boolean,
): object {
  const now = figuresOf(state, size);
  const then = figuresOf(state, size * 0.8);
  const isSmall = state.smallest !== undefined && state.most * size < state.smallest;
  return {
    dimensions: values,
    metrics: metrics.map((name) => (isSmall ? null : (now[name] ?? null))),
    ...(isSmall && { hidden: metrics }),
    ...(isCompared && {
      comparison: {
        metrics: metrics.map((name) => then[name] ?? null),
        change: metrics.map((name) => (state.most === 0 || now[name] == null ? null : 25)),
        visitors_differ: state.people === 'exact' ? true : null,
        visitors_change: state.people === 'estimate' ? { low: 12, high: 39 } : null,
      },
    }),
  };
}

function figuresOf({ most, people }: State, size: number): Record<string, number | null> {
  const whole = most === 0 ? 0 : Math.max(1, Math.round(most * size));
  const isExact = people === 'exact';
  const measured = Math.round(whole * 0.4);
  return {
    visitors: people === 'bounds' ? null : whole,
    visitors_low: isExact ? whole : Math.max(measured, Math.round(whole * 0.9)),
    visitors_high: isExact ? whole : Math.round(whole * (people === 'bounds' ? 2.4 : 1.15)),
    visitors_measured: measured,
    visitors_daily_sum: Math.round(whole * 1.6),
    visits: Math.round(whole * 1.8),
    pageviews: Math.round(whole * 4.1),
    views_per_visit: most === 0 ? null : 2.28,
    bounce_rate: most === 0 ? null : 41.5,
    visit_duration: most === 0 ? null : 249,
  };
}

function methodOf({ people, most }: State): object {
  const inputs = { days: DAYS, measured: Math.round(most * 0.4), anonymousDays: Math.round(most * 1.1), overlap: 12 };
  const cases = { exact: 'consented', estimate: 'overlap', bounds: 'few-repeaters' } as const;
  return {
    kind: people,
    case: cases[people],
    reason: '',
    covers_consent_bias: people === 'exact',
    bounds: [Math.round(most * 0.5), Math.round(most * 2.4)],
    inputs,
  };
}
