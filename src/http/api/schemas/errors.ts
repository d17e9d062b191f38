/** The one shape of a refusal. */
import * as z from 'zod';
import { ERROR_CODES } from '../../../domain/errors.ts';

export const REFUSAL = z
  .strictObject({
    error: z.string().describe('One sentence that says what to do'),
    code: z.enum([...ERROR_CODES, 'fault']),
    details: z
      .array(
        z.strictObject({
          path: z.string().describe('Where, such as `filters[0][1]`'),
          message: z.string().describe('What to do about it'),
          code: z
            .string()
            .optional()
            .describe('Of a setting: which mistake it is, for programs with words of their own'),
          params: z
            .record(z.string(), z.union([z.string(), z.number()]))
            .optional()
            .describe('What the message names'),
        }),
      )
      .describe('One per mistake'),
  })
  .describe('A refusal. The codes are a closed list, each with one HTTP status');
