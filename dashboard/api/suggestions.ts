/** Values that are to be found in the period on show, for fields that propose some. */
import type { Subject } from '../funnels/steps.ts';
import { asFields, asList, asText } from './decode.ts';
import type { Base } from './explorations.ts';
import { toBody } from './query.ts';
import { postJson } from './request.ts';
import { fetchGoals } from './site-lists.ts';

const MOST = 8;
const DIMENSIONS = { page: 'event:page', event: 'event:name' } as const;
/** Pages have a subject of their own. */
const NO_EVENT = 'pageview';

/** Those that contain the text, the most frequent first; goals by their names. @throws ApiError */
export async function suggestValues(
  { domain, dateRange }: Pick<Base, 'domain' | 'dateRange'>,
  subject: Subject,
  text: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (subject === 'goal') {
    const names = (await fetchGoals(domain, signal)).map(({ name }) => name);
    return names.filter((name) => name.toLowerCase().includes(text.toLowerCase())).slice(0, MOST);
  }
  const dimension = DIMENSIONS[subject];
  const question = { domain, dateRange, conditions: [], dimensions: [dimension], limit: MOST + 1 };
  const filters = text === '' ? [] : [['contains', dimension, [text], { case_sensitive: false }]];
  const body = { ...toBody({ ...question, metrics: ['events'] }), filters };
  const rows = asList(asFields(await postJson('/app/api/v2/query', body, signal)).results);
  const values = rows.map((row) => asText(asList(asFields(row).dimensions)[0]));
  return values.filter((value) => value !== '' && (subject === 'page' || value !== NO_EVENT)).slice(0, MOST);
}
