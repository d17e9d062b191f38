/** The day counters O, S, X, Y, Z and the fresh identifiers, with what is too small to be dated kept without a date. */

export interface SlowInstrumentDay {
  day: number;
  parts: number;
  o: number;
  s: number;
  x: number;
  y: number;
  z: number;
  fresh: number;
  returned: number;
}
export type Change = Partial<Pick<SlowInstrumentDay, 'o' | 's' | 'x' | 'y' | 'z' | 'fresh' | 'returned'>>;

export interface Bookings {
  days: SlowInstrumentDay[];
  undated: { o: number; x: number; y: number; z: number };
  day(day: number): SlowInstrumentDay;
  /** `hasGrown`: the day has one more anonymous visitor, and may now be large enough to take over what is undated. */
  book(day: number, change: Change, hasGrown?: boolean): void;
  /** A change of consent: it is booked on the day of the visit, which may be yesterday; what is undated is today's to take. */
  bookAcrossMidnight(today: number, day: number, change: Change): void;
}

/** @param countAnonymous anonymous day-visitors of a day as they stand */
export function openBookings(countAnonymous: (day: number) => number): Bookings {
  const days: SlowInstrumentDay[] = [];
  const undated = { o: 0, x: 0, y: 0, z: 0 };
  const dayRow = (day: number): SlowInstrumentDay => {
    const known = days.find((row) => row.day === day);
    if (known) return known;
    const row = { day, parts: 0, o: 0, s: 0, x: 0, y: 0, z: 0, fresh: 0, returned: 0 };
    days.push(row);
    return row;
  };
  const isLargeEnough = (day: number) => countAnonymous(day) >= 10 && countAnonymous(day - 1) >= 10;
  const takeOver = (day: number) => {
    const row = dayRow(day);
    if (isLargeEnough(day)) {
      row.o += undated.o;
      undated.o = 0;
    }
    if (isLargeEnough(day) && row.fresh >= 5) {
      row.x += undated.x;
      row.y += undated.y;
      Object.assign(undated, { x: 0, y: 0 });
    }
    if (isLargeEnough(day) && row.returned >= 5) {
      row.z += undated.z;
      undated.z = 0;
    }
  };
  const book = (
    day: number,
    { o = 0, s = 0, x = 0, y = 0, z = 0, fresh = 0, returned = 0 }: Change,
    hasGrown = false,
  ) => {
    if (!hasGrown && [o, s, x, y, z, fresh, returned].every((amount) => amount === 0)) return;
    const row = dayRow(day);
    row.s += s;
    row.fresh += fresh;
    row.returned += returned;
    undated.o += o;
    undated.x += x;
    undated.y += y;
    undated.z += z;
    takeOver(day);
  };
  return {
    ...{ days, undated, day: dayRow, book },
    bookAcrossMidnight(today, day, change) {
      if (day === today) return book(day, change, true);
      const waiting = { ...undated };
      Object.assign(undated, { o: 0, x: 0, y: 0, z: 0 });
      book(day, change, true);
      for (const name of ['o', 'x', 'y', 'z'] as const) undated[name] += waiting[name];
      takeOver(today);
    },
  };
}
