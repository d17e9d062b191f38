/** The open data of the demo city: made by seeded arithmetic, so that every build writes the same files. */

const YEAR = 2025;
const DAY_MS = 86_400_000;
const DAYS = 365;

/** Where bicycles are counted. `base` is a usual day; the weights run from Sunday to Saturday. */
export const COUNTERS = [
  { id: 'passerelle', base: 2050, week: [0.62, 1.05, 1.12, 1.1, 1.12, 1.08, 0.8] },
  { id: 'gare', base: 1480, week: [0.38, 1.18, 1.22, 1.2, 1.2, 1.12, 0.52] },
  { id: 'halles', base: 960, week: [0.95, 0.7, 0.85, 1.0, 0.9, 1.1, 1.75] },
  { id: 'canal', base: 720, week: [1.72, 0.72, 0.76, 0.92, 0.78, 0.8, 1.42] },
];

/** Every dataset: the file it is published as, and its columns and lines. */
export const DATASETS = {
  bikes: { file: 'velos-passages.csv', columns: ['date', 'counter', 'bicycles'], lines: bicycles },
  river: { file: 'fleuve-hauteur.csv', columns: ['date', 'height_cm', 'temperature_c'], lines: river },
  trees: { file: 'arbres-rues.csv', columns: ['quarter', 'species', 'trees', 'planted_2025'], lines: trees },
  loans: { file: 'prets-bibliotheques.csv', columns: ['month', 'library', 'loans', 'new_readers'], lines: loans },
};

/** A dataset as the text of a CSV file. */
export function toCsv(columns, lines) {
  return `${[columns, ...lines].map((line) => line.join(',')).join('\n')}\n`;
}

/** A small generator of numbers between 0 and 1 (mulberry32), the same for the same seed. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function days() {
  const first = Date.UTC(YEAR, 0, 1);
  return Array.from({ length: DAYS }, (_, index) => {
    const date = new Date(first + index * DAY_MS);
    return { index, iso: date.toISOString().slice(0, 10), weekday: date.getUTCDay() };
  });
}

/** 0 in the middle of January, 1 in the middle of July. */
function summer(index) {
  return (1 - Math.cos((2 * Math.PI * (index - 14)) / DAYS)) / 2;
}

function bicycles() {
  const random = seeded(7);
  return days().flatMap(({ index, iso, weekday }) => {
    // One weather for the whole city: a wet day is wet at every counter.
    const weather = random() < 0.24 ? 0.6 + random() * 0.2 : 0.9 + random() * 0.2;
    return COUNTERS.map(({ id, base, week }) => {
      const usual = base * week[weekday] * (0.55 + 0.75 * summer(index)) * weather;
      return [iso, id, Math.round(usual * (0.95 + random() * 0.1))];
    });
  });
}

function river() {
  const random = seeded(11);
  let height = 168;
  return days().map(({ index, iso }) => {
    const usual = 190 - 85 * summer(index);
    height += (usual - height) * 0.12 + (random() < 0.08 ? 18 + random() * 26 : -4 + random() * 5);
    return [iso, Math.round(height), (5.5 + 15 * summer(index - 12) + random() * 1.6).toFixed(1)];
  });
}

function trees() {
  const random = seeded(19);
  const species = [
    'Tilia cordata',
    'Platanus × hispanica',
    'Acer campestre',
    'Quercus robur',
    'Prunus avium',
    'Celtis australis',
  ];
  const quarters = ['Vieux-Port', 'Les Halles', 'Gare', 'Canal', 'Hauts-Jardins', 'Saint-Aubin'];
  return quarters.flatMap((quarter) =>
    species.map((name) => [quarter, name, Math.round(90 + random() * 420), Math.round(random() * 45)]),
  );
}

function loans() {
  const random = seeded(23);
  const libraries = [
    ['Centrale', 9200],
    ['Canal', 3100],
    ['Hauts-Jardins', 2400],
  ];
  return Array.from({ length: 12 }, (_, month) => `${YEAR}-${String(month + 1).padStart(2, '0')}`).flatMap(
    (month, index) =>
      libraries.map(([library, base]) => {
        const season = index === 6 || index === 7 ? 0.72 : 1;
        return [
          month,
          library,
          Math.round(base * season * (0.9 + random() * 0.2)),
          Math.round((base / 40) * (0.6 + random())),
        ];
      }),
  );
}
