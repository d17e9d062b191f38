import { describe, expect, it } from '@jest/globals';
import { texts } from '../../../dashboard/i18n/en/texts.ts';
import { createFormat } from '../../../dashboard/i18n/format.ts';
import { PANELS, type TabKey } from '../../../dashboard/panels/panels.ts';
import { isRowActive, sayRow, subjectOf, toggleRow } from '../../../dashboard/panels/subject.ts';
import type { Condition } from '../../../dashboard/state/conditions.ts';

function tab(key: TabKey) {
  const found = PANELS.flatMap(({ tabs }) => tabs).find((each) => each.key === key);
  if (found === undefined) throw new Error(`no tab ${key}`);
  return found;
}
const is = (dimension: Condition['dimension'], ...values: string[]): Condition => ({
  operator: 'is',
  dimension,
  values,
});

describe('what a tab asks', () => {
  it('is by the chosen dimension, and leaves out what was not said', () => {
    const { dimensions, filters } = subjectOf({ tab: tab('campaigns'), choice: 'visit:utm_term' }, []);
    expect(dimensions).toEqual(['visit:utm_term']);
    expect(filters).toEqual([['is_not', 'visit:utm_term', ['(not set)']]]);
  });

  it.each<[what: string, conditions: Condition[], dimension: string]>([
    ['no filter', [], 'visit:browser'],
    ['one browser', [is('visit:browser', 'Firefox')], 'visit:browser_version'],
    ['two browsers', [is('visit:browser', 'Firefox', 'Chrome')], 'visit:browser'],
    ['all but one', [{ ...is('visit:browser', 'Firefox'), operator: 'is_not' }], 'visit:browser'],
    ['a system', [is('visit:os', 'Linux')], 'visit:browser'],
  ])('of browsers with %s is %s', (_what, conditions, dimension) => {
    expect(subjectOf({ tab: tab('browsers'), choice: null }, conditions).dimensions).toEqual([dimension]);
  });
});

describe('a row of two dimensions', () => {
  const subject = subjectOf({ tab: tab('week'), choice: null }, []);
  const row = { values: ['1', '09'] };
  const both = [is('visit:weekday', '1'), is('visit:hour', '09')];

  it('is called by both', () => {
    expect(sayRow(subject, row, texts, createFormat('en'))).toBe('Monday · 09:00');
  });

  it('asks for both, keeps what is asked for already, and takes both away', () => {
    expect(toggleRow([], subject, row)).toEqual(both);
    expect(toggleRow([is('visit:weekday', '1')], subject, row)).toEqual(both);
    expect(isRowActive(both, subject, row)).toBe(true);
    expect(isRowActive([is('visit:weekday', '1')], subject, row)).toBe(false);
    expect(toggleRow([...both, is('visit:city', 'Lyon')], subject, row)).toEqual([is('visit:city', 'Lyon')]);
  });
});
