import { describe, expect, it } from '@jest/globals';
import { findMistakes, readDetails } from '../../../dashboard/pages/form-mistakes.ts';

describe('the entry form', () => {
  it.each([
    ['ada@example.org', 'correct horse', true, {}],
    [' ada@example.org ', 'eleven char', true, { password: 'shortPassword' }],
    ['ada@example.org', 'short', false, {}],
    ['ada', '', false, { email: 'missingEmail', password: 'missingPassword' }],
  ])('finds in %j %j (new: %s): %j', (email, password, isNew, expected) => {
    expect(findMistakes(email, password, isNew)).toEqual(expected);
  });

  it('puts what the server refuses beside its field', () => {
    expect(readDetails([{ path: 'password', message: '…' }])).toEqual({ password: 'shortPassword' });
    const usual = { path: 'password', message: '…', code: 'usual_password' };
    expect(readDetails([usual])).toEqual({ password: 'usualPassword' });
    expect(readDetails([{ ...usual, code: 'known_word' }])).toEqual({ password: 'knownWord' });
    expect(readDetails([{ path: 'token', message: '…' }])).toEqual({});
  });
});
