/** Counts of the tests that repeat: small in `npm test`, full in `npm run soak`. */
export function howOften(small: number, full: number): number {
  return process.env.SOAK === 'full' ? full : small;
}
