/** What one line of an input says: a message and its sender at its own time, or why it is not counted. */
import type { FactsInput } from '../collect/request-facts.ts';
import type { DropReason } from '../domain/drop-reason.ts';
import type { LogFormat } from './log-formats.ts';
import { refusePage } from './page-rules.ts';
import { readTold } from './read-told.ts';
import type { ToldLine } from './told-visits.ts';

export type LineReading =
  /** `told`: what a line of an export says in place of address and User-Agent. */
  | { message: Record<string, unknown>; facts: FactsInput; told: ToldLine | null }
  /** `problem` says what is wrong with an unreadable line, without quoting it. */
  | { drop: DropReason; problem?: string };

export type LineReader = (line: string) => LineReading;

/** A time without a zone would mean another moment on every machine. */
const HAS_ZONE = /(Z|[+-]\d{2}:?\d{2})$/i;
const END_OF_YEAR_9999 = 253_402_300_799_999;

/** Reads lines of a web server's log. @param domain host of lines that name none */
export function createLogReader(format: LogFormat, formatName: string, domain: string): LineReader {
  return (line) => {
    const record = format.read(line);
    if (record === null || !isPossible(record.at))
      return { drop: 'unreadable', problem: `not in the format ${formatName}` };
    const refusal = refusePage(record);
    if (refusal !== null) return { drop: refusal };
    const { host, target, referrer, ip, userAgent, at } = record;
    const url = target.startsWith('/') ? `http://${host === '' ? domain : host}${target}` : target;
    if (!URL.canParse(url)) return { drop: 'unreadable', problem: 'the requested address cannot be read' };
    return {
      message: { n: 'pageview', u: url, d: domain, r: referrer === '' ? null : referrer },
      facts: { ip, userAgent, at },
      told: null,
    };
  };
}

/** Reads NDJSON lines as docs/api.md describes them. */
export function createEventReader(domain: string): LineReader {
  const bad = (problem: string): LineReading => ({ drop: 'unreadable', problem });
  return (line) => {
    let entry: unknown;
    try {
      entry = JSON.parse(line);
    } catch {
      return bad('not JSON');
    }
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return bad('not a JSON object');
    // Here identical lines all count: a message id would make one of them.
    const { time, ip, user_agent, language, b: _id, ...message } = entry as Record<string, unknown>;
    const at = typeof time === 'string' && HAS_ZONE.test(time) ? Date.parse(time) : Number.NaN;
    if (!isPossible(at)) return bad('`time` is missing or no time such as 2026-03-01T10:00:00Z');
    for (const [field, value] of Object.entries({ ip, user_agent, language })) {
      if (value !== undefined && value !== null && typeof value !== 'string') return bad(`\`${field}\` is not a text`);
    }
    const told = readTold(entry as Record<string, unknown>);
    if (typeof told === 'string') return bad(told);
    if (told !== null) {
      // Nothing is derived a second time from what is left of sender and referrer.
      const facts = { at, ip: '', userAgent: '' };
      const { referrer: _referrer, r: _r, ...rest } = message;
      return { message: { name: 'pageview', ...rest, domain, d: domain }, facts, told };
    }
    const text = (value: unknown) => (typeof value === 'string' ? value : '');
    const facts = { at, ip: text(ip), userAgent: text(user_agent), acceptLanguage: text(language) || null };
    return { message: { name: 'pageview', ...message, domain, d: domain }, facts, told };
  };
}

function isPossible(at: number): boolean {
  return at >= 0 && at <= END_OF_YEAR_9999;
}
