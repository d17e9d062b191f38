/** The closing report of an import: every line that was read is kept or dropped under its reason; the sums always agree. */
import type { DropReason } from '../domain/drop-reason.ts';
import { dateOf } from '../lib/calendar.ts';
import type { ImportRequest } from './import-request.ts';
import type { ImportRun } from './ports.ts';

export interface ImportReport {
  site: string;
  kind: 'log' | 'events';
  /** Of a log, as given or found out. */
  format: string | null;
  name: string;
  /** Lines read; kept + all dropped. */
  read: number;
  kept: number;
  dropped: Partial<Record<DropReason, number>>;
  /** The first unreadable lines, by number; never their text. */
  badLines: { line: number; problem: string }[];
  /** First and last date of what was kept, in the site's time zone. */
  days: [string, string] | null;
  /** Days on which two instruments have counted: dates, with a restart's effect on each. */
  sharedDays: string[];
  /** Lines that came more than an hour late and were counted where they stood. */
  late: number;
  /** What had been imported before: nothing, the beginning of this input, or all of it. */
  known: 'nothing' | 'beginning' | 'all';
  /** When that was, UTC ms. */
  knownSince: number | null;
}

const MOST_BAD_LINES = 5;

export class ReportKeeper {
  readonly #request: ImportRequest;
  readonly #earlier: ImportRun | null;
  readonly #dropped = new Map<DropReason, number>();
  readonly #badLines: ImportReport['badLines'] = [];
  #read = 0;
  #kept = 0;
  #format: string | null;
  #firstDay = Number.POSITIVE_INFINITY;
  #lastDay = Number.NEGATIVE_INFINITY;

  constructor(request: ImportRequest, earlier: ImportRun | null) {
    this.#request = request;
    this.#earlier = earlier;
    this.#format = request.format;
  }

  get read(): number {
    return this.#read;
  }

  set format(name: string) {
    this.#format = name;
  }

  lineRead(): void {
    this.#read += 1;
  }

  keep(day: number): void {
    this.#kept += 1;
    this.#firstDay = Math.min(this.#firstDay, day);
    this.#lastDay = Math.max(this.#lastDay, day);
  }

  drop(reason: DropReason): void {
    this.#dropped.set(reason, (this.#dropped.get(reason) ?? 0) + 1);
  }

  /** `line` counts from 1 in what was new of the input. */
  unreadable(line: number, problem: string): void {
    if (this.#badLines.length < MOST_BAD_LINES) this.#badLines.push({ line, problem });
  }

  close(late: number, sharedDays: readonly number[] = []): ImportReport {
    const { site, kind, name } = this.#request;
    return {
      ...{ site, kind, name, format: this.#format, read: this.#read, kept: this.#kept },
      dropped: Object.fromEntries([...this.#dropped].sort(([, a], [, b]) => b - a)),
      badLines: this.#badLines,
      days: this.#kept === 0 ? null : [dateOf(this.#firstDay), dateOf(this.#lastDay)],
      sharedDays: sharedDays.map(dateOf),
      late,
      known: this.#earlier === null ? 'nothing' : this.#read === 0 ? 'all' : 'beginning',
      knownSince: this.#earlier?.finishedAt ?? null,
    };
  }
}
