import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createFormat } from '../../../dashboard/i18n/format.ts';
import { LANGUAGES, type Language, loadTexts } from '../../../dashboard/i18n/languages.ts';
import { sayValue } from '../../../dashboard/i18n/say-value.ts';
import { CHANNELS } from '../../../src/collect/source/choose-channel.ts';
import { type Dictionaries, placesIn, readDictionaries } from './dictionaries.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');
const FOLDER = join(import.meta.dirname, '../../../dashboard/i18n');

/** Words that are the same in English and in the language; whatever else is alike has been forgotten. */
const SAME: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  fr: [
    'Condition',
    'Conversion',
    'E-mails',
    'Exact',
    'Invitations',
    'Minute',
    'Mobile',
    'Note',
    'Note ⟦0⟧',
    'Notes',
    'Page',
    'Page ⟦0⟧',
    'Pages',
    'Passant',
    'Quotient',
    'Segment',
    'Segments',
    'Site',
    'Sites',
    'Source',
    'Sources',
    'Suggestions',
    'Total',
    'Version',
    'Webhooks',
    '⟦0⟧ sites',
  ],
  de: [
    'Browser',
    'Desktop',
    'Details',
    'Domain',
    'Esc',
    'Host',
    'Hosts',
    'Live',
    'Minute',
    'Name (optional)',
    'Passant',
    'Quotient',
    'Region',
    'Segment',
    'Start',
    'System',
    'Tablet',
    'Version',
    'Webhooks',
  ],
  es: ['Banners', 'Editor', 'Esc', 'Host', 'Hosts', 'Passant', 'Total', 'Webhooks'],
  it: ['Account', 'Browser', 'Esc', 'Host', 'Passant', 'Password', 'Referrer', 'Tablet', '−⟦0⟧ min'],
  nl: [
    'Account',
    'Banners',
    'Browser',
    'Browsers',
    'Details',
    'E-mails',
    'Esc',
    'Exact',
    'Filters',
    'Host',
    'Hosts',
    'Live',
    'Open data',
    'Passant',
    'Segment',
    'Site',
    'Sites',
    'Tablet',
    'Webhooks',
    'Week',
    'is',
    'per week',
    '⟦0⟧ sites',
  ],
};

