/** A few weeks of a made-up site, its export, and an import of that into an empty site: in one process, on real SQLite files. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CollectedSite } from '../../src/collect/ports.ts';
import { createSourceClassifier } from '../../src/collect/source/create-source-classifier.ts';
import { Calendar } from '../../src/lib/calendar.ts';
import { answerQuery } from '../../src/stats/answer-query.ts';
import type { Plan } from '../../src/stats/plan.ts';
import { MIGRATIONS_DIR } from '../../src/store/sqlite/migrate.ts';
import { EventsReader } from '../../src/store/sqlite/reader/events-reader.ts';
import { EventsWriter } from '../../src/store/sqlite/writer/events-writer.ts';
import type { ExportDays, ExportFormat, ExportReport } from '../../src/transfer/export-request.ts';
import { Exporter } from '../../src/transfer/exporter.ts';
import type { ImportReport } from '../../src/transfer/import-report.ts';
import { Importer } from '../../src/transfer/importer.ts';
import type { CountingService } from './reference/counting-service.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const FIRST_DAY = Date.parse('2026-03-02T00:00Z');
export const DAYS = 8;
/** Long after all of it. */
export const NOW = FIRST_DAY + 30 * DAY;

const PAGES = ['/', '/docs/', '/docs/start', '/shop', '/about?q=1'];
const SOURCES = [
  null,
  'https://www.google.com/search?q=secret',
  'https://news.example.net/a/long/way',
  'https://t.co/x',
] as const;
const CAMPAIGNS = ['', '?utm_source=letter&utm_medium=email&utm_campaign=spring', '?gclid=secret-click'];

/** Always the same numbers between 0 and 1. */
function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Sent {
  at: number;
  body: Record<string, unknown>;
  ip: string;
  userAgent: string;
}

/** A third always with consent, some who consent in mid-visit, the rest never; some twice a day, some across midnight. */
export function createTraffic(seed: number, people = 40): Sent[] {
  const dice = createDice(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)] as T;
  const sent: Sent[] = [];
  const consented = new Set<number>();
  for (let day = 0; day < DAYS; day++) {
    for (let person = 0; person < people; person++) {
      if (dice() < 0.35) continue;
      const starts = [dice() * 20 * HOUR];
      if (dice() < 0.3) starts.push((starts[0] ?? 0) + 2.5 * HOUR);
      if (dice() < 0.1) starts.push(DAY - 8 * MINUTE);
      for (const start of starts) {
        let at = FIRST_DAY + day * DAY + Math.floor(start);
        const [source, campaign] = [pick(SOURCES), pick(CAMPAIGNS)];
        const yesAt =
          person % 3 === 0 || consented.has(person)
            ? 0
            : person % 7 === 2 && start < 22 * HOUR && dice() < 0.5
              ? 2
              : -1;
        const length = 1 + Math.floor(dice() * 5);
        const entry = pick(PAGES);
        for (let step = 0; step < length; step++) {
          const isGranted = yesAt >= 0 && step >= yesAt;
          if (isGranted) consented.add(person);
          sent.push({
            at,
            body: {
              ...eventOf(step, step === 0 ? entry : pick(PAGES), step === 0 ? campaign : '', dice),
              ...(step === 1 && dice() < 0.3 && { n: 'engagement', u: `https://example.org${entry}`, in: 1, li: 1 }),
              r: step === 0 ? source : 'https://example.org/before',
              c: isGranted ? 'granted' : 'unset',
              ...(isGranted && { id: `person-${person}`.padEnd(21, '_') }),
            },
            ip: `10.${person}.${person % 3}.7`,
            userAgent: `${['Safari', 'Firefox', 'Chrome'][person % 3]} ${person % 4}`,
          });
          at += Math.floor(dice() * 12 * MINUTE) + 1;
        }
      }
    }
  }
  return sent.sort((a, b) => a.at - b.at);
}

function eventOf(step: number, page: string, campaign: string, dice: () => number): Record<string, unknown> {
  const url = `https://example.org${page}${page.includes('?') ? campaign.replace('?', '&') : campaign}`;
  const kind = step === 0 ? 1 : dice();
  if (kind < 0.2) return { n: 'engagement', u: url, e: Math.floor(dice() * 60_000), sd: Math.floor(dice() * 100) };
  if (kind < 0.4)
    return {
      ...{ n: dice() < 0.5 ? 'signup' : 'buy', u: url, p: { plan: dice() < 0.5 ? 'pro' : '=1+1', 'a "b"': 'é, ü' } },
      $: { amount: Math.round(dice() * 1000) / 10 - 20, currency: 'EUR' },
    };
  return { n: 'pageview', u: url };
}

