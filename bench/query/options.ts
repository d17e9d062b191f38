/** What the command line asks of this benchmark. */
import { parseArgs } from 'node:util';

export interface Options {
  isQuick: boolean;
  isJson: boolean;
  /** Ascending; the largest is measured in full, all of them for the growth. */
  pageviews: readonly number[];
  /** Where the stores stay between runs; null: in a temporary folder. */
  keep: string | null;
}

const FULL = [1_000_000, 3_000_000, 10_000_000];
const QUICK = [200_000];

/** @throws when an option is unknown or a number is none */
export function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      pageviews: { type: 'string' },
      keep: { type: 'string' },
    },
  });
  const asked = values.pageviews?.split(',').map(Number);
  if (asked?.some((count) => !Number.isInteger(count) || count < 10_000 || count > 100_000_000))
    throw new Error('--pageviews takes whole numbers from 10000 to 100000000, separated by commas.');
  const pageviews = (asked ?? (values.quick ? QUICK : FULL)).toSorted((a, b) => a - b);
  return { isQuick: values.quick, isJson: values.json, pageviews, keep: values.keep ?? null };
}
