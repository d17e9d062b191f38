/** Reads the identifier among the cookies that an answer sets. */

const NAME = 'passant_id';

export interface IdentifierCookie {
  value: string;
  /** Lower case, such as `secure`; with a value after `=`. */
  attributes: ReadonlyMap<string, string>;
}

/** @param cookies values of Set-Cookie headers */
export function findIdentifier(cookies: readonly string[]): IdentifierCookie | null {
  const cookie = cookies.find((each) => each.startsWith(`${NAME}=`));
  if (cookie === undefined) return null;
  const [pair = '', ...rest] = cookie.split(';').map((part) => part.trim());
  const attributes = rest.map((part): [string, string] => {
    const [name = '', value = ''] = part.split('=');
    return [name.toLowerCase(), value];
  });
  return { value: pair.slice(NAME.length + 1), attributes: new Map(attributes) };
}

/** Seconds that the identifier lives; null when none is set. */
export function lifeOf(cookies: readonly string[]): number | null {
  const cookie = findIdentifier(cookies);
  if (cookie === null) return null;
  const seconds = Number(cookie.attributes.get('max-age') ?? Number.POSITIVE_INFINITY);
  return Number.isNaN(seconds) ? Number.POSITIVE_INFINITY : seconds;
}
