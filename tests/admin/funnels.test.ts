/** Which funnels can be kept, and how many. */
import { describe, expect, it } from '@jest/globals';
import { Funnels } from '../../src/admin/funnels.ts';
import { parseFunnel } from '../../src/admin/parse-funnel.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { SavedFunnel } from '../../src/domain/funnel.ts';

const page = (value: string, more: object = {}) => ({ subject: 'page', match: 'is', value, ...more });
const FUNNEL = { name: 'Orders', steps: [page('/'), { subject: 'goal', match: 'is', value: 'Purchase' }] };

function mistakesOf(given: unknown): string[] {
  try {
    parseFunnel(given);
    return [];
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    return error.details.map(({ path }) => path);
  }
}

describe('a funnel that is kept', () => {
  it('is its name, its steps and how far apart they may lie', () => {
    const steps = [page('/docs/', { match: 'starts', name: ' Read\u202e ' }), page('/thanks')];
    expect(parseFunnel({ name: ' Reading ', steps, within_days: 7 })).toEqual({
      name: 'Reading',
      steps: [
        { subject: 'page', match: 'starts', value: '/docs/', name: 'Read' },
        { subject: 'page', match: 'is', value: '/thanks', name: null },
      ],
      withinDays: 7,
    });
    expect(parseFunnel(FUNNEL).withinDays).toBe(null);
  });

  it.each<[unknown, string[]]>([
    [null, ['name', 'steps']],
    [{ ...FUNNEL, name: 'x'.repeat(121) }, ['name']],
    [{ ...FUNNEL, steps: [page('/')] }, ['steps']],
    [{ ...FUNNEL, steps: Array.from({ length: 11 }, () => page('/')) }, ['steps']],
    [{ ...FUNNEL, steps: [page('/'), { subject: 'visit', match: 'is', value: 'a' }] }, ['steps[1].subject']],
    [{ ...FUNNEL, steps: [page('/'), { subject: 'event', match: 'starts', value: 'a' }] }, ['steps[1].match']],
    [{ ...FUNNEL, steps: [page(''), page('x'.repeat(2001))] }, ['steps[0].value', 'steps[1].value']],
    [{ ...FUNNEL, steps: [page('/', { name: 'x'.repeat(121) }), page('/')] }, ['steps[0].name']],
    [{ ...FUNNEL, within_days: 91 }, ['within_days']],
    [{ ...FUNNEL, within_days: '7' }, ['within_days']],
  ])('is not %j', (given, paths) => {
    expect(mistakesOf(given)).toEqual(paths);
  });

  it('has a name of its own among a hundred at most', () => {
    const kept: SavedFunnel[] = [];
    const funnels = new Funnels(
      {
        list: () => kept,
        insert: (_site, funnel) => !kept.some(({ name }) => name === funnel.name) && kept.push(funnel) > 0,
        replace: () => false,
        remove: () => false,
      },
      () => 0,
    );
    funnels.add(1, FUNNEL);
    expect(() => funnels.add(1, FUNNEL)).toThrow('called Orders');
    for (let number = 1; number < 100; number++) funnels.add(1, { ...FUNNEL, name: `Orders ${number}` });
    expect(() => funnels.add(1, { ...FUNNEL, name: 'One more' })).toThrow('at most 100');
    expect(() => funnels.remove(1, 'nothing')).toThrow('no funnel');
  });
});
