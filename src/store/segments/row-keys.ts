/** Which row of an answer a visit or an event belongs to: by its values of the dimensions, and its bucket of time. */
import type { Plan } from '../../stats/plan.ts';
import type { Day } from './day-columns.ts';
import type { Question } from './day-view.ts';
import { type DimensionValues, valuesOf } from './dimension-values.ts';
import { type EventHits, valuesOfHits } from './event-hits.ts';
import { GroupKeys, type Values } from './group-keys.ts';
import { asValues, spreadValues } from './masks.ts';

type Dimension = DimensionValues | 'time' | 'goal';

/** The row of one event, of a visit (counted from 1, 0 for none), in a bucket of time. */
export type RowFinder = (event: number, owner: number, bucket: number) => number;

export class RowKeys {
  readonly groups: GroupKeys;
  /** A row is of events: a visit can be in several. */
  readonly areOfEvents: boolean;
  readonly #plan: Plan;
  readonly #dimensions: readonly Dimension[];

  /** @param groups numbers of rows that were given before */
  constructor({ plan, context }: Question, dimensions: Plan['dimensions'], groups?: GroupKeys) {
    this.#plan = plan;
    this.#dimensions = dimensions.map((name) =>
      name === 'time' ? 'time' : name === 'event:goal' ? 'goal' : valuesOf(name, context),
    );
    this.areOfEvents = this.#dimensions.some((each) => typeof each !== 'string' && each.scope === 'event');
    this.groups = groups ?? new GroupKeys(this.#dimensions.map((dimension) => this.#sizeOf(dimension)));
  }

  /** Without dimensions there is one row, whatever happens. */
  get isOneRow(): boolean {
    return this.#dimensions.length === 0;
  }

  get hasGoals(): boolean {
    return this.#dimensions.includes('goal');
  }

  /** Whether whatever lies in one bucket, and fulfils one goal, lies in one row. @param ofGoals also where the row is a goal's */
  isOnePerBucket(ofGoals: boolean): boolean {
    return this.#dimensions.every((dimension) => dimension === 'time' || (ofGoals && dimension === 'goal'));
  }

  /** That row. */
  rowOfBucket(bucket: number, goal: number): number {
    return this.groups.one(this.#dimensions.map((dimension) => (dimension === 'goal' ? goal : bucket)));
  }

  /** The text of each dimension of a row, and its bucket of time (-1 without one). */
  labelsOf(row: number): { values: string[]; bucket: number } {
    const numbers = this.groups.valuesOf(row);
    const values = this.#dimensions.map((dimension, index) => {
      const number = numbers[index] ?? 0;
      if (dimension === 'time') return this.#plan.buckets?.labels[number] ?? '';
      return dimension === 'goal' ? (this.#plan.goals[number]?.name ?? '') : dimension.label(number);
    });
    return { values, bucket: this.bucketOf(row) };
  }

  /** Gives rows their numbers before any is met. @param wanted the texts of their dimensions, none of which is time */
  number(wanted: readonly (readonly string[])[]): void {
    const numbersOf = this.#dimensions.map((dimension) => this.#numbersByText(dimension));
    for (const texts of wanted) {
      const combinations = numbersOf.reduce<number[][]>(
        (known, numbers, place) =>
          known.flatMap((before) => (numbers.get(texts[place] ?? '') ?? []).map((number) => [...before, number])),
        [[]],
      );
      for (const combination of combinations) this.groups.one(combination);
    }
  }

  /** A text can be that of several values: of a country that is not known, and of one that is called so. */
  #numbersByText(dimension: Dimension): Map<string, number[]> {
    const numbers = new Map<string, number[]>();
    const add = (text: string, number: number) => numbers.set(text, [...(numbers.get(text) ?? []), number]);
    if (dimension === 'goal') for (const [number, { name }] of this.#plan.goals.entries()) add(name, number);
    else if (dimension !== 'time')
      for (let number = 0; number < dimension.size; number++) add(dimension.label(number), number);
    return numbers;
  }

  bucketOf(row: number): number {
    const place = this.#dimensions.indexOf('time');
    return place < 0 ? -1 : (this.groups.valuesOf(row)[place] ?? -1);
  }

  /** Writes the row of each visit to `out`; where `mask` is 0 it means nothing. */
  ofVisits(day: Day, buckets: Int32Array | number, goal: number, mask: Uint8Array | null, out: Uint32Array): void {
    const values = this.#dimensions.map(
      (dimension) => valuesIn(dimension, buckets, goal) ?? dimensionOf(dimension).read(day),
    );
    this.groups.assign(values, day.rows.visits, mask, out);
  }

  /** The same of each event. */
  ofEvents(day: Day, buckets: Int32Array | number, goal: number, mask: Uint8Array | null, out: Uint32Array): void {
    const values = this.#dimensions.map((dimension) => {
      const known = valuesIn(dimension, buckets, goal);
      if (known !== null) return known;
      const { scope, read, ofNoVisit } = dimensionOf(dimension);
      return scope === 'event' ? read(day) : spreadValues(read(day), day, ofNoVisit);
    });
    this.groups.assign(values, day.rows.events, mask, out);
  }

  /** The same of each hit. */
  ofHits(day: Day, { events, visits, length }: EventHits, bucket: number, out: Uint32Array): void {
    const values = this.#dimensions.map((dimension) => {
      const known = valuesIn(dimension, bucket, 0);
      if (known !== null) return known;
      const { scope, read, ofNoVisit } = dimensionOf(dimension);
      return valuesOfHits(read(day), scope === 'event' ? events : visits, length, ofNoVisit);
    });
    this.groups.assign(values, length, null, out);
  }

  /** @param instead values to take in place of those of a dimension @param onNew told when there may be one more row */
  finder(day: Day, goal: number, onNew: () => void, instead: readonly (Values | null)[] = []): RowFinder {
    const values = this.#dimensions.map((dimension, index) =>
      typeof dimension === 'string' ? null : (instead[index] ?? dimension.read(day)),
    );
    return (event, owner, bucket) => {
      const row = this.groups.one(
        this.#dimensions.map((dimension, place) => {
          if (dimension === 'time') return bucket;
          if (dimension === 'goal') return goal;
          if (dimension.scope === 'visit' && owner === 0) return dimension.ofNoVisit;
          const { values: numbers, from } = values[place] ?? { values: [], from: 0 };
          return (numbers[dimension.scope === 'event' ? event : owner - 1] ?? 0) + from;
        }),
      );
      onNew();
      return row;
    };
  }

  #sizeOf(dimension: Dimension): number {
    if (dimension === 'time') return Math.max(1, this.#plan.buckets?.starts.length ?? 1);
    return dimension === 'goal' ? Math.max(1, this.#plan.goals.length) : dimension.size;
  }
}

/** Of time and goals, which no column tells; null for the others. */
function valuesIn(dimension: Dimension, buckets: Int32Array | number, goal: number): Values | number | null {
  if (dimension === 'time') return typeof buckets === 'number' ? buckets : asValues(buckets);
  return dimension === 'goal' ? goal : null;
}

function dimensionOf(dimension: Dimension): DimensionValues {
  if (typeof dimension === 'string') throw new Error(`${dimension} has no column`);
  return dimension;
}
