/** Whatever the log can say has words on its page, in every language. */
import { describe, expect, it } from '@jest/globals';
import { changes as de } from '../../../dashboard/i18n/de/changes.ts';
import { changes as en } from '../../../dashboard/i18n/en/changes.ts';
import { changes as es } from '../../../dashboard/i18n/es/changes.ts';
import { changes as fr } from '../../../dashboard/i18n/fr/changes.ts';
import { changes as it_ } from '../../../dashboard/i18n/it/changes.ts';
import { changes as nl } from '../../../dashboard/i18n/nl/changes.ts';
import { ACTS } from '../../../src/domain/change.ts';

describe('the log', () => {
  it.each(Object.entries({ en, fr, de, es, it: it_, nl }))(
    'has words for every act in %s',
    (_language, { changes }) => {
      expect(Object.keys(changes.acts).toSorted()).toEqual([...ACTS].toSorted());
      expect(new Set(Object.values(changes.acts)).size).toBe(ACTS.length);
    },
  );
});
