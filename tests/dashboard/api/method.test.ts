import { describe, expect, it } from '@jest/globals';
import { decodeMethod } from '../../../dashboard/api/method.ts';
import { texts as en } from '../../../dashboard/i18n/en/texts.ts';
import { texts as fr } from '../../../dashboard/i18n/fr/texts.ts';
import { METHOD_CASES } from '../../../src/count/estimate/choose-method.ts';

describe('how visitors were counted', () => {
  it('is read with its case, its guaranteed bounds and the inputs that are numbers', () => {
    expect(
      decodeMethod({
        kind: 'estimate',
        estimator: 'E3',
        case: 'overlap',
        reason: 'r',
        level: 'two-day',
        covers_consent_bias: true,
        bounds: [718, 3021],
        inputs: { days: 28, gamma: -0.4, ratio: null },
      }),
    ).toEqual({
      kind: 'estimate',
      case: 'overlap',
      reason: 'r',
      coversConsentBias: true,
      bounds: { low: 718, high: 3021 },
      inputs: { days: 28, gamma: -0.4 },
    });
  });

  it('is a range without a known case when the answer makes no sense', () => {
    expect(decodeMethod({ case: 'toString', bounds: ['x'] })).toEqual({
      kind: 'bounds',
      case: null,
      reason: '',
      coversConsentBias: false,
      bounds: null,
      inputs: {},
    });
  });

  it.each(Object.keys(METHOD_CASES))('is known and has words in both languages when the server says %s', (name) => {
    const { case: known } = decodeMethod({ case: name });
    expect(known).toBe(name);
    if (known !== null) expect(en.method.cases[known]).not.toBe(fr.method.cases[known]);
  });
});
