/** Receives messages: finds the site, runs the pipeline, waits for the disk, and counts every refusal under its reason. */

import type { DropReason } from '../domain/drop-reason.ts';
import { AppError } from '../domain/errors.ts';
import type { Outcome } from '../domain/event.ts';
import { isHashLevel } from '../domain/levels.ts';
import type { Calendar } from '../lib/calendar.ts';
import type { Beacon } from './beacon.ts';
import { readBeacon } from './beacon.ts';
import type { Pipeline } from './pipeline.ts';
import type { CollectedSite, EventWriter, SiteDirectory } from './ports.ts';
import { type FactsInput, RequestFacts } from './request-facts.ts';

export interface CollectorOptions {
  sites: SiteDirectory;
  pipeline: Pipeline;
  writer: EventWriter;
  calendar: Calendar;
  /** Whether the site's key of a day is in memory: only then can a past event join its day. */
  holdsKey: (siteId: number, day: number) => boolean;
  /** Erases what belongs to an identifier whose consent was withdrawn. */
  forget: (site: CollectedSite, identifier: string) => Promise<unknown>;
  /** Told of every outcome, for the operator's figures. */
  onOutcome: (outcome: Outcome) => void;
}

/** A backend that may speak for its visitors: an API key of scope `events:write`, for one site or for all (null). */
export interface Spokesman {
  siteId: number | null;
}

const UTC = 'UTC';

export class Collector {
  readonly #options: CollectorOptions;

  constructor(options: CollectorOptions) {
    this.#options = options;
  }

  /**
   * Counts one message; resolves once it is on disk or refused on purpose.
   * @param body the parsed JSON
   * @param spokesman set when the request carried a key that may state address, User-Agent and time
   * @throws AppError `invalid` for a message that cannot be understood, `unavailable` when the disk cannot take it
   */
  async collect(body: unknown, request: FactsInput, spokesman: Spokesman | null = null): Promise<Outcome> {
    const beacon = readBeacon(body);
    const site = this.#options.sites.find(beacon.domain);
    if (site === undefined) {
      await this.#withdraw(this.#options.sites.findKept(beacon.domain), beacon);
      return this.#drop('unknown-site', 0, UTC, request.at);
    }
    const speaks = spokesman !== null && (spokesman.siteId === null || spokesman.siteId === site.id);
    const facts = new RequestFacts(speaks ? this.#claimed(site, beacon, request) : request, site.exclusions.hasAddress);
    const outcome = await this.#count(site, beacon, facts);
    await this.#withdraw(site, beacon);
    return outcome;
  }

  /** Whether or not the message counts: taking consent back must work for everybody. */
  async #withdraw(site: CollectedSite | undefined, { withdrawn }: Beacon): Promise<void> {
    if (site !== undefined && withdrawn !== null) await this.#options.forget(site, withdrawn);
  }

  async #count(site: CollectedSite, beacon: Beacon, facts: RequestFacts): Promise<Outcome> {
    const event = this.#options.pipeline(site, beacon, facts);
    if ('drop' in event) return this.#drop(event.drop, site.id, site.timezone, facts.at);
    const outcome = await this.#options.writer.write(event);
    this.#options.onOutcome(outcome);
    return outcome;
  }

  /** Counts a refusal that was decided before the pipeline. */
  #drop(reason: DropReason, siteId: number, timeZone: string, at: number): Outcome {
    const { writer, calendar, onOutcome } = this.#options;
    writer.countDrop({ siteId, day: calendar.dayAt(at, timeZone).day, reason });
    const outcome: Outcome = { kept: false, reason };
    onOutcome(outcome);
    return outcome;
  }

  #claimed(site: CollectedSite, beacon: Beacon, request: FactsInput): FactsInput {
    const { ip, userAgent, time } = beacon.claimed;
    if (time !== null) this.#checkTime(site, time, request.at);
    return {
      ...request,
      origin: null,
      ip: ip ?? request.ip,
      userAgent: userAgent ?? request.userAgent,
      at: time ?? request.at,
    };
  }

  /** A past event can only join a day whose key still lives; older ones are an import with a clock of its own. */
  #checkTime(site: CollectedSite, time: number, now: number): void {
    const { calendar, holdsKey } = this.#options;
    const wrong = (message: string) => new AppError('invalid', message, [{ path: 'time', message }]);
    if (time > now + 60_000) throw wrong('The time lies in the future.');
    const day = calendar.dayAt(time, site.timezone).day;
    if (day === calendar.dayAt(now, site.timezone).day) return;
    if (isHashLevel(site.anonymous) && holdsKey(site.id, day)) return;
    throw wrong('The day of this event is closed; send past events with `passant import events`.');
  }
}
