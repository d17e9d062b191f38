/** What commands print: lines for people, one JSON value for programs, faults on standard error. */

import { ConfigError } from '../config/load-config.ts';
import { AppError } from '../domain/errors.ts';

export interface Output {
  /** One line for people; silent with --json. */
  line(text: string): void;
  /** A table for people; silent with --json. */
  table(head: readonly string[], rows: readonly (readonly string[])[]): void;
  /** The one value of --json; silent without. */
  json(value: unknown): void;
}

export function createOutput(
  isJson: boolean,
  write: (text: string) => void = (text) => process.stdout.write(text),
): Output {
  return {
    line: (text) => {
      if (!isJson) write(`${text}\n`);
    },
    table: (head, rows) => {
      if (!isJson) write(formatTable(head, rows));
    },
    json: (value) => {
      if (isJson) write(`${JSON.stringify(value, null, 2)}\n`);
    },
  };
}

/** Columns as wide as their widest text; figures to the right. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const isFigure = head.map(
    (_title, column) => rows.length > 0 && rows.every((row) => /^[\d.,%–-]*$/.test(row[column] ?? '')),
  );
  const format = (row: readonly string[]) =>
    row
      .map((text, column) => (isFigure[column] ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return `${[head, ...rows].map(format).join('\n')}\n`;
}

/** Says what went wrong on standard error. @returns the exit status: 2 for a wrong call, 1 for a fault */
export function reportFailure(error: unknown): 1 | 2 {
  if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  if (!(error instanceof AppError)) {
    process.stderr.write(`passant: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
  process.stderr.write(`passant: ${error.message}\n`);
  for (const { path, message } of error.details)
    process.stderr.write(`  ${path === '' ? '' : `${path}: `}${message}\n`);
  return error.code === 'invalid' ? 2 : 1;
}
