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

export function moneyOf(amount: number, currency: string): Money {
  const value = Number(amount.toFixed(2)) + 0; // never -0
  const style = { style: 'currency', currency } as const;
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return {
    value,
    currency,
    short: new Intl.NumberFormat('en', { ...style, notation: 'compact' }).format(value),
    long: new Intl.NumberFormat('en', { ...style, ...digits }).format(value),
  };
}
