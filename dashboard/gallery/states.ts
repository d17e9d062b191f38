/** The states that the gallery shows, as data: a further one is a further row. */

export interface State {
  /** Stands in the gallery's address; the specimen's site is called after it. */
  key: string;
  /** For the engineer who reads the gallery; not part of the dashboard's texts. */
  title: string;
  /** How many rows each list has. */
  rows: number;
  /** The figure of the longest row. */
  most: number;
  people: 'exact' | 'estimate' | 'bounds';
  /** Rows of fewer people than this are told as fewer; null to tell all. */
  smallest?: number;
  /** `never` comes no answer; `later` only the first question is answered; else the server's error code. */
  trouble?: 'never' | 'later' | 'unavailable';
  /** What the rows are called, where it is not by number. */
  names?: readonly string[];
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '/\u202Egnp.exe',
  `/${'long-'.repeat(400)}`,
  '/\u{1F469}\u200D\u{1F4BB}/caf\u00E9',
  '/\u05E9\u05DC\u05D5\u05DD/\u0645\u0631\u062D\u0628\u0627',
  'Z\u0351\u036B\u0343a\u0363\u033Cl\u0368g\u0321o\u0362',
  '   ',
];

export const STATES: readonly State[] = [
  { key: 'loading', title: 'Loading', rows: 0, most: 0, people: 'exact', trouble: 'never' },
  { key: 'empty', title: 'Nothing in the period', rows: 0, most: 0, people: 'exact' },
  { key: 'one', title: 'One visitor', rows: 1, most: 1, people: 'exact' },
  { key: 'few', title: 'Few rows', rows: 3, most: 42, people: 'exact' },
  { key: 'many', title: 'Many rows, large numbers', rows: 60, most: 12_345_678, people: 'exact' },
  { key: 'hidden', title: 'Small cells hidden', rows: 9, most: 80, people: 'exact', smallest: 20 },
  { key: 'bounds', title: 'Guaranteed bounds', rows: 9, most: 4200, people: 'bounds' },
  { key: 'estimate', title: 'Estimate with interval', rows: 9, most: 4200, people: 'estimate' },
  { key: 'error', title: 'Error', rows: 0, most: 0, people: 'exact', trouble: 'unavailable' },
  {
    key: 'stale',
    title: 'Stale: the next answer is on its way',
    rows: 9,
    most: 900,
    people: 'exact',
    trouble: 'later',
  },
  { key: 'hostile', title: 'Hostile text', rows: HOSTILE.length, most: 300, people: 'exact', names: HOSTILE },
];
