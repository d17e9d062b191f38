/** The same questions on years of several sizes: whether time and bytes grow in proportion. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Stores } from './build-stores.ts';
import { measureDisk } from './disk.ts';
import { YEAR_SCREEN } from './first-screen.ts';
import { OurServer } from './our-server.ts';
import { QUESTIONS, toBody } from './questions.ts';
import { DOMAIN } from './shape.ts';
import { medianOf, roundMs } from './timing.ts';

const CASES = [
  '12 mo totals',
  '12 mo by day',
  '12 mo sources',
  '12 mo pages',
  '12 mo totals, one country',
  '30 d totals',
];
const ROUNDS = { usual: 5, slow: 3 };

export interface Growth {
  pageviews: number;
  bytes_per_pageview: number;
  /** Most resident memory of the server process, MiB. */
  peak_rss_mb: number;
  /** Milliseconds by case. */
  ms: Record<string, number>;
}

/** @param folder a temporary one, removed again */
export async function measureGrowth(stores: Stores, folder: string): Promise<Growth> {
  const dataDir = join(folder, `growth-${stores.facts.pageviews}`);
  const server = OurServer.copyOf(stores.ours, dataDir);
  await server.start();
  const ms: Record<string, number> = {};
  for (const question of QUESTIONS.filter(({ name }) => CASES.includes(name))) {
    const ask = () => server.ask(toBody(question, DOMAIN));
    await ask();
    ms[question.name] = roundMs(await medianOf(ask, ROUNDS));
  }
  ms['12 mo whole first screen'] = roundMs(await medianOf(() => server.askAll(YEAR_SCREEN), ROUNDS));
  const { peak_rss_mb } = server.memory();
  await server.stop();
  rmSync(dataDir, { recursive: true });
  const { bytes_per_pageview } = measureDisk(stores);
  return { pageviews: stores.facts.pageviews, bytes_per_pageview, peak_rss_mb, ms };
}
