/** A trace as events for the import: a network and a browser per source, two on 3 % of days, consent as simulated. */
import { consentLine, pageLine, type Shown } from '../uniques/event-lines.ts';
import type { Random } from '../uniques/random.ts';
import { ACCEPT_IN_MID_VISIT, TWO_HASHES } from '../uniques/scenario.ts';
import type { Trace } from './read-traces.ts';

const DAY_MS = 86_400_000;

export function linesOf({ moments, sources }: Trace, accepts: (source: number) => boolean, random: Random): string[] {
  const lines: { at: number; line: string }[] = [];
  const visitors = new Map<number, number>();
  const onPhone = Array.from({ length: sources }, () => random.happens(0.5));
  /** By source: the day of the last moment, and the hash from its second moment on. */
  const today: { day: number; hash: number }[] = [];
  let hashes = sources;
  const show = (shown: Shown, toLine = pageLine) => lines.push({ at: shown.at, line: toLine(shown) });
  for (const { source, at } of moments) {
    const day = Math.floor(at / DAY_MS);
    const page = { at, device: onPhone[source] ? 1 : 0, path: '/', referrer: null };
    let hash = today[source]?.day === day ? (today[source]?.hash ?? source) : source;
    if (today[source]?.day !== day) {
      const hasTwo = random.happens(TWO_HASHES);
      today[source] = { day, hash: hasTwo ? hashes++ : source };
      hash = source;
    }
    let visitor = visitors.get(source) ?? 0;
    if (visitor === 0 && accepts(source)) {
      visitor = source + 1;
      visitors.set(source, visitor);
      if (random.happens(ACCEPT_IN_MID_VISIT)) {
        show({ ...page, hash, visitor: 0 });
        show({ ...page, hash, visitor, at: at + 10_000 }, consentLine);
        continue;
      }
    }
    show({ ...page, hash, visitor });
  }
  return lines.toSorted((a, b) => a.at - b.at).map(({ line }) => line);
}
