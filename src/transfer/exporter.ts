/** Exports what is stored for a site: day after day, in pieces of bounded size, each asked for when the one before was taken. */
import { randomBytes } from 'node:crypto';
import type { Site } from '../domain/site.ts';
import { dateOf, dayAt } from '../lib/calendar.ts';
import type { ExportDays, ExportFormat, ExportProgress, ExportReport } from './export-request.ts';
import type { StoredEventReader } from './ports.ts';
import { renderHead } from './render-events.ts';

/** Events of one piece: some two megabytes of text. */
const PIECE_EVENTS = 5000;
const SALT_BYTES = 32;
/** Events may have happened so many days before the first day on record, or after the last: it may have been counted in another zone. */
const ZONE_DAYS = 2;

export interface ExportedPiece {
  text: string;
  progress: ExportProgress;
}

export interface ExporterOptions {
  reader: StoredEventReader;
  /** UTC ms. */
  now: () => number;
  /** Cryptographic randomness. */
  random?: (length: number) => Uint8Array;
  pieceEvents?: number;
}

export class Exporter {
  readonly #options: Required<ExporterOptions>;

  constructor(options: ExporterOptions) {
    this.#options = { random: randomBytes, pieceEvents: PIECE_EVENTS, ...options };
  }

  /**
   * The lines of a site's days, in order of time; nothing is read ahead of whoever takes them.
   * @throws AppError that names site, day and column when one is damaged
   */
  async *run(site: Site, days: ExportDays, format: ExportFormat): AsyncGenerator<ExportedPiece, ExportReport> {
    const { reader, now, random, pieceEvents: mostEvents } = this.#options;
    const salt = random(SALT_BYTES); // gone with the export: nobody can join two of them
    const firstKnown = (await reader.firstDay(site.id)) ?? Number.POSITIVE_INFINITY;
    // An import may have brought events of tomorrow.
    const lastKnown = dayAt(now(), site.timezone).day + ZONE_DAYS;
    const first = Math.max(days.from ?? firstKnown - ZONE_DAYS, firstKnown - ZONE_DAYS);
    const last = Math.min(days.to ?? lastKnown, lastKnown);
    const report: ExportReport = { site: site.domain, format, events: 0, days: 0, from: null, to: null };
    const head = renderHead(format);
    if (head !== '') yield { text: head, progress: { events: 0, day: dateOf(Math.max(0, Math.min(first, last))) } };
    for (let day = first; day <= last; day++) {
      const asked = { siteId: site.id, day, timeZone: site.timezone, format, salt, mostEvents };
      let eventsOfDay = 0;
      for (let after: number | null = Number.NEGATIVE_INFINITY; after !== null; ) {
        const { text, events, next } = await reader.exportEvents({ ...asked, after });
        after = next;
        if (events === 0) continue;
        eventsOfDay += events;
        report.events += events;
        yield { text, progress: { events: report.events, day: dateOf(day) } };
      }
      if (eventsOfDay === 0) continue;
      report.days += 1;
      report.from ??= dateOf(day);
      report.to = dateOf(day);
    }
    return report;
  }
}
