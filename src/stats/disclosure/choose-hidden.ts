/**
 * Which cells of a table are hidden: the small ones, and as many others as keep them from being worked out by whoever knows the sum of
 * each line (complementary suppression).
 */

export interface Cell {
  /** One value per dimension. */
  place: readonly string[];
  /** How many people, at least in kind: 0 is nothing to hide. */
  size: number;
}

/** @param already cells that are hidden for another reason. @returns for each cell whether it is hidden */
export function chooseHidden(cells: readonly Cell[], smallest: number, already: readonly boolean[] = []): boolean[] {
  const isHidden = cells.map(({ size }, index) => already[index] === true || isSmall(size, smallest));
  if (!isHidden.includes(true)) return isHidden;
  const lines = linesOf(cells).filter((line) => sumOf(line, cells) >= smallest); // a smaller sum is hidden where it is told
  // What is hidden in one line may be the only one that is in another.
  while (lines.map((line) => hideInLine(line, cells, isHidden, smallest)).includes(true));
  return isHidden;
}

export function isSmall(size: number, smallest: number): boolean {
  return size > 0 && size < smallest;
}

/** Indexes of the cells that add up to one sum that somebody may know: those that differ in one dimension only. */
type Line = readonly number[];

function linesOf(cells: readonly Cell[]): Line[] {
  const dimensions = cells[0]?.place.length ?? 0;
  return Array.from({ length: dimensions }, (_, dimension) => {
    const lines = new Map<string, number[]>();
    cells.forEach(({ place }, index) => {
      const name = JSON.stringify(place.filter((_value, at) => at !== dimension));
      const line = lines.get(name);
      if (line === undefined) lines.set(name, [index]);
      else line.push(index);
    });
    return [...lines.values()];
  }).flat();
}

/** A line must not have one hidden cell, nor several that are few people together. @returns whether another one was hidden */
function hideInLine(line: Line, cells: readonly Cell[], isHidden: boolean[], smallest: number): boolean {
  let hasChanged = false;
  for (;;) {
    const hidden = line.filter((index) => isHidden[index]);
    if (hidden.length === 0 || (hidden.length > 1 && sumOf(hidden, cells) >= smallest)) return hasChanged;
    const next = smallestShown(line, cells, isHidden);
    if (next === null) return hasChanged;
    isHidden[next] = true;
    hasChanged = true;
  }
}

/** Of equal ones the first by its place, so that the same table is always hidden in the same way. */
function smallestShown(line: Line, cells: readonly Cell[], isHidden: readonly boolean[]): number | null {
  let best: number | null = null;
  for (const index of line) {
    if (isHidden[index] || (cells[index]?.size ?? 0) === 0) continue;
    if (best === null || comesBefore(cells[index], cells[best])) best = index;
  }
  return best;
}

function comesBefore(one: Cell | undefined, other: Cell | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (one.size !== other.size) return one.size < other.size;
  return one.place.join('\n') < other.place.join('\n');
}

function sumOf(indexes: readonly number[], cells: readonly Cell[]): number {
  return indexes.reduce((sum, index) => sum + (cells[index]?.size ?? 0), 0);
}
