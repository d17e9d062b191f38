/** Where the scale of the minutes ends. */

/** The digits with which an end and its half are numbers that one reads at a glance. */
const DIGITS = [2, 4, 6, 8, 10];

/** The next round number above the busiest minute, an even one: half of it stands beside the scale too. @param minutes null for hidden ones */
export function topOf(minutes: readonly (number | null)[]): number {
  const most = Math.max(1, ...minutes.map((count) => count ?? 0));
  const power = 10 ** Math.max(0, Math.ceil(Math.log10(most)) - 1);
  return (DIGITS.find((digit) => digit * power >= most) ?? 10) * power;
}
