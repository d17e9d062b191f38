// From the lines of the bicycle file to the few numbers that a view shows.

/** The file's lines: a date, a counter, a number. */
export function readLines(csv) {
  const [, ...rows] = csv.trim().split('\n');
  return rows.map((row) => {
    const [date, counter, bicycles] = row.split(',');
    return { date: new Date(date), counter, bicycles: Number(bicycles) };
  });
}

/** Bicycles of the year at each counter. */
export function byCounter(lines) {
  const totals = new Map();
  for (const { counter, bicycles } of lines) totals.set(counter, (totals.get(counter) ?? 0) + bicycles);
  return [...totals].map(([id, count]) => ({ id, count }));
}

/** The average day of each week, named by its first day. */
export function byWeek(lines) {
  return averages(lines, (date) => Math.floor((date - lines[0].date) / (7 * 86_400_000))).slice(0, 52);
}

/** The average Monday, Tuesday and so on. */
export function byWeekday(lines) {
  const days = averages(lines, (date) => (date.getUTCDay() + 6) % 7);
  return days.sort((one, other) => ((one.date.getUTCDay() + 6) % 7) - ((other.date.getUTCDay() + 6) % 7));
}

/** Average bicycles a day in each group of days, with the group's first date. */
function averages(lines, groupOf) {
  const groups = new Map();
  for (const { date, bicycles } of lines) {
    const group = groups.get(groupOf(date)) ?? { date, sum: 0, days: new Set() };
    group.sum += bicycles;
    group.days.add(Number(date));
    groups.set(groupOf(date), group);
  }
  return [...groups.values()].map(({ date, sum, days }) => ({ date, count: Math.round(sum / days.size) }));
}
