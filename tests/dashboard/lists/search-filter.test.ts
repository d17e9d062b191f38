import { describe, expect, it } from '@jest/globals';
import { texts as en } from '../../../dashboard/i18n/en/texts.ts';
import { createFormat } from '../../../dashboard/i18n/format.ts';
import { texts as fr } from '../../../dashboard/i18n/fr/texts.ts';
import { searchFilter } from '../../../dashboard/lists/search-filter.ts';

const french = createFormat('fr');
const contains = (dimension: string, text: string) => ['contains', dimension, [text], { case_sensitive: false }];

describe('a search in a list', () => {
  it('is for a part of the text, whatever its case', () => {
    expect(searchFilter(['event:page'], '/Docs', en, createFormat('en'))).toEqual(contains('event:page', '/Docs'));
  });

  it('finds countries by the name that the reader sees, with or without accents', () => {
    const found = JSON.stringify(searchFilter(['visit:country'], 'caledonie', fr, french));
    expect(found).toContain('"NC"');
    expect(found).not.toContain('"FR"');
    expect(JSON.stringify(searchFilter(['visit:country'], 'de', fr, french))).toContain('"DE"');
  });

  it('finds channels and what was not said by their own words', () => {
    expect(searchFilter(['visit:channel'], 'payante', fr, french)).toEqual([
      'or',
      [contains('visit:channel', 'payante'), ['is', 'visit:channel', expect.arrayContaining(['Paid Search'])]],
    ]);
    expect(searchFilter(['visit:city'], 'renseigné', fr, french)).toEqual([
      'or',
      [contains('visit:city', 'renseigné'), ['is', 'visit:city', ['(not set)']]],
    ]);
  });

  it('looks at both names of a row', () => {
    expect(searchFilter(['event:goal', 'event:currency'], 'EUR', en, createFormat('en'))).toEqual([
      'or',
      [contains('event:goal', 'EUR'), contains('event:currency', 'EUR')],
    ]);
  });
});
