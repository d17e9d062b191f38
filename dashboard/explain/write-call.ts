/** The call of the API that gives the same number. */
import { type Question, toBody } from '../api/query.ts';
import type { Days } from '../state/period.ts';

/** The question's body. @param days what its words for a period mean now: the call is to give the same tomorrow */
export function bodyOfCall(question: Question, days: Days | null): object {
  return toBody(days === null ? question : { ...question, dateRange: [days.first, days.last] });
}

/** Whose answer it is, below `/api/v2/`: its name, and what it is asked with. */
export interface Call {
  path: string;
  /** null for what is only fetched. */
  body: object | null;
}

/**
 * A line for a shell.
 * @param origin of this server, such as `https://count.example.org`
 * @param shared key of the shared page whose figures these are, which needs no other; null in the back office
 */
export function writeCurl(origin: string, { path, body }: Call, shared: string | null = null): string {
  const address = `${origin}${shared === null ? '' : `/share/${shared}`}/api/v2/${path}`;
  return [
    `curl -s ${quote(address)}`,
    ...(shared === null ? ['  -H "Authorization: Bearer $PASSANT_KEY"'] : []),
    ...(body === null ? [] : ["  -H 'Content-Type: application/json'", `  -d ${quote(JSON.stringify(body))}`]),
  ].join(' \\\n');
}

/** Nothing in it means anything to a shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
