/** Beacons at a steady rate while questions are asked: how late they are answered, beside the same without questions. */
import { createRequests } from '../support/beacons.ts';
import { YEAR_SCREEN } from './first-screen.ts';
import { sendBeacons } from './open-loop.ts';
import type { OurServer } from './our-server.ts';
import type { Row } from './report.ts';
import { DOMAIN } from './shape.ts';
import { quantile } from './timing.ts';

const RATE = { perSecond: 500, connections: 16 };
const BODIES = 4000;
const LONGEST_WARM_SECONDS = 2;
const BETWEEN_SCREENS_MS = 1000;

export interface Beacons {
  row: Row;
  facts: {
    beacons: number;
    beacon_failures: number;
    beacons_p50_ms_without_questions: number;
    beacons_p50_ms_with_questions: number;
    first_screens_beside_beacons: number;
  };
}

/** @param seconds of each of the two */
export async function measureBeacons(server: OurServer, seconds: number): Promise<Beacons> {
  const requests = createRequests(BODIES, DOMAIN);
  const send = (duration: number) => sendBeacons(server.port, requests, { ...RATE, seconds: duration });
  await server.askAll(YEAR_SCREEN);
  await send(Math.min(seconds, LONGEST_WARM_SECONDS));
  const quiet = await send(seconds);
  const asking = askScreens(server);
  const busy = await send(seconds);
  const screens = await asking.stop();
  return {
    row: {
      ...{ case: `p99 of ${RATE.perSecond} beacons/s beside one first screen a second`, kind: 'beacons' },
      ...{ conditions: 0, ours: quantile(busy.times, 0.99), forms: {} },
      others: { 'without questions': quantile(quiet.times, 0.99) },
    },
    facts: {
      beacons: quiet.times.length + busy.times.length,
      beacon_failures: quiet.failures + busy.failures,
      beacons_p50_ms_without_questions: Number(quantile(quiet.times, 0.5).toFixed(1)),
      beacons_p50_ms_with_questions: Number(quantile(busy.times, 0.5).toFixed(1)),
      first_screens_beside_beacons: screens,
    },
  };
}

/** One whole first screen a second, whether or not the last one has been answered. */
function askScreens(server: OurServer): { stop: () => Promise<number> } {
  const asked: Promise<void>[] = [];
  const ask = () => asked.push(server.askAll(YEAR_SCREEN));
  ask();
  const timer = setInterval(ask, BETWEEN_SCREENS_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(asked);
      return asked.length;
    },
  };
}
