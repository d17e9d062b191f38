/** Countries by their names in the reader's language, in its order. */

const A = 'A'.charCodeAt(0);
const CODES = Array.from({ length: 26 * 26 }, (_, index) =>
  String.fromCharCode(A + Math.floor(index / 26), A + (index % 26)),
);
/** Codes of groups and of what is no country any more, which have names all the same. */
const NO_COUNTRIES = new Set(
  'AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC JT MI NH NQ NT PC PU PZ QO QU RH SU TA TP UK UN VD WK XA XB YD YU ZR ZZ'.split(
    ' ',
  ),
);

/** @param nameOf the name of a code, or the code itself when it has none */
export function listCountries(nameOf: (code: string) => string, language: string): { code: string; name: string }[] {
  const { compare } = new Intl.Collator(language);
  return CODES.filter((code) => !NO_COUNTRIES.has(code) && nameOf(code) !== code)
    .map((code) => ({ code, name: nameOf(code) }))
    .toSorted((one, other) => compare(one.name, other.name));
}
