/** How the visitors of a window were counted, as the server says it. */
import { asFields, asFlag, asList, asNumberOrNull, asText, asWord, type Fields } from './decode.ts';

export const METHOD_CASES = [
  'consented',
  'single-day',
  'date-flag',
  'broken-day',
  'overlap',
  'strata',
  'visit-ratio',
  'few-repeaters',
  'long-window',
  'part-of-day',
  'broken-day-unestimated',
  'uncounted',
  'few-in-filter',
  'events-unseen',
] as const;
export type MethodCase = (typeof METHOD_CASES)[number];

export interface Method {
  kind: 'exact' | 'estimate' | 'bounds';
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
    case: METHOD_CASES.find((known) => known === fields.case) ?? null,
    reason: asText(fields.reason),
    coversConsentBias: asFlag(fields.covers_consent_bias),
    bounds: low === null || high === null ? null : { low, high },
    inputs: Object.fromEntries(inputs),
  };
}
