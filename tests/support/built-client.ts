/** The scripts that `npm run build` has written, found as the service finds them. */
import { join } from 'node:path';

export const BUILT_CLIENT = join(import.meta.dirname, '../../dist/client');

/** The file of a script that is asked for: `choice.js?lang=fr` is `choice.fr.js`. */
export function builtName(pathname: string, query: URLSearchParams): string {
  const language = query.get('lang');
  return pathname.replace('/count/', '').replace(/(?=\.js$)/, language === null ? '' : `.${language}`);
}
