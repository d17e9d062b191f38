/** The first question after a start, with nothing of the events in memory: each unfiltered panel of the year, and the first screen. */
import { YEAR_SCREEN } from './first-screen.ts';
import type { OurServer } from './our-server.ts';
import { QUESTIONS, toBody } from './questions.ts';
import type { Row } from './report.ts';
import { DOMAIN } from './shape.ts';
import { middle, timeOnce } from './timing.ts';

export interface Cold {
  rows: Row[];
  /** What was cold: the file's pages too, or the process alone. */
  what: string;
}

/** @param panels how many of them @param rounds starts of each */
export async function measureCold(server: OurServer, panels: number, rounds: number): Promise<Cold> {
  const questions = QUESTIONS.filter(({ kind }) => kind === 'panel' || kind === 'pages').slice(0, panels);
  const cases = [
    ...questions.map((question) => ({ name: question.name, bodies: [toBody(question, DOMAIN)] })),
    { name: '12 mo whole first screen', bodies: YEAR_SCREEN },
  ];
  let isForgotten = true;
  const rows: Row[] = [];
  for (const { name, bodies } of cases) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      isForgotten = (await server.restartCold()) && isForgotten;
      times.push((await timeOnce(() => server.askAll(bodies))).ms);
    }
    // Only a panel has a line to keep.
    const kind = bodies.length === 1 ? 'cold' : 'short';
    rows.push({ case: `cold: ${name}`, kind, conditions: 0, ours: middle(times), others: {}, forms: {} });
  }
  return { rows, what: isForgotten ? 'process and page cache of events.db' : 'process' };
}
