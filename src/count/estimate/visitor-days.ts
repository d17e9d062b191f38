/** The identified visitors of a window, one row per visitor and active day, and what follows from the rows alone. */

/** A structure of arrays; the rows of one visitor stand in the order of their days. One row per visitor and day. */
export interface VisitorDays {
  /** `visitors.id`, above 0. */
  visitor: Uint32Array;
  day: Int32Array;
  /** Stratum of the day-visitor's first visit, 0 to 7. */
  s: Uint8Array;
  /** Hashes of that day. */
  h: Uint8Array;
  /** 1: one of these hashes was the same visitor's on the day before. */
  b: Uint8Array;
}

/** Device class (four) times direct or not. */
export const STRATA = 8;
/** Groups of identifiers that the jackknife leaves out in turn. */
export const JACKKNIFE_GROUPS = 20;

/** Rows with their visitors numbered from 0, and the figures of each visitor. */
export interface IndexedDays extends Pick<VisitorDays, 's' | 'h' | 'b'> {
  /** Number of each row's visitor, and whether it is their first day in the window. */
  who: Uint32Array;
  isFirst: Uint8Array;
  visitors: number;
  /** By visitor: active days, jackknife group. */
  activeDays: Uint16Array;
  group: Uint8Array;
  /** Most active days of anybody. */
  mostDays: number;
  /** Visitors with two active days or more. */
  repeaters: number;
  /** Of these, those whose second active day has `b`. */
  seenTwice: number;
  /** Sum over the gaps between active days, by their length in days: index is the length. */
  gaps: number[];
}

/** Days of a window on which `b` may be compared with the observed overlap. */
export interface ComparedDays {
  after: number;
  until: number;
}

/**
 * Numbers the visitors and counts their days. `b` outside the compared days (of the window's first day at least) says nothing
 * about the overlap that was observed inside, and is cleared.
 */
export function indexDays(days: VisitorDays, firstDay: number, compared: ComparedDays): IndexedDays {
  const rows = days.visitor.length;
  const b = days.b.slice();
  const who = new Uint32Array(rows);
  const isFirst = new Uint8Array(rows);
  const numbers = new Int32Array(days.visitor.reduce((most, id) => (id > most ? id : most), 0) + 1).fill(-1);
  const active = new Uint16Array(rows);
  const groups = new Uint8Array(rows);
  const lastDay = new Int32Array(rows);
  const gaps: number[] = [];
  let visitors = 0;
  let repeaters = 0;
  let seenTwice = 0;
  let mostDays = 0;
  for (let row = 0; row < rows; row++) {
    const id = days.visitor[row] ?? 0;
    const day = days.day[row] ?? 0;
    if (day <= compared.after || day > compared.until) b[row] = 0;
    let number = numbers[id] ?? -1;
    if (number < 0) {
      number = visitors++;
      numbers[id] = number;
      groups[number] = id % JACKKNIFE_GROUPS;
      isFirst[row] = 1;
    } else {
      const gap = day - (lastDay[number] ?? day);
      gaps[gap] = (gaps[gap] ?? 0) + 1;
    }
    who[row] = number;
    lastDay[number] = day;
    const count = (active[number] ?? 0) + 1;
    active[number] = count;
    if (count > mostDays) mostDays = count;
    if (count === 2) {
      repeaters += 1;
      if (day !== firstDay) seenTwice += days.b[row] ?? 0;
    }
  }
  return {
    // Copies: what is kept of a window is as small as can be.
    ...{ s: days.s.slice(), h: days.h.slice(), b, who, isFirst, visitors, mostDays, repeaters, seenTwice },
    ...{ activeDays: active.slice(0, visitors), group: groups.slice(0, visitors), gaps },
  };
}
