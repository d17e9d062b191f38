/** Stored events as lines: NDJSON that `passant import events` reads, and comma-separated values for spreadsheets. */
import { stringify } from 'csv-stringify/sync';
import { VISIT_DIMENSIONS } from '../domain/event.ts';
import type { ExportFormat } from './export-request.ts';
import type { StoredEvent } from './stored-event.ts';

/** Fields of a line, in their order; docs/export.md explains each. */
export const EXPORT_FIELDS = [
  ...['time', 'name', 'url', 'consent', 'visitor', 'visit'],
  ...VISIT_DIMENSIONS,
  ...['left_by_link', 'e', 'sd', 'revenue', 'props'],
] as const;

/** Columns: revenue takes two. */
export const EXPORT_COLUMNS: readonly string[] = EXPORT_FIELDS.flatMap((field) =>
  field === 'revenue' ? ['amount', 'currency'] : [field],
);

/** Lines end as the standard says; what a spreadsheet would run as a formula begins with an apostrophe. */
const CSV_FORM = { record_delimiter: 'windows', escape_formulas: true } as const;

/** What stands before the first line. */
export function renderHead(format: ExportFormat): string {
  return format === 'csv' ? stringify([EXPORT_COLUMNS], CSV_FORM) : '';
}

export function renderEvents(events: readonly StoredEvent[], format: ExportFormat): string {
  if (format === 'csv') return events.length === 0 ? '' : stringify(events.map(cellsOf), CSV_FORM);
  return events.map((event) => `${JSON.stringify(lineOf(event))}\n`).join('');
}

/** What is not known is left out. */
function lineOf(event: StoredEvent): Record<string, unknown> {
  const { at, name, consent, visitor, visit, dimensions, leftByLink, engagedMs, scrollDepth, revenue, props } = event;
  const line: Record<string, unknown> = { time: new Date(at).toISOString(), name, url: urlOf(event), consent };
  if (visitor !== null) line.visitor = visitor;
  line.visit = visit;
  if (dimensions !== null)
    for (const dimension of VISIT_DIMENSIONS) if (dimensions[dimension] !== '') line[dimension] = dimensions[dimension];
  if (leftByLink) line.left_by_link = true;
  if (engagedMs !== null) line.e = engagedMs;
  if (scrollDepth !== null) line.sd = scrollDepth;
  if (revenue !== null) line.revenue = revenue;
  if (Object.keys(props).length > 0) line.props = props;
  return line;
}

function cellsOf(event: StoredEvent): (string | number | null)[] {
  const { at, name, consent, visitor, visit, dimensions, leftByLink, engagedMs, scrollDepth, revenue, props } = event;
  return [
    ...[new Date(at).toISOString(), name, urlOf(event), consent, visitor, visit],
    ...VISIT_DIMENSIONS.map((dimension) => dimensions?.[dimension] ?? ''),
    ...[leftByLink ? 'true' : '', engagedMs, scrollDepth, revenue?.amount ?? null, revenue?.currency ?? ''],
    Object.keys(props).length === 0 ? '' : JSON.stringify(props),
  ];
}

/** By which scheme the page came is not kept. */
function urlOf({ host, path }: StoredEvent): string {
  return `https://${host}${path}`;
}
