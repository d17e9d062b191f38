/** One simulated day, as columns that are named as those of the hot rows. */
import { PARTS, type PartName } from '../../src/store/segments/parts.ts';

/** One value per row; NaN stands for NULL. */
export type Columns = Readonly<Record<string, Float64Array>>;

export interface DayBatch extends Readonly<Record<PartName, Columns>> {
  day: number;
  /** UTC ms. */
  startsAt: number;
  endsAt: number;
  /** What the instrument would have counted. */
  overlap: number;
  identifiedOverlap: number;
  fresh: number;
  returned: number;
  anonymous: number;
}

/** @throws when there is no such column */
export function columnOf(columns: Columns, name: string): Float64Array {
  const column = columns[name];
  if (column === undefined) throw new Error(`there is no column ${name}`);
  return column;
}

/** The columns of a part in the order of the product's list. */
export function inOrder(part: PartName, columns: Columns): Float64Array[] {
  return PARTS[part].columns.map((name) => columnOf(columns, name));
}

export function emptyColumns(part: PartName, rows: number): Record<string, Float64Array> {
  return Object.fromEntries(PARTS[part].columns.map((name) => [name, new Float64Array(rows)]));
}
