/** The words of every language with their paths, for tests that go through all of them. */
import { LANGUAGES, type Language, loadTexts } from '../../../dashboard/i18n/languages.ts';
import { LATER_PARTS, loadLaterTexts } from '../../../dashboard/i18n/later-texts.ts';

export interface Text {
  path: string;
  /** What the text says: a function is called with an argument of its own name each, such as `⟦0⟧`. */
  text: string;
  /** The same of one thing each; equal to `text` where nothing is filled in. */
  ofOne: string;
}

export type Dictionaries = Readonly<Record<Language, readonly Text[]>>;

export async function readDictionaries(): Promise<Dictionaries> {
  const pairs = await Promise.all(
    LANGUAGES.map(async (each) => {
      const later = await Promise.all(LATER_PARTS.map((part) => loadLaterTexts(each, part)));
      return [each, textsOf(Object.assign({}, await loadTexts(each), ...later))] as const;
    }),
  );
  return Object.fromEntries(pairs) as unknown as Dictionaries;
}

/** The arguments that a text shows. */
export function placesIn(text: string): string[] {
  return [...new Set(text.match(/⟦[^⟧]*⟧/g))].toSorted();
}

function textsOf(value: unknown, path = ''): Text[] {
  if (typeof value === 'string') return [{ path, text: value, ofOne: value }];
  if (typeof value === 'function') {
    const say = value as (...given: unknown[]) => unknown;
    const indices = Array.from({ length: 8 }, (_, index) => String(index));
    return [{ path, text: String(say(...indices.map(markerOf))), ofOne: String(say(...indices.map(() => '1'))) }];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

/** Says its name wherever it is shown, whatever is asked of it: texts take words, numbers, lists and objects. */
function markerOf(name: string): unknown {
  return new Proxy(() => undefined, {
    get: (_, key) =>
      typeof key === 'symbol' ? () => `⟦${name}⟧` : key === 'toString' ? () => `⟦${name}⟧` : markerOf(`${name}.${key}`),
    apply: () => markerOf(name),
  });
}
