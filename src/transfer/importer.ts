/** The life of one import: know the input, read its lines, count what is to be counted, and close with an honest report. */
import { createPipeline, type Knowledge } from '../collect/pipeline.ts';
import type { CollectedSite, EventKinds, SiteDirectory } from '../collect/ports.ts';
import type { DayKeys } from '../count/day-keys.ts';
import { AppError } from '../domain/errors.ts';
import { siteName } from '../domain/site.ts';
import { type Calendar, dateOf } from '../lib/calendar.ts';
import { ImportJob } from './import-job.ts';
import { type Checkpoint, ImportLane } from './import-lane.ts';
import { type ImportReport, ReportKeeper } from './import-report.ts';
import type { ImportProgress, ImportRequest } from './import-request.ts';
import { recognise } from './input-identity.ts';
import { LOG_FORMATS } from './log-formats.ts';
import type { ImportRun, ImportStore } from './ports.ts';
import { splitLines, uncompressed } from './split-lines.ts';

export interface ImporterOptions {
  sites: Pick<SiteDirectory, 'find'>;
  store: ImportStore;
  /** Loaded with the first import. */
  knowledge: () => Promise<Knowledge>;
  kinds: () => Promise<EventKinds>;
  calendar: Calendar;
  /** The running service's keys, or null when no service runs. */
  liveKeys: DayKeys | null;
  /** UTC ms. */
  now: () => number;
}

const PROGRESS_LINES = 2000;

export class Importer {
  readonly #options: ImporterOptions;
  /** Site and kind of the imports under way: two at once would take the same checkpoint for theirs. */
  readonly #running = new Set<string>();

  constructor(options: ImporterOptions) {
    this.#options = options;
  }

  /**
   * Imports one input; an input known to its end changes nothing.
   * @throws AppError `not_found` for an unknown site, `invalid` for an unknown format or damaged input, `conflict` for an
   * input that differs from an earlier one in its middle
   */
  async run(
    request: ImportRequest,
    input: AsyncIterable<Uint8Array>,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<ImportReport> {
    const { sites } = this.#options;
    checkFormat(request);
    const site = sites.find(siteName(request.site));
    if (site === undefined)
      throw new AppError('not_found', 'There is no site of that name; add it with `passant site add`.');
    const name = `${site.id}:${request.kind}`;
    if (this.#running.has(name))
      throw new AppError('conflict', 'An import of this kind is running for the site; wait until it has ended.');
    this.#running.add(name);
    try {
      return await this.#import(request, site, input, onProgress);
    } finally {
      this.#running.delete(name);
    }
  }

  async #import(
    request: ImportRequest,
    site: CollectedSite,
    input: AsyncIterable<Uint8Array>,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<ImportReport> {
    const { store } = this.#options;
    const stored = await store.listRuns(site.id, request.kind);
    // Asked to count once more, only what is finished is passed over; a run that was cut off goes on.
    const runs = request.again ? stored.filter(({ finishedAt }) => finishedAt === null) : stored;
    const known = await recognise(uncompressed(input), runs, site.identifierKey);
    const report = new ReportKeeper(request, known.earlier);
    let job: ImportJob | null = null;
    try {
      for await (const line of splitLines(known.bytes)) {
        // Only now is there something new: an input that is known to its end leaves no trace of a second import.
        job ??= await this.#start(request, site, known, report);
        await job.readLine(line);
        if (report.read % PROGRESS_LINES === 0)
          onProgress({ lines: report.read, day: job.day === null ? null : dateOf(job.day) });
      }
      return job === null ? report.close(0) : await job.finish(known.finish);
    } finally {
      await job?.close();
    }
  }

  async #start(
    request: ImportRequest,
    site: CollectedSite,
    known: { earlier: ImportRun | null; unfinished: ImportRun | null; head: string },
    report: ReportKeeper,
  ): Promise<ImportJob> {
    const { store, calendar, liveKeys, now } = this.#options;
    const knowledge = await this.#options.knowledge();
    const kinds = await this.#options.kinds();
    const today = calendar.dayAt(now(), site.timezone).day;
    const isLive = (day: number) => liveKeys !== null && (day === today || liveKeys.holds(site.id, day));
    const run = known.unfinished ?? (await this.#newRun(site, request, known));
    const resumeFrom = (known.unfinished?.report ?? null) as Checkpoint | null;
    const lane = new ImportLane({ store, calendar, site, run, resumeFrom, isLive, now });
    const pipelineWith = (keys: DayKeys, detectBot: Knowledge['detectBot']) =>
      createPipeline({ knowledge: { ...knowledge, detectBot }, keys, calendar, kinds });
    return new ImportJob({
      ...{ request, site, report, lane, calendar, isLive, now, startedAt: run.startedAt },
      createPipeline: (knowsSenders) => {
        const detectBot = knowsSenders ? knowledge.detectBot : () => null;
        const virtual = pipelineWith(lane.keys, detectBot);
        const live = liveKeys === null ? virtual : pipelineWith(liveKeys, detectBot);
        return (day, ...draft) => (isLive(day) ? live : virtual)(...draft);
      },
    });
  }

  async #newRun(
    site: CollectedSite,
    { kind }: ImportRequest,
    { earlier, head }: { earlier: ImportRun | null; head: string },
  ): Promise<ImportRun> {
    const run: ImportRun = {
      ...{ id: 0, siteId: site.id, kind, length: earlier?.length ?? 0, sha256: null, digests: [head] },
      ...{ doneThroughDay: null, report: null, startedAt: this.#options.now(), finishedAt: null },
    };
    return { ...run, id: await this.#options.store.saveRun(run) };
  }
}

function checkFormat({ kind, format }: ImportRequest): void {
  if (format === null || (kind === 'log' && Object.hasOwn(LOG_FORMATS, format))) return;
  throw new AppError('invalid', `The format is not known; use one of ${Object.keys(LOG_FORMATS).join(', ')}.`);
}
