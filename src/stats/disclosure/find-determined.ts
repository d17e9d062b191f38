/** Which unknowns a system of sums determines: by elimination, modulo a prime, which is exact and fast. */

const PRIME = 33_554_393; // two of its residues multiply within 2^53

/**
 * @param unknowns their names
 * @param sums each the unknowns that add up to something known
 * @returns those of which there is one solution only
 */
export function findDetermined(unknowns: readonly number[], sums: readonly (readonly number[])[]): number[] {
  const columns = new Map(unknowns.map((name, column) => [name, column]));
  const rows = sums.map((sum) => {
    const row = new Float64Array(unknowns.length);
    for (const name of sum) row[columns.get(name) ?? 0] = 1;
    return row;
  });
  const pivots = eliminate(rows, unknowns.length);
  return pivots.flatMap(({ row, column }) => {
    const name = unknowns[column];
    return name !== undefined && row.every((value, at) => value === 0 || at === column) ? [name] : [];
  });
}

interface Pivot {
  row: Float64Array;
  column: number;
}

/** Reduced row echelon form, in place. */
function eliminate(rows: Float64Array[], width: number): Pivot[] {
  const pivots: Pivot[] = [];
  for (let column = 0; column < width; column++) {
    const at = rows.findIndex((row, index) => index >= pivots.length && row[column] !== 0);
    const row = rows[at];
    if (row === undefined) continue;
    rows[at] = rows[pivots.length] ?? row;
    rows[pivots.length] = row;
    const inverse = power(row[column] ?? 1, PRIME - 2);
    for (let each = 0; each < width; each++) row[each] = ((row[each] ?? 0) * inverse) % PRIME;
    for (const other of rows) {
      const factor = other === row ? 0 : (other[column] ?? 0);
      if (factor === 0) continue;
      for (let each = 0; each < width; each++)
        other[each] = ((other[each] ?? 0) + (PRIME - factor) * (row[each] ?? 0)) % PRIME;
    }
    pivots.push({ row, column });
  }
  return pivots;
}

function power(base: number, exponent: number): number {
  let [result, square, left] = [1, base, exponent];
  while (left > 0) {
    if (left % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
    left = Math.floor(left / 2);
  }
  return result;
}
