import { describe, expect, it } from '@jest/globals';
import { decodeQuality } from '../../../dashboard/api/quality.ts';

describe('the quality of the data, as the server tells it', () => {
  it('keeps what makes sense, and is nothing otherwise', () => {
    const nothing = { days: [], kept: 0, dropped: [], brokenDays: [], imports: [], withoutAddress: null };
    expect(decodeQuality(null)).toEqual({ ...nothing, isCoarsened: false });
    expect(decodeQuality({ meta: { kept: 3, dropped: { bot: 2, x: 'y' }, disclosure: {} } })).toEqual({
      ...nothing,
      kept: 3,
      dropped: [['bot', 2]],
      isCoarsened: true,
    });
  });
});
