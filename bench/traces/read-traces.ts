/** The two real traces as moments of known sources: messages by sender, purchases by customer with a week made a day. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface Trace {
  name: string;
  /** Moments in the order of time: the source's number from 0, ms since day 0 began. */
  moments: { source: number; at: number }[];
  sources: number;
  /** Windows to ask about: first and last day. */
  windows: [number, number][];
}

const DAY_MS = 86_400_000;
/** Moments closer than this are one visit. */
const VISIT_MS = 30 * 60_000;

/** CollegeMsg (Panzarasa, Opsahl, Carley 2009): each message is an active moment of its sender. */
export function readMessages(folder: string): Trace {
  const rows = linesOf(`${folder}/collegemsg.txt.gz`).map((line) => {
    const [sender = '', , seconds = ''] = line.split(' ');
    return { id: sender, at: Number(seconds) * 1000 };
  });
  const begins = Math.floor(Math.min(...rows.map(({ at }) => at)) / DAY_MS) * DAY_MS;
  const moments = rows.map(({ id, at }) => ({ id, at: at - begins }));
  return createTrace('CollegeMsg, messages', moments, [
    [20, 49],
    [60, 89],
  ]);
}

/** CDNOW (Fader, Hardie): each purchase is an active moment on the day that stands for its week. */
export function readPurchases(folder: string): Trace {
  const begins = Date.UTC(1997, 0, 1);
  const moments = linesOf(`${folder}/cdnow.csv.gz`).map((line, index) => {
    const [id = '', , date = ''] = line.split(',');
    const at = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6, 8))) - begins;
    // The file knows no hours: purchases are laid over the day in a fixed disorder.
    return { id, at: Math.floor(at / (7 * DAY_MS)) * DAY_MS + 3_600_000 + ((index * 7919) % 1200) * 60_000 };
  });
  return createTrace('CDNOW, purchases', moments, [
    [0, 25],
    [13, 38],
  ]);
}

function createTrace(name: string, all: { id: string; at: number }[], windows: [number, number][]): Trace {
  const numbers = new Map<string, number>();
  const lastOf: number[] = [];
  const moments = all
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ id, at }) => {
      const source = numbers.get(id) ?? numbers.size;
      numbers.set(id, source);
      if (at - (lastOf[source] ?? -DAY_MS) < VISIT_MS) return [];
      lastOf[source] = at;
      return [{ source, at }];
    });
  return { name, moments, sources: numbers.size, windows };
}

function linesOf(file: string): string[] {
  return gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n').slice(1);
}
