/** What an import is asked to do, and what it says on its way. */

export interface ImportRequest {
  site: string;
  kind: 'log' | 'events';
  /** Of a log; null: found out from the first line that can be read. */
  format: string | null;
  /** Import even what is known to have been imported. */
  again: boolean;
  /** Of the input, for the report: a file's name or `-`. */
  name: string;
}

export interface ImportProgress {
  lines: number;
  /** Date of the virtual day, or null before the first event. */
  day: string | null;
}
