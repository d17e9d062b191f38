/** The real way of a message, in one process on a virtual clock: pipeline, day keys, writer, a SQLite file. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readBeacon } from '../../../src/collect/beacon.ts';
import { compileExclusions } from '../../../src/collect/exclusions.ts';
import { FirstKinds } from '../../../src/collect/first-kinds.ts';
import { createPipeline, type Knowledge, type Pipeline } from '../../../src/collect/pipeline.ts';
import type { CollectedSite } from '../../../src/collect/ports.ts';
import { RequestFacts } from '../../../src/collect/request-facts.ts';
import { createSourceClassifier } from '../../../src/collect/source/create-source-classifier.ts';
import { visitorKey } from '../../../src/collect/steps/identify-visitor.ts';
import type { OpenedDay } from '../../../src/count/day-book.ts';
import { DayKeys, type DayKeysOptions } from '../../../src/count/day-keys.ts';
import { DayOpener } from '../../../src/count/day-opener.ts';
import type { CarriedMemory } from '../../../src/count/memory-entry.ts';
import type { EndedKey, KeyCustody } from '../../../src/domain/day-key.ts';
import { NOTHING_DECLARED } from '../../../src/domain/declared-facts.ts';
import { USUAL_DISCLOSURE } from '../../../src/domain/disclosure.ts';
import type { DropReason } from '../../../src/domain/drop-reason.ts';
import type { AcceptedEvent } from '../../../src/domain/event.ts';
import { NOTHING_EXCLUDED } from '../../../src/domain/exclusions.ts';
import { Calendar } from '../../../src/lib/calendar.ts';
import { MIGRATIONS_DIR } from '../../../src/store/sqlite/migrate.ts';
import { DaySealer } from '../../../src/store/sqlite/writer/day-sealer.ts';
import { type Batch, EventsWriter } from '../../../src/store/sqlite/writer/events-writer.ts';
import type { OldDaysRemoved } from '../../../src/store/sqlite/writer/old-days.ts';
import type { Message } from './rows.ts';

export const SITE_ID = 7;

export const SITE: CollectedSite = {
  ...{ id: SITE_ID, domain: 'example.org', demo: false, createdAt: 0, timezone: 'UTC', jurisdiction: null },
  ...{
    profile: 'consented',
    anonymous: 'two-day',
    dateFlag: false,
    features: ['engagement'],
    onRefusal: 'anonymous',
    signals: 'ignore',
    identifier: 'cookie',
  },
  ...NOTHING_DECLARED,
  ...USUAL_DISCLOSURE,
  ...NOTHING_EXCLUDED,
  exclusions: compileExclusions(NOTHING_EXCLUDED),
  ...{ retentionMonths: null, hosts: [], queryParameters: [], identifierKey: Buffer.alloc(32, 5) },
  ...{ askedBy: 'passant', controller: null, contact: null, hostingCountry: null },
};

const CLASSES = ['desktop', 'mobile', 'tablet', 'other'] as const;
const COUNTRIES = ['FR', 'DE', ''];
const REFERRERS = { none: null, outside: 'https://www.google.com/', own: 'https://example.org/before' };

/** Tiny stand-ins for what the collector knows of the world; a User-Agent here is `<browser> <device class>`. */
const KNOWLEDGE: Knowledge = {
  detectBot: () => null,
  detectDevice(userAgent) {
    const [browser = '', deviceClass = '0'] = userAgent.split(' ');
    const device = CLASSES[Number(deviceClass)] ?? 'other';
    return { browser, browserVersion: '1', os: `${device} OS`, osVersion: '', device };
  },
  classifySource: createSourceClassifier(),
  geo: {
    source: 'a test',
    locate: (network) => {
      const country = COUNTRIES[Number(network.split('.')[2]) % 3] ?? '';
      return { country, region: country === 'FR' ? 'Bretagne' : '', city: country === 'DE' ? 'Köln' : '' };
    },
  },
};

/** The JSON that a page would send. */
export function bodyOf(message: Message): Record<string, unknown> {
  return {
    ...{ n: message.name, u: `https://example.org${message.page}`, r: REFERRERS[message.referrer], c: message.consent },
    ...{ id: message.identifier, b: message.messageId, in: message.leftByLink, li: message.leftByLink },
    ...(message.action === null ? {} : { action: message.action }),
    ...{ p: message.props, $: message.revenue, e: message.engagedMs, sd: message.scrollDepth, df: message.df },
  };
}

