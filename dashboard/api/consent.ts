/** Questions about what visitors answered to the question for consent. */
import { asFields, asList, asNumberOrNull, asText } from './decode.ts';
import type { Question } from './query.ts';
import { postJson } from './request.ts';

export type ConsentDimension = 'visit:country' | 'visit:device' | 'event:page' | 'consent:text' | 'consent:banner';

export interface ConsentQuestion extends Pick<Question, 'domain' | 'dateRange'> {
  dimension: ConsentDimension | 'time:day' | 'time:week' | 'time:month' | null;
  limit: number;
}

/** How often each thing was reported. */
export interface ConsentCounts {
  asked: number;
  accepted: number;
  refused: number;
  ignored: number;
  withdrawn: number;
}

export interface ConsentRow extends ConsentCounts {
  /** A value of the dimension, a day or a month; empty when there was no dimension. */
  value: string;
}

export interface ConsentAnswer {
  rows: readonly ConsentRow[];
  timeLabels: readonly string[];
  totalRows: number;
}

/** @throws ApiError */
export async function askConsent(question: ConsentQuestion, signal: AbortSignal): Promise<ConsentAnswer> {
  const { domain, dateRange, dimension, limit } = question;
  const dimensions = dimension === null ? [] : [dimension];
  const body = { site_id: domain, date_range: dateRange, dimensions, limit };
  return decodeConsent(await postJson('/app/api/v2/consent', body, signal));
}

export function decodeConsent(value: unknown): ConsentAnswer {
  const { results, meta } = asFields(value);
  const { time_labels: labels, total_rows: total } = asFields(meta);
  const rows = asList(results).map(decodeRow);
  return {
    rows,
    timeLabels: asList(labels).map((label) => asText(label)),
    totalRows: asNumberOrNull(total) ?? rows.length,
  };
}

function decodeRow(value: unknown): ConsentRow {
  const { dimensions, ...counts } = asFields(value);
  const count = (name: keyof ConsentCounts) => asNumberOrNull(counts[name]) ?? 0;
  return {
    value: asText(asList(dimensions)[0]),
    ...{ asked: count('asked'), accepted: count('accepted'), refused: count('refused') },
    ...{ ignored: count('ignored'), withdrawn: count('withdrawn') },
  };
}
