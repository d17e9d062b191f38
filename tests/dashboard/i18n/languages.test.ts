import { describe, expect, it } from '@jest/globals';
import { en } from '../../../dashboard/i18n/en.ts';
import { createFormat } from '../../../dashboard/i18n/format.ts';
import { fr } from '../../../dashboard/i18n/fr.ts';
import { sayValue } from '../../../dashboard/i18n/say-value.ts';
import { CHANNELS } from '../../../src/collect/source/choose-channel.ts';

const frenchFormat = createFormat('fr');

/** Every text of a dictionary with its path; functions are called with a plain word. */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String((value as (...given: unknown[]) => unknown)('x', 2, 'x'))]];
  return Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

describe('the dictionaries', () => {
  it('leave no text empty', () => {
    for (const dictionary of [en, fr]) {
      expect(textsOf(dictionary).filter(([, text]) => text.trim() === '')).toEqual([]);
    }
  });

  it('set French punctuation apart with spaces that do not break', () => {
    const wrong = textsOf(fr).filter(([, text]) =>
      /(?:^|[^\u00a0])\u003a(?:\s|$)| [;?!]|[^\s\u202f][;?!](?:\s|$)/.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it('know every channel in French', () => {
    expect(CHANNELS.filter((channel) => !Object.hasOwn(fr.values.channels, channel))).toEqual([]);
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
  ] as const)('%s %s is %s', (dimension, value, expected) => {
    expect(sayValue(dimension, value, fr, frenchFormat)).toBe(expected);
  });
});
