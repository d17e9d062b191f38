/** Holds what a program sends to its schema, and says every mistake in the words of all our errors. */
import type * as z from 'zod';
import { AppError, type ErrorDetail } from '../../domain/errors.ts';

type Issue = z.core.$ZodRawIssue;

/**
 * What was sent, as its schema reads it.
 * @throws AppError `invalid` with one detail per mistake
 */
export function readShape<T>(schema: z.ZodType<T>, given: unknown): T {
  const read = schema.safeParse(given, { error: sayIssue });
  if (read.success) return read.data;
  throw new AppError('invalid', 'The request could not be understood; see details.', detailsOf(read.error));
}

/**
 * Answers a question whose schema holds. What the schema refuses is never answered; but the parser, which knows more than the schema,
 * is asked what is wrong too: where both name a place, its words stand. For questions only: nothing may be changed by asking.
 * @throws AppError `invalid` with one detail per mistake
 */
export async function answerShape<T>(schema: z.ZodType, given: unknown, answer: () => Promise<T>): Promise<T> {
  const read = schema.safeParse(given, { error: sayIssue });
  if (read.success) return answer();
  const told = await answer().then(
    () => null,
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'invalid') return error;
      throw error;
    },
  );
  const details = told?.details ?? [];
  const unsaid = detailsOf(read.error).filter(({ path }) => !details.some((each) => isAbout(each.path, path)));
  const sentence = told?.message ?? 'The request could not be understood; see details.';
  throw new AppError('invalid', sentence, [...details, ...unsaid]);
}

/** Whether one of two places is the other, or lies inside it. */
function isAbout(one: string, other: string): boolean {
  const isInside = (inner: string, outer: string) =>
    inner === outer || (inner.startsWith(outer) && /^[.[]/.test(inner.slice(outer.length)));
  return isInside(one, other) || isInside(other, one);
}

function detailsOf(error: z.ZodError): ErrorDetail[] {
  return error.issues.flatMap((issue): ErrorDetail[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: sayPath([...issue.path, key]), message: 'There is no such field.' }));
    return [{ path: sayPath(issue.path), message: issue.message }];
  });
}

/** Such as `filters[0][1]` and `pagination.limit`. */
function sayPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

const WANTED: Readonly<Record<string, string>> = {
  string: 'Give a text.',
  number: 'Give a number.',
  int: 'Give a whole number.',
  boolean: 'Say true or false.',
  array: 'Give a list.',
  tuple: 'Give a list.',
  object: 'Give a JSON object.',
  record: 'Give a JSON object.',
};

/** One sentence that says what to do; a schema with words of its own is not asked. */
function sayIssue(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'This field is missing.'
        : (WANTED[issue.expected] ?? 'This is of another kind.');
    case 'invalid_value':
      return `Use ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return sayBound('at least', issue.minimum, issue.origin);
    case 'too_big':
      return sayBound('at most', issue.maximum, issue.origin);
    default:
      return 'This cannot be understood.';
  }
}

function sayBound(word: string, bound: number | bigint, origin: string): string {
  const unit = { string: ' characters', array: ' entries' }[origin] ?? '';
  return `Give ${word} ${bound}${unit}.`;
}
