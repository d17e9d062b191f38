/** Room for counting the rows of one part of a window after the other; all 0 between uses, so that several windows may share it. */
export class Scratch {
  /** By row. */
  visits = new Uint16Array(0);
  /** By visitor. */
  days = new Uint16Array(0);
  residual = new Float64Array(0);
  weight = new Float64Array(0);
  seen = new Uint8Array(0);

  /** Call before counting rows up to `rows` - 1 of visitors up to `visitors` - 1. */
  makeRoom(rows: number, visitors: number): void {
    if (rows > this.visits.length) this.visits = new Uint16Array(rows);
    if (visitors <= this.days.length) return;
    this.days = new Uint16Array(visitors);
    this.residual = new Float64Array(visitors);
    this.weight = new Float64Array(visitors);
    this.seen = new Uint8Array(visitors);
  }

  /** Everything is 0 again. */
  clear(): void {
    for (const column of [this.visits, this.days, this.residual, this.weight, this.seen]) column.fill(0);
  }
}
