/** Reads a note as a form or a command gives it, and the days of which notes are wanted; every mistake at once. */
import { type AnnotationText, LONGEST_NOTE } from '../domain/annotation.ts';
import { AppError, type ErrorDetail } from '../domain/errors.ts';
import { cleanText } from '../lib/clean-text.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Both days are included; a missing one does not bound. */
export interface DayRange {
  from?: string;
  to?: string;
}

/** @throws AppError `invalid` with one detail per mistake */
export function parseAnnotation(given: unknown): AnnotationText {
  const { day, text } = fieldsOf(given);
  const mistakes: ErrorDetail[] = [];
  if (!isDate(day)) mistakes.push({ path: 'day', message: 'Give a date such as 2026-03-01.' });
  const written = typeof text === 'string' ? cleanText(text.replace(/\s+/g, ' ')).trim() : '';
  const length = [...written].length;
  if (length < 1 || length > LONGEST_NOTE)
    mistakes.push({ path: 'text', message: `A note has 1 to ${LONGEST_NOTE} characters.` });
  if (mistakes.length > 0 || !isDate(day))
    throw new AppError('invalid', 'The note cannot be used; see details.', mistakes);
  return { day, text: written };
}

/** @throws AppError `invalid` with one detail per mistake */
export function parseDayRange(given: unknown): DayRange {
  const { from, to } = fieldsOf(given);
  const mistakes = Object.entries({ from, to })
    .filter(([, day]) => day !== undefined && !isDate(day))
    .map(([path]): ErrorDetail => ({ path, message: 'Give a date such as 2026-03-01.' }));
  if (mistakes.length > 0) throw new AppError('invalid', 'The days could not be understood; see details.', mistakes);
  return { ...(isDate(from) && { from }), ...(isDate(to) && { to }) };
}

function fieldsOf(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
}

function isDate(day: unknown): day is string {
  if (typeof day !== 'string' || !DATE.test(day)) return false;
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
