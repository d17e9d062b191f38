/** A change of people as it stands in a table: with its sign, and with a mark beside it where it may be chance. */
import type { Format } from '../i18n/format.ts';
import type { Comparison } from './compare-people.ts';

/** Beside a change that is smaller than its uncertainty, or of which that cannot be told. */
export const ABOUT = '≈';
const NO_BREAK_SPACE = '\u00a0';

/** `+8.2%`, `≈ +8.2%`. @returns null when there is no number on one of the sides */
export function sayChange({ verdict, change }: Comparison, format: Pick<Format, 'change'>): string | null {
  if (change === null) return null;
  const said = format.change(change);
  return verdict === 'within' || verdict === 'unknown' ? `${ABOUT}${NO_BREAK_SPACE}${said}` : said;
}
