/** An amount of money as answers give it. */

export interface Money {
  /** In units of the currency, two digits. */
  value: number;
  /** ISO 4217. */
  currency: string;
  /** Such as `€1.2K`. */
  short: string;
  /** Such as `€1,234.50`. */
  long: string;
}

/** More than there are in use. */
const MOST_CURRENCIES = 200;
/** By currency: one takes longer to make than hundreds of amounts to write. */
const formats = new Map<string, { short: Intl.NumberFormat; long: Intl.NumberFormat }>();

export function moneyOf(amount: number, currency: string): Money {
  const value = Number(amount.toFixed(2)) + 0; // never -0
  const { short, long } = formatsOf(currency);
  return { value, currency, short: short.format(value), long: long.format(value) };
}

function formatsOf(currency: string) {
  const known = formats.get(currency);
  if (known !== undefined) return known;
  const style = { style: 'currency', currency } as const;
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const made = {
    short: new Intl.NumberFormat('en', { ...style, notation: 'compact' }),
    long: new Intl.NumberFormat('en', { ...style, ...digits }),
  };
  // Beacons may name any three letters: what is kept is bounded.
  if (formats.size >= MOST_CURRENCIES) formats.clear();
  formats.set(currency, made);
  return made;
}