export class CountingService {
  readonly file: string;
  /** Where keys and memory are kept beside the process. */
  readonly memoryFile: string;
  readonly site: CollectedSite;
  readonly #folder: string;
  readonly #calendar = new Calendar();
  readonly #random: (length: number) => Buffer;
  readonly #createKeys: (options: DayKeysOptions) => DayKeys;
  #writer: EventsWriter;
  #keys: DayKeys;
  #opener: DayOpener;
  #pipeline: Pipeline;
  #opened: OpenedDay[] = [];
  #ended: EndedKey[] = [];
  #forgotten: { siteId: number; day: number }[] = [];
  #events: AcceptedEvent[] = [];
  #keysMade = 0;
  /** Virtual time, UTC ms. */
  #now = 0;

  /** @param createKeys for a test that watches the keys */
  constructor(
    settings: Partial<CollectedSite> = {},
    createKeys = (options: DayKeysOptions): DayKeys => new DayKeys(options),
  ) {
    this.#createKeys = createKeys;
    const site = { ...SITE, ...settings };
    this.site = { ...site, exclusions: compileExclusions(site) };
    this.#folder = mkdtempSync(join(tmpdir(), 'passant-count-'));
    this.file = join(this.#folder, 'events.db');
    this.#random = (length) =>
      createHash('sha256')
        .update(`key ${++this.#keysMade}`)
        .digest()
        .subarray(0, length);
    this.memoryFile = join(this.#folder, 'instrument.db');
    ({ writer: this.#writer, keys: this.#keys, opener: this.#opener, pipeline: this.#pipeline } = this.#start(null));
  }

  /** Takes a message as the collector would; it waits for `flush`. @returns the reason when the pipeline refuses it */
  send(message: Message): DropReason | null {
    return this.sendBody(bodyOf(message), {
      ip: message.address,
      userAgent: `${message.browser} ${message.deviceClass}`,
      at: message.at,
      acceptLanguage: message.language ?? null,
    });
  }

  sendBody(body: unknown, facts: ConstructorParameters<typeof RequestFacts>[0]): DropReason | null {
    this.#expireKeys(facts.at);
    const event = this.#pipeline(this.site, readBeacon(body), new RequestFacts(facts, this.site.exclusions.hasAddress));
    if ('drop' in event) return event.drop;
    this.#opener.beforeEvent(this.site, event.day);
    this.#events.push(event);
    return null;
  }

  /** Commits what waits. @returns for each event whether it was kept */
  flush(): boolean[] {
    if ([this.#events, this.#ended, this.#forgotten].every(({ length }) => length === 0)) return [];
    const batch = this.#batch([]);
    this.#opened = [];
    this.#ended = [];
    this.#forgotten = [];
    this.#events = [];
    return this.#writer.write(batch).map((outcome) => outcome.kept);
  }

  /** Commits what waits as part of an import: counted by a memory of its own. @param left days that the import has left */
  flushAsImport(lane: string, left: readonly number[] = []): void {
    const run = {
      ...{ id: 0, siteId: SITE_ID, kind: 'events', length: 0, sha256: null, digests: [], doneThroughDay: null },
      ...{ report: null, startedAt: 0, finishedAt: null },
    };
    const part = { lane, run, live: false, opened: this.#opened, drops: [], events: this.#events };
    this.#opened = [];
    this.#events = [];
    this.#writer.writeImportedPart({ ...part, left: { days: left, now: this.#now } });
  }

  /** Time goes by without a message: what waits is written, keys whose time is over die. */
  passTime(at: number): void {
    this.flush();
    this.#expireKeys(at);
    this.flush();
  }

  /** Lets the disk refuse what waits, after all of it has been counted; it goes on waiting, as in the service. */
  failToFlush(): void {
    const impossible = { siteId: SITE_ID, day: 0, reason: null as unknown as DropReason, count: 1 };
    if (this.#events.length === 0) return;
    const batch = this.#batch([impossible]);
    let hasFailed = false;
    try {
      this.#writer.write(batch);
    } catch {
      hasFailed = true;
    }
    if (!hasFailed) throw new Error('the transaction was to fail');
  }

  /** Ends the process and starts another one on the same file: keys and hashes are lost. */
  restart(): void {
    this.flush();
    this.#keys.destroyAll();
    this.#end();
    rmSync(this.memoryFile, { force: true });
    this.#startAgain(null);
  }

  /** Ends the process and starts another one that goes on with its keys and hashes. */
  restartCarrying(by: 'folder' | 'hand-over'): void {
    this.flush();
    const keys = this.#keys.carryAll();
    this.#keys.release();
    // What goes over the socket is text.
    const left = JSON.stringify({ ...this.#writer.handOver(), keys });
    this.#end();
    if (by === 'hand-over') rmSync(this.memoryFile, { force: true });
    this.#startAgain(by === 'hand-over' ? (JSON.parse(left) as CarriedMemory) : null);
  }

  /** The process is killed between two transactions: nothing is closed, nothing is said. */
  kill(): void {
    this.#events = [];
    this.#opened = [];
    this.#writer.close();
    this.#startAgain(null);
  }

  /** The custody log, newest first. */
  listKeys(): KeyCustody[] {
    return this.#writer.keyLog.list(SITE_ID);
  }

  erase(identifier: string): boolean {
    this.flush();
    const wasKnown = this.#writer.forgetVisitor(SITE_ID, this.keyOf(identifier));
    if (!this.#writer.emptyLog()) throw new Error('somebody is reading');
    return wasKnown;
  }

  /**
   * Seals what is due. @param at UTC ms; Infinity seals every day, whoever is still on it
   * @returns the days sealed
   */
  seal(at: number): number[] {
    this.flush();
    const due = this.#writer.listDueDays(at);
    return due.filter((place) => this.#writer.sealDay(place) !== null).map(({ day }) => day);
  }

  /** Does the next piece of retention. */
  removeOldDays(firstDayKept: number): OldDaysRemoved {
    this.flush();
    const removed = this.#writer.removeOldDays({ siteId: SITE_ID, firstDayKept });
    if (removed === null) throw new Error('an import runs');
    if (removed.isDone && !this.#writer.emptyLog()) throw new Error('somebody is reading');
    return removed;
  }

  /** Writes every sealed day back as rows. */
  unsealAll(): void {
    const db = new Database(this.file);
    const sealer = new DaySealer(db);
    for (const day of sealer.sealed.listDays(SITE_ID)) sealer.unseal({ siteId: SITE_ID, day });
    db.close();
  }

  keyOf(identifier: string): string {
    return visitorKey(this.site.identifierKey, identifier);
  }

  close(): void {
    this.flush();
    this.#writer.close();
  }

  #end(): void {
    this.flush(); // the end of the keys
    this.#writer.close();
  }

  #startAgain(handedOver: CarriedMemory | null): void {
    ({
      writer: this.#writer,
      keys: this.#keys,
      opener: this.#opener,
      pipeline: this.#pipeline,
    } = this.#start(handedOver));
  }

  #batch(drops: Batch['drops']): Batch {
    return {
      opened: this.#opened,
      ended: this.#ended,
      forgotten: this.#forgotten,
      drops,
      events: this.#events,
    };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #expireKeys(at: number): void {
    this.#now = Math.max(this.#now, at);
    for (const { siteId, day } of this.#keys.expire(at)) this.#forgotten.push({ siteId, day });
  }

  #start(handedOver: CarriedMemory | null) {
    const calendar = this.#calendar;
    const writer = new EventsWriter({
      file: this.file,
      migrations: join(MIGRATIONS_DIR, 'events-sqlite'),
      synchronous: 'normal',
    });
    const carried = writer.carryOver({ memoryFile: this.memoryFile, handedOver, now: this.#now });
    const opener = new DayOpener((day) => this.#opened.push(day));
    const keys = this.#createKeys({
      calendar,
      random: this.#random,
      onCreated: (key) => opener.keyCreated(key, { createdAt: this.#now, key: keys.carry(key.siteId, key.day) }),
      onDestroyed: ({ siteId, day, commitment }, ending) =>
        this.#ended.push({ siteId, day, commitment, ending, at: this.#now }),
    });
    keys.adopt(carried);
    const pipeline = createPipeline({ knowledge: KNOWLEDGE, keys, calendar, kinds: new FirstKinds([]) });
    return { writer, keys, opener, pipeline };
  }
}
