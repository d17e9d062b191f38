/** How the visitors of a window were counted, as the server says it. */
import type { WindowFacts } from '../../src/stats/ports.ts';
import { asFields, asFlag, asList, asNumberOrNull, asText, asWord, type Fields } from './decode.ts';

export type MethodCase = WindowFacts['case'];

/** A case that the server learns is an error of types here until it has words. */
const CASES: Readonly<Record<MethodCase, true>> = {
  consented: true,
  'single-day': true,
  met: true,
  'date-flag': true,
  'broken-day': true,
  overlap: true,
  strata: true,
  'visit-ratio': true,
  'few-repeaters': true,
  'few-in-filter': true,
  'long-window': true,
  'part-of-day': true,
  'broken-day-unestimated': true,
  uncounted: true,
  'events-unseen': true,
};

export interface Method {
  kind: WindowFacts['kind'];
  /** null for a case that this dashboard has no words for. */
  case: MethodCase | null;
  /** The server's own sentence, in English. */
  reason: string;
  coversConsentBias: boolean;
  /** Guaranteed by counting alone. */
  bounds: { low: number; high: number } | null;
  inputs: Readonly<Record<string, number>>;
}

export function decodeMethod(fields: Fields): Method {
  const [low = null, high = null] = asList(fields.bounds).map(asNumberOrNull);
  const inputs = Object.entries(asFields(fields.inputs)).filter(
    (entry): entry is [string, number] => asNumberOrNull(entry[1]) !== null,
  );
  return {
    kind: asWord(fields.kind, ['bounds', 'exact', 'estimate']),
    case: isCase(fields.case) ? fields.case : null,
    reason: asText(fields.reason),
    coversConsentBias: asFlag(fields.covers_consent_bias),
    bounds: low === null || high === null ? null : { low, high },
    inputs: Object.fromEntries(inputs),
  };
}

function isCase(value: unknown): value is MethodCase {
  return typeof value === 'string' && Object.hasOwn(CASES, value);
}
