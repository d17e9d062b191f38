/** Formats of web servers' access logs: one line in, one record out. Nothing of a record outlives its line. */
export interface LogRecord {
  /** UTC ms. */
  at: number;
  ip: string;
  method: string;
  /** Path and query, as requested. */
  target: string;
  status: number;
  /** '' when the line does not say. */
  host: string;
  referrer: string;
  userAgent: string;
}

export interface LogFormat {
  /** null: the line is not in this format. */
  read: (line: string) => LogRecord | null;
  /** Whether a line says what sent it; without that no robot can be told. */
  hasUserAgent: boolean;
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const QUOTED = '"((?:[^"\\\\]|\\\\.)*)"';
/** Apache and nginx: address, identity, user, time, request, status, bytes. https://httpd.apache.org/docs/2.4/logs.html */
const COMMON = `(\\S+) \\S+ [^\\[]*\\[([^\\]]+)\\] ${QUOTED} (\\d{3}) (?:\\d+|-)`;
const COMMON_LINE = new RegExp(`^${COMMON}\\s*$`);
const COMBINED_LINE = new RegExp(`^${COMMON} ${QUOTED} ${QUOTED}`);
const VHOST_LINE = new RegExp(`^([^\\s:]+)(?::\\d+)? ${COMMON} ${QUOTED} ${QUOTED}`);
const ADDRESS = /^[\da-fA-F.:]+$/;
const TIME = /^(\d{2})\/(\w{3})\/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/;

export const LOG_FORMATS = {
  combined: { hasUserAgent: true, read: (line) => fromMatch(COMBINED_LINE.exec(line)?.slice(1), '') },
  common: { hasUserAgent: false, read: (line) => fromMatch(COMMON_LINE.exec(line)?.slice(1), '') },
  vhost: {
    hasUserAgent: true,
    read: (line) => {
      const [host = '', ...fields] = VHOST_LINE.exec(line)?.slice(1) ?? [];
      return ADDRESS.test(fields[0] ?? '') ? fromMatch(fields, host) : null;
    },
  },
  caddy: { hasUserAgent: true, read: readCaddy },
} as const satisfies Record<string, LogFormat>;
export type LogFormatName = keyof typeof LOG_FORMATS;

/** The format that reads a line, or null. */
export function detectFormat(line: string): LogFormatName | null {
  // With a host in front first: the looser format would take the host for the address.
  for (const name of ['vhost', 'combined', 'common', 'caddy'] as const) {
    if (LOG_FORMATS[name].read(line) !== null) return name;
  }
  return null;
}

function fromMatch(fields: readonly (string | undefined)[] | undefined, host: string): LogRecord | null {
  const [ip = '', time = '', request = '', status = '', referrer = '', userAgent = ''] = fields ?? [];
  const at = fields === undefined ? null : readTime(time);
  if (at === null) return null;
  const [method = '', target = ''] = unquote(request).split(' ');
  return {
    at,
    ip,
    method,
    target,
    status: Number(status),
    host,
    referrer: unquote(referrer),
    userAgent: unquote(userAgent),
  };
}

/** @returns UTC ms, or null */
function readTime(text: string): number | null {
  const [, day, name = '', year, hour, minute, second, sign, zoneHours, zoneMinutes] = TIME.exec(text) ?? [];
  const month = MONTHS.indexOf(name) / 3;
  if (day === undefined || name === '' || !Number.isInteger(month) || month < 0) return null;
  const local = Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second));
  const offsetMs = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000;
  return sign === '-' ? local + offsetMs : local - offsetMs;
}

/** Servers escape quotes and control bytes; `-` stands for nothing. */
function unquote(text: string): string {
  if (text === '-') return '';
  if (!text.includes('\\')) return text;
  return text.replace(/\\x([0-9a-fA-F]{2})|\\(.)/g, (_all, hex: string | undefined, char: string | undefined) =>
    hex === undefined ? (char ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Caddy's JSON lines: https://caddyserver.com/docs/caddyfile/directives/log */
function readCaddy(line: string): LogRecord | null {
  if (!line.startsWith('{')) return null;
  let entry: { ts?: unknown; status?: unknown; request?: Record<string, unknown> };
  try {
    entry = JSON.parse(line) as typeof entry;
  } catch {
    return null;
  }
  const { request } = entry;
  if (typeof request !== 'object' || request === null || typeof entry.ts !== 'number') return null;
  const headers = (request.headers ?? {}) as Record<string, unknown>;
  const header = (name: string) => (Array.isArray(headers[name]) ? String(headers[name][0] ?? '') : '');
  return {
    at: Math.round(entry.ts * 1000),
    ip: String(request.client_ip ?? request.remote_ip ?? ''),
    method: String(request.method ?? ''),
    target: String(request.uri ?? ''),
    status: Number(entry.status),
    host: String(request.host ?? '').replace(/:\d+$/, ''),
    referrer: header('Referer'),
    userAgent: header('User-Agent'),
  };
}