/** What a careful printer would mark in the language. A mark of quotation that is another language's is wrong too. */
const WRONG: Readonly<Record<Language, RegExp>> = {
  en: /[\d⟧]\s%|[«»„]/,
  fr: /(?:^|[^\u00a0])\u003a(?:\s|$)| [;?!%]|[^\s\u202f][;?!](?:\s|$)|«(?!\u202f)|(?<!\u202f)»|[“”„‘]/,
  de: /[\d⟧] ?%|[«»”’‘]|(?<!„[^“]*)“|„(?![^“]+“)/,
  es: /[\d⟧] ?%|[“”„‘’]|«[ \u00a0\u202f]|[ \u00a0\u202f]»|(?<!¿[^?]*)\?|(?<!¡[^!]*)!/,
  it: /[\d⟧]\s%|[“”„‘]|«[ \u00a0\u202f]|[ \u00a0\u202f]»|\p{L}'\p{L}/u,
  nl: /[\d⟧]\s%|[“”„«»]|‘(?![^’]+’)/,
};
const WRONG_EVERYWHERE = /['"]| {2}|\.\.\.| - |\s[,.](?!\d)|undefined|NaN|\[object/;

let dictionaries: Dictionaries;
beforeAll(async () => {
  dictionaries = await readDictionaries();
});

describe.each(LANGUAGES)('the dictionary in %s', (language) => {
  it('leaves no text empty', () => {
    const empty = dictionaries[language].filter(({ text, ofOne }) => text.trim() === '' || ofOne.trim() === '');
    expect(empty).toEqual([]);
  });

  it('has the typography of the language', () => {
    const wrong = dictionaries[language].filter(
      ({ text }) => WRONG[language].test(text) || WRONG_EVERYWHERE.test(text.replaceAll(/⟦[^⟧]*⟧/g, '0')),
    );
    expect(wrong).toEqual([]);
  });

  it('is one file for the browser: it imports nothing that other languages share', () => {
    for (const name of readdirSync(join(FOLDER, language))) {
      const source = readFileSync(join(FOLDER, language, name), 'utf8');
      const shared = source.match(/^import (?!type ).* from '\.\.\/.*$/gm) ?? [];
      expect([name, ...shared]).toEqual([name]);
    }
  });
});

describe.each(OTHERS)('the dictionary in %s beside the English one', (language) => {
  it('has the same texts in the same order', () => {
    // The channels are English words already; see below.
    const pathsOf = (each: Language) =>
      dictionaries[each].map(({ path }) => path).filter((path) => !path.startsWith('.values.channels'));
    expect(pathsOf(language)).toEqual(pathsOf('en'));
  });

  it('shows the same things in each text, of many and of one', () => {
    const other = new Map(dictionaries[language].map((each) => [each.path, each]));
    const lost = dictionaries.en
      .filter(({ path }) => other.has(path))
      .map(({ path, text, ofOne }) => ({
        path,
        places: placesIn(text),
        others: placesIn(other.get(path)?.text ?? ''),
        isFilled: ofOne.includes('1') === other.get(path)?.ofOne.includes('1'),
      }))
      .filter(({ places, others, isFilled }) => String(places) !== String(others) || !isFilled);
    expect(lost).toEqual([]);
  });

  it('leaves nothing in English but the words that are the same', () => {
    const english = new Map(dictionaries.en.map(({ path, text }) => [path, text]));
    const alike = dictionaries[language]
      .filter(({ path, text }) => english.get(path) === text && /\p{L}{2}/u.test(text.replaceAll(/⟦[^⟧]*⟧/g, '')))
      .map(({ text }) => text);
    expect([...new Set(alike)].toSorted()).toEqual(SAME[language]);
  });

  it('knows every channel', async () => {
    const { channels } = (await loadTexts(language)).values;
    expect(CHANNELS.filter((channel) => !Object.hasOwn(channels, channel))).toEqual([]);
  });
});

describe('one and many', () => {
  it.each([
    ['en', '1 more character needed.', '2 more characters needed.'],
    ['fr', 'Encore 1 caractère.', 'Encore 2 caractères.'],
    ['de', 'Noch 1 Zeichen.', 'Noch 2 Zeichen.'],
    ['es', 'Falta 1 carácter.', 'Faltan 2 caracteres.'],
    ['it', 'Manca ancora 1 carattere.', 'Mancano ancora 2 caratteri.'],
    ['nl', 'Nog 1 teken nodig.', 'Nog 2 tekens nodig.'],
  ] as const)('are told apart in %s', async (language, one, many) => {
    const { passwordLeft } = (await loadTexts(language)).forms;
    expect([passwordLeft(1), passwordLeft(2)]).toEqual([one, many]);
  });

  it.each(LANGUAGES)('follow the platform’s rule in %s, whether a number or its text', async (language) => {
    const { plural } = (await import(`../../../dashboard/i18n/${language}/plural.ts`)) as {
      plural: (count: number | string, one: string, many: string) => string;
    };
    const rules = new Intl.PluralRules(language);
    const { count } = createFormat(language);
    for (const amount of [...Array(120).keys(), 1000, 1001, 1533, 21_001, 999_999]) {
      const expected = rules.select(amount) === 'one' ? 'one' : 'many';
      expect([amount, plural(amount, 'one', 'many'), plural(count(amount), 'one', 'many')]).toEqual([
        amount,
        expected,
        expected,
      ]);
    }
  });
});

describe('the name of a value', () => {
  it.each([
    ['visit:channel', 'Organic Search', 'Recherche naturelle'],
    ['visit:channel', 'Carrier Pigeon', 'Carrier Pigeon'],
    ['visit:channel', 'toString', 'toString'],
    ['visit:source', 'Direct / None', 'Accès direct ou sans source'],
    ['visit:city', '(not set)', '(non renseigné)'],
    ['visit:device', 'mobile', 'Mobile'],
    ['visit:country', 'FR', 'France'],
    ['event:page', '/<script>', '/<script>'],
  ] as const)('%s %s is %s', async (dimension, value, expected) => {
    expect(sayValue(dimension, value, await loadTexts('fr'), createFormat('fr'))).toBe(expected);
  });
});
