/** Where somebody returns to after a sign-in: a page of ours, whatever the address that was asked for says. */

export const FIRST_PAGE = '/app/';
/** A cookie carries it. */
const LONGEST = 1024;
/** Stands in for whatever host an address names: only its path is taken. */
const HERE = 'http://here.invalid';

/** @param asked by whoever made the link @returns a path below `/app/`, with its question */
export function toReturnPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > LONGEST || !URL.canParse(asked, HERE)) return FIRST_PAGE;
  const { pathname, search } = new URL(asked, HERE);
  return pathname.startsWith(FIRST_PAGE) && !pathname.startsWith('/app/api/') ? pathname + search : FIRST_PAGE;
}
