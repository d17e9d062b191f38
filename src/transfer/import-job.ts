/** Reads the lines of one import: each ends as an event on its way to the disk, or as a refusal with its reason. */
import { type Beacon, readBeacon } from '../collect/beacon.ts';
import type { Pipeline } from '../collect/pipeline.ts';
import type { CollectedSite } from '../collect/ports.ts';
import { RequestFacts } from '../collect/request-facts.ts';
import type { DropReason } from '../domain/drop-reason.ts';
import { AppError } from '../domain/errors.ts';
import { earliestKept } from '../domain/retention.ts';
import type { Calendar } from '../lib/calendar.ts';
import type { ImportLane } from './import-lane.ts';
import type { ImportReport, ReportKeeper } from './import-report.ts';
import type { ImportRequest } from './import-request.ts';
import type { KnownInput } from './input-identity.ts';
import { detectFormat, LOG_FORMATS } from './log-formats.ts';
import { createEventReader, createLogReader, type LineReader } from './read-line.ts';
import { ReorderBuffer, type Timed } from './reorder-buffer.ts';
import { type ToldLine, ToldVisits } from './told-visits.ts';

interface Entry extends Timed {
  beacon: Beacon;
  facts: RequestFacts;
  told: ToldLine | null;
}

/** A pipeline that is told the site's day first: live days and virtual ones have keys of their own. */
type PipelineOfDay = (day: number, ...draft: Parameters<Pipeline>) => ReturnType<Pipeline>;

export interface ImportJobOptions {
  request: ImportRequest;
  site: CollectedSite;
  report: ReportKeeper;
  lane: ImportLane;
  calendar: Calendar;
  isLive: (day: number) => boolean;
  /** @param knowsSenders whether lines name a User-Agent, without which no robot can be told */
  createPipeline: (knowsSenders: boolean) => PipelineOfDay;
  now: () => number;
  /** UTC ms. A run that continues judges by the clock of its first start, so that it comes to the same verdicts. */
  startedAt: number;
}

const DAY_MS = 86_400_000;

export class ImportJob {
  readonly #options: ImportJobOptions;
  readonly #buffer = new ReorderBuffer<Entry>();
  readonly #earliest: number;
  readonly #toldVisits = new ToldVisits();
  #isLastUnreadable = false;
  #reader: LineReader | null = null;
  #pipeline: PipelineOfDay | null = null;

  constructor(options: ImportJobOptions) {
    this.#options = options;
    const { site, startedAt } = options;
    this.#earliest = earliestKept(site.retentionMonths, site.timezone, startedAt);
  }

  /** The virtual day, null before the first event. */
  get day(): number | null {
    return this.#options.lane.day;
  }

  async readLine(line: string): Promise<void> {
    const { report, startedAt } = this.#options;
    report.lineRead();
    this.#isLastUnreadable = false;
    const reading = this.#readerFor(line)(line);
    if ('drop' in reading) {
      if (reading.problem !== undefined) report.unreadable(report.read, reading.problem);
      this.#isLastUnreadable = reading.drop === 'unreadable';
      return this.#drop(reading.drop, startedAt);
    }
    const { message, facts, told } = reading;
    if (facts.at < this.#earliest) return this.#drop('past-retention', facts.at);
    if (facts.at > startedAt + DAY_MS) return this.#drop('in-future', startedAt);
    let beacon: Beacon;
    try {
      beacon = readBeacon(message);
      // An export names the visitor of a whole visit, also on the events before consent was given.
      if (told !== null) beacon = { ...beacon, identifier: told.visitor };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      report.unreadable(
        report.read,
        error.details.map(({ path, message: advice }) => `${fieldOf(path)}: ${advice}`).join(' '),
      );
      return this.#drop('unreadable', facts.at);
    }
    const { hasAddress } = this.#options.site.exclusions;
    const entry = { at: facts.at, line: report.read, beacon, facts: new RequestFacts(facts, hasAddress), told };
    for (const ready of this.#buffer.push(entry)) await this.#count(ready);
  }

  /** The input has ended. */
  async finish(closeInput: KnownInput['finish']): Promise<ImportReport> {
    const { lane, report, now } = this.#options;
    for (const entry of this.#buffer.drain()) await this.#count(entry);
    // A line that breaks off and cannot be read will be whole in a later, longer input.
    const input = closeInput(!this.#isLastUnreadable);
    const closed = report.close(this.#buffer.overruns, await lane.sharedDays());
    await lane.finish({
      length: input.length,
      sha256: input.digest,
      digests: input.blocks,
      report: closed,
      finishedAt: now(),
    });
    return closed;
  }

  /** Ends the import, however it ended. */
  close(): Promise<void> {
    return this.#options.lane.close();
  }

  async #count({ at, beacon, facts, told }: Entry): Promise<void> {
    const { lane, site, calendar, report, isLive } = this.#options;
    const { day } = calendar.dayAt(at, site.timezone);
    if (lane.day !== null && day < lane.day) {
      // One commit holds events of one memory: the service's own, or this import's.
      const isOtherMemory = isLive(day) !== isLive(lane.day);
      if (isOtherMemory || (!isLive(day) && !lane.isOpen(day))) return this.#drop('out-of-order', at);
    }
    await lane.advanceTo(at);
    const toldFacts = told === null ? null : { ...told, sender: this.#toldVisits.senderOf(told, at, day) };
    const event = this.#pipeline?.(day, site, beacon, facts, toldFacts) ?? { drop: 'unreadable' as const };
    if ('drop' in event) return this.#drop(event.drop, at);
    report.keep(day);
    await lane.add(event);
  }

  #drop(reason: DropReason, at: number): void {
    const { lane, report, calendar, site } = this.#options;
    report.drop(reason);
    lane.drop(reason, calendar.dayAt(at, site.timezone).day);
  }

  #readerFor(line: string): LineReader {
    if (this.#reader !== null) return this.#reader;
    const { request, site, report, createPipeline } = this.#options;
    if (request.kind === 'events') {
      this.#pipeline = createPipeline(true);
      this.#reader = createEventReader(site.domain);
      return this.#reader;
    }
    const name = request.format ?? detectFormat(line);
    if (name === null)
      return () => ({ drop: 'unreadable', problem: `in none of the formats ${Object.keys(LOG_FORMATS).join(', ')}` });
    report.format = name;
    const format = LOG_FORMATS[name as keyof typeof LOG_FORMATS];
    this.#pipeline = createPipeline(format.hasUserAgent);
    this.#reader = createLogReader(format, name, site.domain);
    return this.#reader;
  }
}

/** The field alone: the rest of a path can hold names that the line brought along. */
function fieldOf(path: string): string {
  return path.split(/[.[]/)[0] ?? '';
}
