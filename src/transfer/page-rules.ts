/** Which lines of an access log are pages that somebody was shown: the rules of docs/import-compared.md. */
import type { DropReason } from '../domain/drop-reason.ts';
import type { LogRecord } from './log-formats.ts';

/** Endings under which servers publish pages; any other ending is a file. */
const PAGE_ENDINGS = new Set([
  'html',
  'htm',
  'xhtml',
  'shtml',
  'php',
  'asp',
  'aspx',
  'jsp',
  'jspx',
  'cgi',
  'pl',
  'do',
  'cfm',
]);
const FEED_PARAMETERS = ['flav', 'feed', 'format', 'output', 'alt', 'type'];
const FEED_VALUE = /^(rss|atom|rdf|xml|json)/i;
const FEED_SEGMENT = /(^|\/)(feed|rss|atom|rdf|wp-json|xmlrpc)(\/|$)/i;

/** @returns null for a page, else why the line is none */
export function refusePage({ method, status, target }: LogRecord): DropReason | null {
  // 304: the browser showed its own copy, which is a page seen; 206 is a piece of a file.
  const wasShown = (status >= 200 && status < 300 && status !== 204 && status !== 206) || status === 304;
  if (method !== 'GET' || !wasShown) return 'not-a-visit';
  const [path = '', query = ''] = target.split('?', 2);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const ending = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : '';
  if (ending !== '' && !PAGE_ENDINGS.has(ending)) return 'not-a-page';
  if (FEED_SEGMENT.test(path)) return 'not-a-page';
  const parameters = new URLSearchParams(query);
  const isFeed = FEED_PARAMETERS.some((parameter) => FEED_VALUE.test(parameters.get(parameter) ?? ''));
  return isFeed ? 'not-a-page' : null;
}
