/** Days, and the ranges of them that questions are about. */
import * as z from 'zod';
import { RANGE_WORDS } from '../../../stats/date-range.ts';

const HOW = 'Give a date such as 2026-03-01.';

/** `YYYY-MM-DD`; that there is such a day is for the parsers to say. */
export const DATE = z.string({ error: HOW }).regex(/^\d{4}-\d{2}-\d{2}$/, { error: HOW });

export const DATE_RANGE = z
  .union([z.enum(RANGE_WORDS), z.tuple([z.string(), z.string()])], {
    error: `Use one of ${RANGE_WORDS.join(', ')} or ["2026-03-01", "2026-03-30"].`,
  })
  .describe(
    'A word, or two dates, both included, in the time zone of the site, or two times with a zone. Words include today',
  );
