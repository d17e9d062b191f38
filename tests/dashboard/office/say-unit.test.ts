/** What a number counts, in the word that goes with it. */
import { expect, it } from '@jest/globals';
import { sayUnit } from '../../../dashboard/office/say-unit.ts';

it.each([
  ['en', ['month', 'months'], ['day', 'days']],
  ['fr', ['mois', 'mois'], ['jour', 'jours']],
  ['de', ['Monat', 'Monate'], ['Tag', 'Tage']],
  ['es', ['mes', 'meses'], ['día', 'días']],
  ['it', ['mese', 'mesi'], ['giorno', 'giorni']],
  ['nl', ['maand', 'maanden'], ['dag', 'dagen']],
] as const)('%s: one and many', (language, [month, months], [day, days]) => {
  expect([sayUnit(language, 'month', '1'), sayUnit(language, 'month', '25')]).toEqual([month, months]);
  expect([sayUnit(language, 'day', '1'), sayUnit(language, 'day', '31')]).toEqual([day, days]);
});

it.each(['', 'for ever', '2,5'])('of what is no number (%s) it is of many', (written) => {
  expect(sayUnit('en', 'month', written)).toBe('months');
});
