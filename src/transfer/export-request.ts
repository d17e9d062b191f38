/** What an export is asked to do, what it says on its way, and how it ended. */
import { AppError } from '../domain/errors.ts';
import { dayOfDate } from '../lib/calendar.ts';

export const EXPORT_FORMATS = ['ndjson', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportRequest {
  site: string;
  /** `YYYY-MM-DD` in the site's time zone, both included; null: from the first day, to the last one. */
  from: string | null;
  to: string | null;
  format: string;
}

export interface ExportProgress {
  /** Written so far. */
  events: number;
  day: string;
}

export interface ExportReport {
  site: string;
  format: ExportFormat;
  events: number;
  /** Days that have events, and the first and last of them. */
  days: number;
  from: string | null;
  to: string | null;
}

/** Days since 1970-01-01; null where none was named. */
export interface ExportDays {
  from: number | null;
  to: number | null;
}

/** Years of four digits: the day after the last one is written so too. */
const DATE = /^(?!9999)[1-9]\d{3}-\d{2}-\d{2}$/;

/** @param path what the caller calls the range. @throws AppError `invalid` for what is no date, or ends before it begins */
export function readExportDays({ from, to }: Pick<ExportRequest, 'from' | 'to'>, path: string): ExportDays {
  const days = { from: from === null ? null : readDate(from, path), to: to === null ? null : readDate(to, path) };
  if (days.from !== null && days.to !== null && days.from > days.to)
    throw invalid(path, 'The last day comes before the first one.');
  return days;
}

/** @throws AppError `invalid` for a format that is not known */
export function readExportFormat(format: string, path: string): ExportFormat {
  const known = EXPORT_FORMATS.find((each) => each === format);
  if (known === undefined) throw invalid(path, `Use ${EXPORT_FORMATS.join(' or ')}.`);
  return known;
}

function readDate(date: string, path: string): number {
  try {
    if (DATE.test(date)) return dayOfDate(date);
  } catch {
    // 2026-02-30
  }
  throw invalid(path, 'Give days such as 2026-03-01.');
}

function invalid(path: string, message: string): AppError {
  return new AppError('invalid', 'This cannot be exported; see details.', [{ path, message }]);
}