/** @param between is called after each message */
export function sendAll(
  service: CountingService,
  traffic: readonly Sent[],
  between: (at: number) => void = () => {},
): void {
  let day = Number.NaN;
  for (const { at, body, ip, userAgent } of traffic) {
    if (Math.floor(at / DAY) !== day) service.flush(); // what waits is told to the counter before a new day is
    day = Math.floor(at / DAY);
    service.sendBody(body, { ip, userAgent, at, acceptLanguage: 'fr-FR,fr;q=0.8' });
    between(at);
  }
  service.flush();
}

export interface Exported {
  text: string;
  report: ExportReport;
  pieces: number;
}

export async function exportFrom(
  file: string,
  site: CollectedSite,
  {
    days = { from: null, to: null },
    format = 'ndjson',
    pieceEvents = 50,
    salt = 1,
  }: {
    days?: ExportDays;
    format?: ExportFormat;
    pieceEvents?: number;
    salt?: number;
  } = {},
): Promise<Exported> {
  const reader = new EventsReader({ file, cacheBytes: 10_000_000 });
  const exporter = new Exporter({
    reader: {
      exportEvents: async (ask) => reader.exportEvents(ask),
      firstDay: async (siteId) => reader.firstDay(siteId),
    },
    ...{ now: () => NOW, random: (length) => Buffer.alloc(length, salt), pieceEvents },
  });
  try {
    const running = exporter.run(site, days, format);
    let [text, pieces] = ['', 0];
    for (;;) {
      const piece = await running.next();
      if (piece.done) return { text, report: piece.value, pieces };
      text += piece.value.text;
      pieces += 1;
    }
  } finally {
    reader.close();
  }
}

/** A site in an empty database, filled by an import of lines. */
export class ImportedSite {
  readonly file: string;
  readonly site: CollectedSite;
  readonly #folder = mkdtempSync(join(tmpdir(), 'passant-imported-'));
  readonly #writer: EventsWriter;

  constructor(site: CollectedSite) {
    this.site = { ...site, identifierKey: Buffer.alloc(32, 9) };
    this.file = join(this.#folder, 'events.db');
    this.#writer = new EventsWriter({
      file: this.file,
      migrations: join(MIGRATIONS_DIR, 'events-sqlite'),
      synchronous: 'normal',
    });
  }

  import(text: string): Promise<ImportReport> {
    const writer = this.#writer;
    const nothing = (): never => {
      throw new Error('nothing is derived from a sender who is not known any more');
    };
    const importer = new Importer({
      sites: { find: () => this.site },
      store: {
        listRuns: async (siteId, kind) => writer.runs.list(siteId, kind),
        saveRun: async (run) => writer.runs.save(run),
        writePart: async (part) => writer.writeImportedPart(part),
        listBrokenDays: async (siteId, days) => writer.listBrokenDays(siteId, days),
        closeLane: async (lane) => writer.closeLane(lane),
      },
      knowledge: async () => ({
        ...{ detectBot: nothing, detectDevice: nothing, classifySource: createSourceClassifier() },
        geo: { source: 'none', locate: nothing },
      }),
      kinds: async () => ({ admit: () => true }),
      ...{ calendar: new Calendar(), liveKeys: null, now: () => NOW },
    });
    const request = { site: this.site.domain, kind: 'events', format: null, again: false, name: '-' } as const;
    async function* input() {
      yield Buffer.from(text);
    }
    return importer.run(request, input(), () => {});
  }

  remove(): void {
    this.#writer.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

export type Ask = (
  metrics: readonly string[],
  dimensions?: readonly string[],
  filters?: readonly unknown[],
) => Promise<unknown[]>;

/** Questions to a file, answered by rows in the order of their names. */
export function openQuestions(file: string, site: CollectedSite): { ask: Ask; close: () => void } {
  const reader = new EventsReader({ file, cacheBytes: 10_000_000 });
  const executor = {
    scan: async (plan: Plan) => reader.scan(plan),
    firstDay: async (siteId: number) => reader.firstDay(siteId),
  };
  return {
    ask: async (metrics, dimensions = [], filters = []) => {
      const question = { site_id: site.domain, metrics, dimensions, filters, date_range: 'all' };
      const { results } = await answerQuery(
        { ...question, pagination: { limit: 10_000 } },
        { site, goals: [], now: NOW, executor },
      );
      return results
        .map((row) => [...row.dimensions, ...row.metrics])
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    },
    close: () => reader.close(),
  };
}
