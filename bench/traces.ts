/**
 * Two real traces whose people are known, sent through the whole service with simulated consent; what others would print, what
 * is measured and what is estimated beside the truth. `npm run bench -- traces [--quick] [--json] [--data <folder>]`
 * The files are SNAP's CollegeMsg (collegemsg.txt.gz) and the CDNOW purchases of the R package BTYD (cdnow.csv.gz).
 */
import { existsSync } from 'node:fs';
import { ImportedSite } from './support/imported-site.ts';
import { createBanner, type TraceConsent } from './traces/answer-banner.ts';
import { readMessages, readPurchases, type Trace } from './traces/read-traces.ts';
import { linesOf } from './traces/trace-lines.ts';
import { dateOfDay } from './uniques/event-lines.ts';
import { Random } from './uniques/random.ts';
import { mean } from './uniques/summarise.ts';

const CONSENTS: readonly TraceConsent[] = ['random', 'regulars accept more', 'asked again'];
const DAY_MS = 86_400_000;
const isQuick = process.argv.includes('--quick');
const isJson = process.argv.includes('--json');
const replications = isQuick ? 1 : 10;
const folder = process.argv[process.argv.indexOf('--data') + 1 || -1] ?? 'bench/traces/data';

if (!existsSync(`${folder}/collegemsg.txt.gz`)) {
  console.error(
    'Say with --data where collegemsg.txt.gz and cdnow.csv.gz lie; bench/traces.ts says where they are from.',
  );
  process.exit(1);
}

const rows = [readMessages(folder), readPurchases(folder)].flatMap((trace) =>
  CONSENTS.flatMap((consent) => measure(trace, consent)),
);
if (isJson) {
  console.log(
    JSON.stringify({ bench: 'traces', machine: `Node ${process.versions.node}`, rows, facts: { replications } }),
  );
} else {
  console.log(
    '| trace, days | consent | people | identified | sum of days | measured only | E1 | **E3** | 95 % interval | holds |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|');
  for (const row of rows) {
    const { share, low, high, held, estimated, others } = row;
    const silent = estimated === 0;
    const columns = [
      ...[row.trace, row.consent, row.people, `${(100 * share).toFixed(0)} %`, signed(others['sum of days'])],
      ...[signed(others['measured only']), signed(others.E1), silent ? 'silent' : `**${signed(row.ours)}**`],
      ...[silent ? '' : `${signed(low)} … ${signed(high)}`, silent ? '' : `${held} of ${estimated}`],
    ];
    console.log(`| ${columns.join(' | ')} |`);
  }
  console.log(
    `\nMeans over ${replications} simulated consents, in percent of the truth; "holds" counts the intervals that do.`,
  );
}

function measure(trace: Trace, consent: TraceConsent) {
  const answers = trace.windows.map(() => [] as Answer[]);
  for (let seed = 0; seed < replications; seed++) {
    const random = new Random('traces', trace.name, consent, seed);
    const site = new ImportedSite();
    try {
      site.import(linesOf(trace, createBanner(consent, trace, random), random));
      trace.windows.forEach(([first, last], index) => {
        answers[index]?.push({ ...site.ask(dateOfDay(first), dateOfDay(last)), people: peopleOf(trace, first, last) });
      });
    } finally {
      site.remove();
    }
  }
  return trace.windows.map(([first, last], index) => summarise(trace, consent, [first, last], answers[index] ?? []));
}

type Answer = ReturnType<ImportedSite['ask']> & { people: number };

function summarise(trace: Trace, consent: TraceConsent, [first, last]: [number, number], answers: readonly Answer[]) {
  const estimated = answers.filter(({ visitors }) => visitors !== null);
  const error = (read: (answer: Answer) => number, of: readonly Answer[] = answers) =>
    mean(of.map((answer) => 100 * (read(answer) / answer.people - 1)));
  return {
    case: `${trace.name}, days ${first} to ${last}, ${consent}`,
    unit: '% of the truth',
    ours: error(({ visitors }) => visitors ?? 0, estimated),
    others: {
      'sum of days': error(({ dailySum }) => dailySum),
      'measured only': error(({ measured }) => measured),
      E1: error(({ ratio }) => ratio ?? Number.NaN, estimated),
    },
    ...{ trace: `${trace.name}, ${first}–${last}`, consent, people: answers[0]?.people ?? 0 },
    share: mean(answers.map(({ measured, people }) => measured / people)),
    low: error(({ low }) => low, estimated),
    high: error(({ high }) => high, estimated),
    held: estimated.filter(({ low, high, people }) => low <= people && people <= high).length,
    estimated: estimated.length,
  };
}

function peopleOf({ moments }: Trace, first: number, last: number): number {
  const inside = moments.filter(({ at }) => at >= first * DAY_MS && at < (last + 1) * DAY_MS);
  return new Set(inside.map(({ source }) => source)).size;
}

function signed(value: number): string {
  if (Number.isNaN(value)) return '';
  const text = value.toFixed(0);
  return value > 0 && text !== '0' ? `+${text}` : text.replace(/^-0$/, '0');
}
