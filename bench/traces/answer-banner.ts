/** Consent simulated on a trace: who accepts, and from which moment on. */
import type { Random } from '../uniques/random.ts';
import type { Trace } from './read-traces.ts';

export type TraceConsent = 'random' | 'regulars accept more' | 'asked again';

/** Share of sources who accept; with `asked again` the chance at each visit. */
const SHARE = 0.2;
const SHARE_AT_EACH_VISIT = 0.1;
/** Change of the log odds with the log of a source's active days. */
const SLOPE = 1;
const DAY_MS = 86_400_000;

/** Tells at each moment whether a source that is still unknown accepts. */
export function createBanner(consent: TraceConsent, trace: Trace, random: Random): (source: number) => boolean {
  if (consent === 'asked again') return () => random.happens(SHARE_AT_EACH_VISIT);
  const days = Array.from({ length: trace.sources }, () => new Set<number>());
  for (const { source, at } of trace.moments) days[source]?.add(Math.floor(at / DAY_MS));
  const slope = consent === 'random' ? 0 : SLOPE;
  const chances = (base: number) => days.map(({ size }) => 1 / (1 + Math.exp(-base - slope * Math.log(size))));
  let [low, high] = [-12, 12];
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2;
    const mean = chances(middle).reduce((sum, chance) => sum + chance, 0) / trace.sources;
    if (mean < SHARE) low = middle;
    else high = middle;
  }
  const answers = chances(low).map((chance) => random.happens(chance));
  return (source) => answers[source] ?? false;
}
