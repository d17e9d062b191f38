/** The service's log: JSON lines on standard error. Callers pass fixed sentences and closed values, never a request. */
import pino, { type Logger } from 'pino';

export type Log = Pick<Logger, 'fatal' | 'error' | 'warn' | 'info' | 'debug'>;

export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: true }));
}

/** What may be logged of a fault: its kind and where it was thrown. Messages can quote what a caller sent, so they stay out. */
export function describeFault(error: unknown): { kind: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8);
  const code = (error as { code?: unknown }).code;
  return {
    kind: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    at: at.map((line) => line.trim().replace(/^at /, '')),
  };
}
