/** What stands in the path of an address. */
import * as z from 'zod';

export const PATH_PARAMETERS: Readonly<Record<string, z.ZodType>> = {
  site: z.string().describe('The domain of the site, such as `example.org`'),
  id: z.int().min(1).describe('The number that the list has'),
};
